// What was found in some fields, as a list: the words themselves, each a way to where they stand,
// then how they could be said, and why.
import { look } from "#web/gentle.js";
import { fill } from "#web/paper.js";

/** [{field, start, end, words, rule}, …] of all `fields`, in reading order. */
export function pointsIn(fields, rules) {
  return [...fields].flatMap((field) =>
    look(field.value, rules).map(({ start, end, rule }) => {
      return { field, start, end, rule, words: field.value.slice(start, end) };
    }),
  );
}

/** Draws `points` into the list of `root`; what has the same reason is said once. */
export function drawPoints(root, points) {
  const items = new Map();
  for (const point of points) {
    const { shape, reason } = point.rule;
    if (!items.has(reason)) items.set(reason, copyOf(root, "point"));
    fill(items.get(reason), { shape, reason });
    items.get(reason).querySelector("[data-places]").append(placeOf(root, point));
  }
  root.querySelector("[data-points]").replaceChildren(...items.values());
}

function placeOf(root, point) {
  const place = copyOf(root, "place");
  fill(place, { words: point.words });
  place.querySelector("button").addEventListener("click", () => goTo(point));
  return place;
}

// Something may have been written before them since.
function goTo({ field, start, words }) {
  const at = [field.value.indexOf(words, start), field.value.lastIndexOf(words)].find((each) => each >= 0);
  field.focus();
  if (at !== undefined) field.setSelectionRange(at, at + words.length);
}

const copyOf = (root, part) =>
  root.querySelector(`template[data-part="${part}"]`).content.firstElementChild.cloneNode(true);
