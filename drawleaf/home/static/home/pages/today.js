import "#web/shell.js";
import "#web/sealed.js";
import "#table/shut.js";
import { greeting } from "#home/greeting.js";
import { line } from "#home/line.js";
import { watchWaits } from "#home/waits.js";
import { watchToday as watchPromises } from "#promises/today.js";
import { watchToday as watchRituals } from "#rituals/today.js";
import { sync } from "#web/store.js";
import { who } from "#web/vault.js";

const greet = () => (document.querySelector("[data-now]").textContent = greeting());
greet();
document.addEventListener("drawleaf:open", greet);
line(document.querySelector("[data-line]"));
decide("[data-waits]", watchWaits);
decide("[data-rituals]", watchRituals);
decide("[data-promises]", watchPromises);

// What stands here only this device knows: until it does, nothing is shown that would move.
async function decide(place, watch) {
  const section = document.querySelector(place);
  if (!section) return;
  await Promise.resolve(watch(section)).catch((error) => error.reason || console.error(error));
  section.removeAttribute("data-deciding");
}

// A device that may be without a line one day keeps its copy fresh.
const person = await who();
const [couple] = (person?.couples ?? []).filter(({ confirmed }) => confirmed);
const name = document.querySelector("[data-partner-name]");
if (name && couple) name.textContent = couple.partner.name;
if (person?.mine) setTimeout(() => sync().catch(() => {}), 1000);
