// Two pictures: a leaf that fills, and a twig with a leaf for each step. They know no persons.
import { drawn } from "#web/picture.js";

const LEAF = "M50 5C60 24 91 50 91 81C91 107 73 121 50 121C27 121 9 107 9 81C9 50 40 24 50 5Z";
const VEINS = "M50 30V138M50 62L68 46M50 62L32 46M50 84L77 64M50 84L23 64M50 106L75 89M50 106L25 89";
const [TOP, FOOT] = [5, 121];
export const FULL = FOOT - TOP;
const SMALL = "M0 0C-7 -5 -8 -14 0 -22C8 -14 7 -5 0 0Z";

/** A leaf, filled from its foot; `level` from 0 to FULL. */
export function leaf(level) {
  const top = FOOT - level;
  const svg = drawn("svg", { viewBox: "0 0 100 140" });
  svg.append(drawn("path", { d: LEAF, class: "ground" }), drawn("path", { d: VEINS, class: "vein" }));
  if (level > 0) {
    const inside = drawn("svg", { x: 0, y: top, width: 100, height: level, viewBox: `0 ${top} 100 ${level}` });
    inside.append(drawn("path", { d: LEAF, class: "filled" }), drawn("path", { d: VEINS, class: "vein within" }));
    svg.append(inside);
  }
  svg.append(drawn("path", { d: LEAF, class: "edge" }));
  return svg;
}

/** A twig: one small leaf a step, those done are filled; so many in a row that it stays small. */
export function twig(done, ahead, columns = Math.max(3, Math.ceil(Math.sqrt(2 * (done + ahead))))) {
  const steps = Array.from({ length: done + ahead }, (_, number) => number < done);
  const rows = Math.max(1, Math.ceil(steps.length / columns));
  const svg = drawn("svg", { viewBox: `0 0 ${columns * 26 + 8} ${rows * 56}` });
  for (let row = 0; row < rows; row += 1) {
    const y = row * 56 + 28;
    svg.append(drawn("path", { d: `M4 ${y + 2}Q${columns * 13} ${y - 4} ${columns * 26 + 4} ${y}`, class: "stem" }));
  }
  steps.forEach((isDone, number) => {
    const [x, y] = [(number % columns) * 26 + 14, Math.floor(number / columns) * 56 + 28];
    const turn = number % 2 ? 150 : 30;
    const place = `translate(${x} ${y}) rotate(${turn})`;
    svg.append(drawn("path", { d: SMALL, transform: place, class: isDone ? "filled edge" : "ground edge" }));
  });
  return svg;
}
