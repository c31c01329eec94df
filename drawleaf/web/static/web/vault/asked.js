// What two are bound to is all that is asked, and how it can be answered, as it stands on view: so
// whoever gives the page cannot show another question than the one an answer is for.

/** `parts`: [{name, kind, asks, choices: {name: words}, ends: [words, words]}, …]. */
export function wholeText({ asks, parts }) {
  const lines = parts.flatMap(({ name, kind = "words", asks, choices = {}, ends = [] }) => [
    `${name} ${kind} ${asks}`,
    ...Object.entries(choices).map(([choice, words]) => `${choice} ${words}`),
    ...ends,
  ]);
  return [asks, ...lines].join("\n");
}
