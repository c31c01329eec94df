// The page of the check-in: the times that stand or are offered, and this week.
import { sayWhen } from "#questions/times.js";
import { openedIn } from "#web/sealed.js";
import { who } from "#web/vault.js";
import { showTime } from "./standing.js";
import { sayNothing, showWeek } from "./week.js";

export function watchCheckIn(page) {
  const each = (select, act) => page.querySelectorAll(select).forEach(act);
  each("[data-zone]", (field) => (field.value = new Intl.DateTimeFormat().resolvedOptions().timeZone));
  each("[data-say-nothing]", (button) => button.addEventListener("click", sayNothing));
  document.addEventListener("drawleaf:open", look);
  document.addEventListener("drawleaf:wipe", () => each("[data-every]", (place) => place.replaceChildren()));
  each("[data-opens]", (place) => sayWhen(place, place.dataset.opens));
  return look();

  async function look() {
    await openedIn(page);
    const couple = (await who())?.couples.find(({ id }) => id === page.dataset.couple);
    each("[data-partner]", (place) => (place.textContent = couple?.partner.name ?? ""));
    each("[data-standing]", showTime);
    each("[data-week]", showWeek);
  }
}
