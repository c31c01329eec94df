import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { watchForms } from "#table/laying.js";
import { watchOffers } from "#rituals/offers.js";
import { watchRitual } from "#rituals/ritual.js";

watchForms();
watchOffers();
decide(document.querySelector("[data-ritual]"), watchRitual);
