import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { watchForms } from "#table/laying.js";
import { watchOffers } from "#rituals/offers.js";
import { watchRitual } from "#rituals/ritual.js";

watchForms();
watchOffers();
const page = document.querySelector("[data-ritual]");
if (page) watchRitual(page);
