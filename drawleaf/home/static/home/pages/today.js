import "#web/shell.js";
import "#web/sealed.js";
import "#table/shut.js";
import { greeting } from "#home/greeting.js";
import { line } from "#home/line.js";
import { watchWaits } from "#home/waits.js";
import { watchToday as watchPromises } from "#promises/today.js";
import { watchToday as watchRituals } from "#rituals/today.js";
import { decide } from "#web/deciding.js";
import { sync } from "#web/store.js";
import { who } from "#web/vault.js";

const greet = () => (document.querySelector("[data-now]").textContent = greeting());
greet();
document.addEventListener("drawleaf:open", greet);
line(document.querySelector("[data-line]"));
decide(document.querySelector("[data-waits]"), watchWaits);
decide(document.querySelector("[data-rituals]"), watchRituals);
decide(document.querySelector("[data-promises]"), watchPromises);

// A device that may be without a line one day keeps its copy fresh.
const person = await who();
const couple = person?.couples.find(({ id }) => id === document.body.dataset.table);
const name = document.querySelector("[data-partner-name]");
if (name && couple) name.textContent = couple.partner.name;
if (person?.mine) setTimeout(() => sync().catch(() => {}), 1000);
