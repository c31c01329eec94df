// What the two wrote beside their marks, and what was answered.
import { dayInWords } from "#web/days.js";
import { render } from "#web/markdown.js";
import { sentence } from "#web/sentences.js";
import { textOf } from "#web/sealed.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { watchForm } from "#table/laying.js";

const MANY = 20;
const FIXED = ["kind", "day", "done"];

/** The words of a mark: [name, text], in their order. */
export function wordsOf(body) {
  return Object.keys(body)
    .filter((name) => !FIXED.includes(name) && textOf(body, name))
    .map((name) => [name, textOf(body, name)]);
}

export function showSaid(page, ticks, found) {
  const section = page.querySelector("[data-said-there]");
  const said = ticks.filter(({ body }) => body.done === true && wordsOf(body).length);
  said.sort((one, other) => (one.body.day < other.body.day ? 1 : -1));
  const list = section.querySelector("ul");
  // Somebody is writing an answer: the page stays as it is.
  if (list.querySelector("details[open]")) return;
  list.replaceChildren(...said.slice(0, MANY).map((leaf) => cardOf(page, leaf, found)));
  section.hidden = !said.length;
}

function cardOf(page, leaf, found) {
  const part = (name) =>
    page.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);
  const card = part("said");
  const nameOf = ({ mine, author }) => (mine ? sentence("you") : author.name);
  card.querySelector("[data-leaf-author]").textContent = nameOf(leaf);
  card.querySelector("[data-leaf-day]").textContent = dayInWords(leaf.body.day);
  for (const [name, text] of wordsOf(leaf.body)) {
    const line = part("asked");
    line.querySelector("dt").textContent = sentence(`ask_${name}`);
    line.querySelector("dd").append(render(text));
    card.querySelector("[data-asked]").append(line);
  }
  const answers = found.filter(({ field, body }) => field === "answer" && isAbout(body, leaf));
  for (const answer of answers) {
    const line = part("answer");
    line.querySelector("bdi").textContent = nameOf(answer);
    line.querySelector(".words").append(render(textOf(answer.body, "text")));
    card.querySelector("[data-answers]").append(line);
  }
  const answering = card.querySelector("[data-answering]");
  answering.hidden = leaf.mine || answers.some(({ mine }) => mine) || !("isRunning" in page.dataset);
  const form = answering.querySelector("form");
  watchForm(form, () => [sealedUuid(leaf.record), leaf.revision, leaf.digest]);
  return card;
}

function isAbout({ about }, { record }) {
  return Array.isArray(about) && about[0] === sealedUuid(record);
}
