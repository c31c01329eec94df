import "#web/shell.js";
import "#web/sealed.js";
import "#table/shut.js";
import { greeting } from "#home/greeting.js";
import { line } from "#home/line.js";
import { watchToday as watchPromises } from "#promises/today.js";
import { watchToday as watchRituals } from "#rituals/today.js";
import { sync } from "#web/store.js";
import { who } from "#web/vault.js";

const greet = () => (document.querySelector("[data-now]").textContent = greeting());
greet();
document.addEventListener("drawleaf:open", greet);
line(document.querySelector("[data-line]"));
const rituals = document.querySelector("[data-rituals]");
if (rituals) watchRituals(rituals);
const promises = document.querySelector("[data-promises]");
if (promises) watchPromises(promises);

// A device that may be without a line one day keeps its copy fresh.
const person = await who();
if (person?.mine) setTimeout(() => sync().catch(() => {}), 1000);
