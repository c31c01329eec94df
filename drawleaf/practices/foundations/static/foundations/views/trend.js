// One's own trend: drawn when it is looked at, on this device, from its own copy.
import { reveal } from "#notebook/paper.js";
import { today } from "#web/days.js";
import { say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { briefly } from "#web/store.js";
import { monthsOf } from "../months.js";
import { daysOf, standing, trendOf } from "../series.js";
import { monthSaid, spoken } from "../spoken.js";
import { watchTable } from "../table.js";

const LOOKS = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

export async function trend(page) {
  const coming = import(page.dataset.script);
  coming.catch(() => {});
  const items = await briefly();
  const found = { months: monthsOf(items), days: daysOf(items) };
  const over = (span) => ({ span, ...trendOf(found, span, today()) });
  const year = over("year");
  const first = mostIn(year) ? year : over("all");
  reveal(page, "empty", !mostIn(first));
  reveal(page, "drawn", mostIn(first) > 0);
  if (!mostIn(first)) return undefined;
  coming.catch(() => say(page, sentence("no_picture")));
  const groups = [...page.querySelectorAll("[data-group]")].map((place) => ({
    place,
    tell: watchTable(place.querySelector("[data-table]")),
  }));
  const canvases = new Map();
  const watching = new ResizeObserver((seen) => coming.then(({ draw }) => fit(seen, draw), () => {}));
  const inks = {};
  const redraw = () => {
    learn(inks, page);
    canvases.forEach(({ picture }) => picture?.redraw());
  };
  const looks = LOOKS.map((look) => matchMedia(look));
  for (const look of looks) look.addEventListener("change", redraw);
  page.querySelector("[data-spans]").addEventListener("click", ({ target }) => {
    const chosen = target.closest("[data-span]");
    if (chosen) show(over(chosen.dataset.span));
  });
  show(first);
  return () => {
    watching.disconnect();
    for (const look of looks) look.removeEventListener("change", redraw);
    clear();
  };

  function show(it) {
    clear();
    reveal(page, "spans", it.isLong);
    for (const each of page.querySelectorAll("[data-span]")) {
      each.setAttribute("aria-pressed", String(each.dataset.span === it.span));
    }
    for (const { place, tell } of groups) {
      const group = it[place.dataset.group];
      const most = mostOf(group);
      place.hidden = !most;
      reveal(place, "sparse", most === 1);
      tell(group);
      place.querySelector("[data-from]").textContent = monthSaid(it.from);
      place.querySelector("[data-until]").textContent = monthSaid(it.until);
      for (const panel of place.querySelectorAll("[data-panel]")) put(panel, group[panel.dataset.panel], it);
    }
  }

  function put(panel, points, it) {
    const canvas = panel.querySelector("[data-canvas]");
    panel.hidden = !standing(points).length;
    if (panel.hidden) return;
    canvas.ariaLabel = spoken(panel.dataset.panel, points);
    canvases.set(canvas, { points, it });
    watching.observe(canvas);
  }

  // A canvas is as wide as its place on the page, which is known once it stands there.
  function fit(seen, draw) {
    if (!inks.line) learn(inks, page);
    for (const { target, contentRect } of seen) {
      const here = canvases.get(target);
      const { width } = contentRect;
      if (!here || !width) continue;
      if (here.picture) here.picture.resize(width);
      else here.picture = draw(target, here.points, { ...here.it, width, inks });
    }
  }

  function clear() {
    for (const [canvas, { picture }] of canvases) {
      watching.unobserve(canvas);
      picture?.destroy();
    }
    canvases.clear();
  }
}

/** How many points the fullest line of a group has, and of both groups. */
const mostOf = (group) => Math.max(...Object.values(group).map((points) => standing(points).length));
const mostIn = ({ months, days }) => Math.max(mostOf(months), mostOf(days));

/** What colour a line and a rule are just now: the page's styles know. */
function learn(inks, page) {
  const { color, borderTopColor } = getComputedStyle(page.querySelector("[data-canvas]"));
  Object.assign(inks, { line: color, rule: borderTopColor });
}
