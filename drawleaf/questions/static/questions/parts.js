// A question's parts: fields to answer in, and an answer to read. Texts come from the set.
import { render } from "#web/markdown.js";
import { textOf } from "#web/sealed.js";

const FIVE = [1, 2, 3, 4, 5];
const clone = (name) => document.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);

/** The fields of a question's parts, those of `answer` filled in. */
export function fieldsFor({ asks, parts }, answer = {}) {
  return parts.map((part, at) => {
    const field = clone(part.kind ?? "words");
    const id = `part-${at}`;
    const label = field.querySelector("label, legend");
    label.textContent = part.asks || asks;
    label.classList.toggle("unseen", !part.asks);
    const hint = field.querySelector("[data-hint]");
    hint.textContent = part.hint ?? "";
    hint.hidden = !part.hint;
    if (part.kind === "choice" || part.kind === "dots") putOptions(field, id, part, answer);
    else {
      const words = field.querySelector("textarea");
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

/** An answer as its readers see it, part by part; what `folds` stays folded until one comes to it. */
export function showAnswer(place, { parts }, answer) {
  place.replaceChildren(
    ...parts.flatMap((part) => {
      const said = saidIn(part, answer);
      if (!said) return [];
      const shown = clone(part.folds ? "folded" : "said");
      const asks = shown.querySelector("[data-asks]");
      asks.textContent = part.asks;
      asks.hidden = !part.asks;
      shown.querySelector("[data-said]").replaceChildren(render(said));
      return [shown];
    }),
  );
}

function saidIn(part, answer) {
  const said = textOf(answer, part.name);
  if (!["choice", "dots"].includes(part.kind)) return said;
  return optionsOf(part).find(([value]) => value === said)?.[1] ?? "";
}
