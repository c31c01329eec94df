import "#web/shell.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { sync } from "#web/store.js";
import { watchForms } from "#table/laying.js";
import { watchAdding } from "#table/our_page/adding.js";
import { listOf } from "#table/our_page/additions.js";

watchForms();
decide(document.querySelector("[data-additions]"), (page) => {
  const list = listOf(page);
  const form = document.querySelector("[data-adding]");
  if (form) watchAdding(form, list);
  sync().catch(() => {});
  return list.look();
});
