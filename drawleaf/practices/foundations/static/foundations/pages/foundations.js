import "#web/shell.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { watchForms } from "#table/laying.js";
import { watchWishes } from "#foundations/wishes.js";

watchForms();
decide(document.querySelector("[data-wishes]"), watchWishes);
