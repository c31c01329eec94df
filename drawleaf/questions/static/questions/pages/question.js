import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { watchForms } from "#table/laying.js";
import { watchQuestion } from "#questions/question.js";
import { watchRows } from "#questions/sets.js";
import { decide } from "#web/deciding.js";

watchForms();
watchRows();
decide(document.querySelector("[data-question]"), watchQuestion);
