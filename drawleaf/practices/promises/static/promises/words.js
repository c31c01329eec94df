// What a promise says beside its words: by when, how often, or when and then.
import { dayInWords } from "#web/days.js";
import { textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";

const MADE = "[data-answer], [data-by]";

/** Watches all promises of the page: each is filled when it opens, and emptied with its words. */
export function watchWords() {
  document.addEventListener("sealed:opened", ({ target, detail: { body } }) => {
    const { collection, field, revision } = target.dataset;
    if (collection !== "promise" || field !== "words") return;
    const card = target.closest("[data-leaf]");
    showWords(card, body ?? {});
    card.querySelector("[data-anew]").hidden = !body || revision === "1";
    target.hidden = Boolean(card.querySelector("[data-answer]").textContent);
    showMeta(card);
  });
  document.addEventListener("drawleaf:wipe", () => {
    for (const place of document.querySelectorAll(MADE)) place.replaceChildren();
  });
}

/** The words of one that is sealed for two, or of a private one. */
export function showWords(card, body, byWhen = inWords) {
  const [when, then] = [textOf(body, "when"), textOf(body, "then")];
  const answer = card.querySelector("[data-answer]");
  answer.textContent = when && then && !textOf(body, "what") ? sentence("when_then", { when, then }) : "";
  answer.hidden = !answer.textContent;
  card.querySelector("[data-by]").textContent = byWhen(textOf(body, "by"));
}

/** What stands under the words, where there is something. */
export function showMeta(card) {
  const meta = card.querySelector("[data-meta]");
  for (const part of meta.children) if (!("anew" in part.dataset)) part.hidden = !part.textContent;
  meta.hidden = [...meta.children].every(({ hidden }) => hidden);
}

export function inWords(day) {
  const said = dayInWords(day);
  return said && sentence("by", { day: said });
}
