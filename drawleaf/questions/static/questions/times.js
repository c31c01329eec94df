// When something opens, in the reader's own hours; and looking again while two sit down to it.

const OFTEN = 4000;
const LONG = 10 * 60_000;
const STATE = /data-state="(\w+)"/;

/** "Sunday 29 November at 19:00", by the reader's clock; "" for no instant. */
export function whenInWords(instant) {
  const how = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return instant ? new Intl.DateTimeFormat(document.documentElement.lang, how).format(new Date(instant)) : "";
}

/** Looks whether it is further on, while the page is in view and `mayReload()`, ten minutes at most. */
export function lookAgain({ state, opens_at: opens }, mayReload) {
  const since = Math.max(Date.now(), opens ? Date.parse(opens) - LONG / 2 : 0);
  const timer = setInterval(async () => {
    if (Date.now() - since > LONG || ["open", "over"].includes(state)) return clearInterval(timer);
    if (document.hidden || Date.now() < since) return undefined;
    const answer = await fetch(location.pathname, { credentials: "same-origin" }).catch(() => null);
    const now = answer?.ok ? (await answer.text()).match(STATE)?.[1] : state;
    if (now && now !== state && mayReload()) location.reload();
    return undefined;
  }, OFTEN);
}
