import "#web/shell.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { watchWording } from "#web/gentle/watch.js";
import { watchForms } from "#table/laying.js";
import { watchNew } from "#promises/new.js";
import { watchNewRepair } from "#promises/new_repair.js";
import { watchPrivate } from "#promises/private.js";
import { watchPromises } from "#promises/promise.js";
import { watchRepairs } from "#promises/repairs.js";
import { watchWords } from "#promises/words.js";

const has = (selector, watch) => {
  const place = document.querySelector(selector);
  if (place) watch(place);
};

watchWords();
document.querySelectorAll("[data-new-promise]").forEach(watchNew);
watchForms();
watchWording();
watchPromises();
has("[data-repairs]", watchRepairs);
decide(document.querySelector("[data-new-repair]"), watchNewRepair);
decide(document.querySelector("[data-private]"), watchPrivate);
