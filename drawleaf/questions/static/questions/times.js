// When something opens, in the reader's own hours; and looking again while two sit down to it.

const OFTEN = 4000;
const LONG = 10 * 60_000;

/** "Sunday, 29 November, 19:00", by the reader's clock. */
export function whenInWords(instant) {
  const how = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(document.documentElement.lang, how).format(new Date(instant));
}

/** Looks whether it has opened, while the page is in view, ten minutes at most. */
export function lookAgain(page) {
  const since = Date.now();
  const timer = setInterval(async () => {
    if (Date.now() - since > LONG) return clearInterval(timer);
    if (document.hidden) return undefined;
    const answer = await fetch(location.pathname, { credentials: "same-origin" }).catch(() => null);
    const text = answer?.ok ? await answer.text() : "";
    if (text.includes('data-state="open"') && page.isConnected) location.reload();
    return undefined;
  }, OFTEN);
}
