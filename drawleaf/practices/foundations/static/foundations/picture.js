// One line as a picture. uPlot draws it; what a colour is, the page's own styles say.
import uPlot from "uplot";

const HEIGHT = 68;
const EDGE = 5;
// From here on points would run into each other: then only those that stand alone are drawn.
const NEAR = 9;

/**
 * Draws [{x, value}] into `place`, with a rule at each of `years`. `inks` {line, rule} may change
 * before `redraw`. Returns {resize, redraw, destroy}.
 */
export function draw(place, points, { range, years, width, inks }) {
  const line = () => inks.line;
  const grid = { stroke: () => inks.rule, width: 1 };
  const axis = { size: 0, gap: 0, ticks: { show: false }, values: (_, splits) => splits.map(() => "") };
  const values = points.map(({ value }) => value);
  const isAlone = (at) => values[at] !== null && (values[at - 1] ?? values[at + 1] ?? null) === null;
  const areNear = width / points.length < NEAR;
  const options = {
    width,
    height: HEIGHT,
    padding: [EDGE, EDGE, EDGE, EDGE],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false },
    scales: { x: { time: false, range: () => range }, y: { range: () => [0.9, 5.1] } },
    axes: [
      { ...axis, grid, splits: () => years },
      { ...axis, grid, splits: () => [1, 3, 5] },
    ],
    series: [
      {},
      {
        stroke: line,
        width: 2,
        points: {
          show: true,
          size: 6,
          fill: line,
          filter: () => values.flatMap((value, at) => (value !== null && (!areNear || isAlone(at)) ? [at] : [])),
        },
      },
    ],
  };
  const drawn = new uPlot(options, [points.map(({ x }) => x), values], place);
  return {
    resize: (wide) => drawn.setSize({ width: wide, height: HEIGHT }),
    redraw: () => drawn.redraw(false),
    destroy: () => drawn.destroy(),
  };
}
