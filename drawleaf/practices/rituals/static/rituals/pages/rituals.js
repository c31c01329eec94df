import "#web/shell.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/shut.js";
import "#table/taking_back.js";
import { decide } from "#web/deciding.js";
import { watchForms } from "#table/laying.js";
import { watchOffers, watchSettingAside } from "#rituals/offers.js";
import { watchWishes } from "#rituals/wishes.js";
import { watchRitual } from "#rituals/ritual.js";

watchForms();
watchSettingAside();
watchWishes();
decide(document.querySelector("[data-offers]"), watchOffers);
decide(document.querySelector("[data-ritual]"), watchRitual);
