// A question's parts: fields to answer in, and an answer to read. Texts come from the set.
import { render } from "#web/markdown.js";
import { textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";

const FIVE = [1, 2, 3, 4, 5];
const clone = (name) => document.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);

/** The fields of a question's parts, those of `answer` filled in. */
export function fieldsFor({ asks, parts }, answer = {}) {
  return parts.map((part, at) => {
    const field = clone(part.kind ?? "words");
    const [id, label, hint] = [`part-${at}`, ...field.querySelectorAll("label, legend, [data-hint]")];
    label.textContent = part.asks || asks;
    label.classList.toggle("unseen", !part.asks);
    hint.textContent = [part.hint, part.words && sentence("length", { number: part.words })].filter(Boolean).join(" ");
    hint.hidden = !hint.textContent;
    if (part.kind === "choice" || part.kind === "dots") putOptions(field, id, part, answer);
    else {
      const words = field.querySelector("textarea");
      words.classList.toggle("line", parts.length > 1);
      Object.assign(words, { id, value: textOf(answer, part.name) });
      words.dataset.member = part.name;
      label.htmlFor = id;
    }
    return field;
  });
}

function putOptions(field, id, part, answer) {
  const said = textOf(answer, part.name);
  const options = optionsOf(part).map(([value, text]) => {
    const option = clone("option");
    const input = option.querySelector("input");
    Object.assign(input, { type: "radio", name: id, value, defaultChecked: said === value });
    input.dataset.member = part.name;
    option.querySelector("span").textContent = text;
    return option;
  });
  field.querySelector("[data-options]").replaceChildren(...options);
}

function optionsOf({ kind, choices = {}, ends = [] }) {
  if (kind === "choice") return Object.entries(choices);
  const end = { 1: ends[0], 5: ends[1] };
  return FIVE.map((dot) => [String(dot), end[dot] ? `${dot} · ${end[dot]}` : String(dot)]);
}

/** What both have opened, each whole; or part by part, where its set says `by_part`. */
export function showBoth(place, asked, both) {
  const wholeOf = (whose) => {
    const card = clone(whose);
    showAnswers(card.querySelector("[data-said]"), asked, { own: both[whose] });
    return card;
  };
  if (asked.by_part) showAnswers(place, asked, both);
  else place.replaceChildren(...Object.keys(both).filter((whose) => both[whose]).map(wholeOf));
}

/**
 * Answers under what each part asks: one's `own`, or `theirs` and `mine`; then a part that `folds`
 * stays folded until one comes to it.
 */
export function showAnswers(place, { parts }, answers) {
  place.replaceChildren(
    ...parts.flatMap((part) => {
      const said = Object.entries(answers).flatMap(([whose, answer = {}]) => saidIn(part, answer, whose));
      const shown = clone(part.folds && !answers.own ? "folded" : "said");
      Object.assign(shown.querySelector("[data-asks]"), { textContent: part.asks, hidden: !part.asks });
      shown.append(...said);
      return said.length ? [shown] : [];
    }),
  );
}

function saidIn(part, answer, whose) {
  const text = textOf(answer, part.name);
  const isWords = !["choice", "dots"].includes(part.kind);
  const said = isWords ? text : optionsOf(part).find(([value]) => value === text)?.[1];
  const card = clone(whose);
  card.querySelector("[data-said]").replaceChildren(render(said ?? ""));
  return said ? [card] : [];
}
