// When something opens, in the reader's own hours; and looking again while two sit down to it.
import { momentInWords } from "#web/days.js";
import { sentence } from "#web/sentences.js";

const [OFTEN, LONG] = [4000, 10 * 60_000];
const STATE = /data-state="(\w+)"/;

/** Says in each `[data-when]` of a place when that is, by the reader's clock; how, its sentence says. */
export function sayWhen(place, instant) {
  for (const each of place.querySelectorAll("[data-when]")) {
    each.textContent = sentence(each.dataset.when, momentInWords(new Date(instant)));
  }
}

/**
 * Looks whether it is further on, while the page is in view and `mayReload()`, ten minutes at most:
 * from shortly before its time on, by the reader's clock, or from now where the server's says so.
 */
export function lookAgain({ state, opens_at: opens }, mayReload) {
  const since = Math.max(Date.now(), opens && state === "before" ? Date.parse(opens) - LONG / 2 : 0);
  const timer = setInterval(async () => {
    if (Date.now() - since > LONG || ["open", "over"].includes(state)) return clearInterval(timer);
    const isDue = !document.hidden && Date.now() >= since;
    const answer = isDue && (await fetch(location.pathname, { credentials: "same-origin" }).catch(() => null));
    const now = answer?.ok ? (await answer.text()).match(STATE)?.[1] : state;
    return now && now !== state && mayReload() ? location.reload() : undefined;
  }, OFTEN);
}
