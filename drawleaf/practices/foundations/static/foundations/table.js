// The same as a table, the latest first. It is made when somebody opens it.
import { part } from "#notebook/paper.js";
import { sentence } from "#web/sentences.js";
import { level, whenInWords } from "./spoken.js";

/** `group`: {name: [{when, value}]}, as `trendOf` gives it. */
export function watchTable(details) {
  let group = null;
  const fill = () => {
    if (!details.open || !group) return;
    details.querySelector("table").replaceChildren(...bodiesOf(group));
    group = null;
  };
  details.addEventListener("toggle", fill);
  return (next) => {
    group = next;
    fill();
  };
}

function bodiesOf(group) {
  const lines = Object.entries(group);
  const steps = lines[0][1].map(({ when }, place) => ({
    when,
    said: lines.map(([name, points]) => [name, points[place].value]).filter(([, value]) => value !== null),
  }));
  return steps.filter(({ said }) => said.length).reverse().map(bodyOf);
}

function bodyOf({ when, said }) {
  const made = part("span");
  made.querySelector("th").textContent = whenInWords(when);
  for (const [name, value] of said) {
    const row = part("said");
    row.querySelector("th").textContent = sentence(`name_${name}`);
    row.querySelector("td").textContent = level(name, value);
    made.append(row);
  }
  return made;
}
