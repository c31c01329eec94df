// What the two wrote beside their marks, and what was answered.
import { dayInWords } from "#web/days.js";
import { render } from "#web/markdown.js";
import { putInOrder } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { textOf } from "#web/sealed.js";
import { nameOf, speaksOf } from "#table/about.js";
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
  const there = new Map([...list.children].map((card) => [card.dataset.record, card]));
  const cards = said.slice(0, MANY).map((leaf) => {
    const card = there.get(leaf.record) ?? newCard(page, leaf);
    fillCard(page, card, leaf, found);
    return card;
  });
  putInOrder(list, cards);
  section.hidden = !said.length;
}

const OPENED = "[data-leaf-author], [data-leaf-day], [data-asked], [data-answers]";

/**
 * Takes the words out of the page. The cards stay, empty: an answer that is half written has its
 * form there to come back to, folded or not.
 */
export function wipeSaid(page) {
  for (const card of page.querySelectorAll("[data-said-there] > ul > li")) {
    for (const place of card.querySelectorAll(OPENED)) place.replaceChildren();
    card.hidden = !card.querySelector("details[open]");
  }
}

const part = (page, name) =>
  page.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(true);

function newCard(page, { record }) {
  const card = part(page, "said");
  card.dataset.record = record;
  watchForm(card.querySelector("form"), () => card.about);
  return card;
}

function fillCard(page, card, leaf, found) {
  const whose = ({ mine, author }) => (mine ? sentence("you") : author.name);
  card.hidden = false;
  card.about = nameOf(leaf);
  card.querySelector("[data-leaf-author]").textContent = whose(leaf);
  card.querySelector("[data-leaf-day]").textContent = dayInWords(leaf.body.day);
  const asked = wordsOf(leaf.body).map(([name, text]) => {
    const line = part(page, "asked");
    line.querySelector("dt").textContent = sentence(`ask_${name}`);
    line.querySelector("dd").append(render(text));
    return line;
  });
  card.querySelector("[data-asked]").replaceChildren(...asked);
  const answers = found.filter((each) => each.field === "answer" && speaksOf(each, leaf));
  const shown = answers.map((answer) => {
    const line = part(page, "answer");
    line.querySelector("bdi").textContent = whose(answer);
    line.querySelector(".words").append(render(textOf(answer.body, "text")));
    line.querySelector("[data-earlier]").hidden = speaksOf(answer, leaf) === "these";
    return line;
  });
  card.querySelector("[data-answers]").replaceChildren(...shown);
  const isAnswered = leaf.mine || answers.some(({ mine }) => mine);
  card.querySelector("[data-answering]").hidden = isAnswered || !("isRunning" in page.dataset);
}
