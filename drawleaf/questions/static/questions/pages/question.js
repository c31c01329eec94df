import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { watchForms } from "#table/laying.js";
import { watchQuestion } from "#questions/question.js";
import { watchRows } from "#questions/sets.js";

watchForms();
watchRows();
document.querySelectorAll("[data-question]").forEach(watchQuestion);
