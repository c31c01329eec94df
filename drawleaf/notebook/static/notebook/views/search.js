import { dayInWords } from "#web/days.js";
import { plain } from "#web/markdown.js";
import { sentence } from "#web/sentences.js";
import { entries } from "../entries.js";
import { around, finding, terms } from "../finding.js";
import { fill, part, say } from "../paper.js";
import { dayOf, textOf } from "../written.js";

const MOST = 50;
const PAUSE = 120;
let asked = "";

/** Searches as one types, on this device alone. What was asked stays until the page is left. */
export async function search(page) {
  let find = finding(await entries());
  const field = page.querySelector("input");
  const results = page.querySelector("[data-results]");
  let timer = null;

  const look = () => {
    asked = field.value;
    const wanted = terms(asked);
    const found = find(wanted);
    results.replaceChildren(...found.slice(0, MOST).map(({ item }) => result(item, wanted)));
    say(page, wanted.length ? sentence(counted(found.length), { number: found.length }) : "");
  };
  field.value = asked;
  look();
  page.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });

  // On a device just signed in on, the notebook may come while one is typing already.
  const anew = async ({ detail }) => {
    if (!detail.news) return;
    const fresh = finding(await entries());
    if (!page.isConnected) return;
    find = fresh;
    look();
  };
  document.addEventListener("drawleaf:synced", anew);
  return () => document.removeEventListener("drawleaf:synced", anew);
}

document.addEventListener("drawleaf:wipe", () => (asked = ""));

function counted(number) {
  if (number > MOST) return "found_more";
  return number === 1 ? "found_one" : number ? "found" : "found_none";
}

function result(item, wanted) {
  const made = part("result");
  made.querySelector("a").href = `#entry/${item.record}`;
  fill(made, { day: dayInWords(dayOf(item)) });
  const words = around(plain(textOf(item)).replace(/\s+/g, " "), wanted);
  made.querySelector("[data-first]").append(...words.map(marked));
  return made;
}

function marked({ text, isFound }) {
  if (!isFound) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
