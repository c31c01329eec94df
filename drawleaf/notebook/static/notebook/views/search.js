import { dayInWords } from "#web/days.js";
import { lookedFor } from "#web/looking.js";
import { plain } from "#web/markdown.js";
import { sentence } from "#web/sentences.js";
import { entries } from "../entries.js";
import { around, finding, terms } from "../finding.js";
import { fill, part, say } from "../paper.js";
import { dayOf, inOneLine, textOf } from "../written.js";

const MOST = 50;
// As many as a screen shows; the others are drawn once these stand there.
const FIRST = 12;
let asked = "";

/** Searches as one types, on this device alone. What was asked stays until the page is left. */
export async function search(page) {
  const field = page.querySelector("input");
  const results = page.querySelector("[data-results]");
  let find = null;
  let rest = null;

  const look = () => {
    asked = field.value;
    if (!find) return;
    const wanted = terms(asked);
    const found = find(wanted);
    const draw = (from, to) => found.slice(from, to).map(({ item }) => result(item, wanted));
    results.replaceChildren(...draw(0, FIRST));
    clearTimeout(rest);
    rest = setTimeout(() => results.append(...draw(FIRST, MOST)));
    say(page, wanted.length ? sentence(counted(found.length), { number: found.length }) : "");
  };
  // One can type while the notebook is being opened, or while it still comes to this device.
  const open = async () => {
    find = finding((await entries()).filter(({ doubted }) => !doubted));
    look();
  };
  const anew = ({ detail }) => detail.news && open();
  field.value = asked;
  page.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", look);
  document.addEventListener("drawleaf:synced", anew);
  if (asked) await open();
  else open().catch((error) => console.info(error.reason));
  return () => document.removeEventListener("drawleaf:synced", anew);
}

document.addEventListener("drawleaf:wipe", () => (asked = ""));

function counted(number) {
  if (number > MOST) return "found_more";
  return number === 1 ? "found_one" : number ? "found" : "found_none";
}

function result(item, wanted) {
  const made = part("result");
  const link = made.querySelector("a");
  link.href = `#entry/${item.record}`;
  link.addEventListener("click", () => lookedFor(item.record, wanted));
  fill(made, { day: dayInWords(dayOf(item)) });
  const words = around(inOneLine(plain(textOf(item))), wanted);
  made.querySelector("[data-first]").append(...words.map(marked));
  return made;
}

function marked({ text, isFound }) {
  if (!isFound) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
