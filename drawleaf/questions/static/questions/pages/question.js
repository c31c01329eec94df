import "#web/shell.js";
import "#web/cards.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { watchWording } from "#web/gentle/watch.js";
import { offerEntries } from "#notebook/beside.js";
import { watchBelonging } from "#table/belonging.js";
import { watchForms } from "#table/laying.js";
import { marking } from "#table/passage/marking.js";
import { watchQuestion } from "#questions/question.js";
import { watchRows } from "#questions/sets.js";

watchForms();
watchBelonging();
watchWording();
watchRows();
for (const place of document.querySelectorAll("[data-beside]")) offerEntries(place, marking);
decide(document.querySelector("[data-question]"), watchQuestion);
