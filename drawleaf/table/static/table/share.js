// Laying a leaf on the table: mark a passage, see exactly what the other will see, lay it down.
import { dayInWords, today } from "#web/days.js";
import { offerFound } from "#web/looking.js";
import { during, fill } from "#web/paper.js";
import { whole } from "#web/store.js";
import { who } from "#web/vault.js";
import { lay } from "./laying.js";
import { marking } from "./passage/marking.js";
import { wayToPreview } from "./passage/way.js";
import { preview } from "./preview.js";

export async function share(page, record) {
  const entry = await whole(record);
  const me = await who();
  const couples = me.couples.filter(({ confirmed }) => confirmed);
  for (const link of page.querySelectorAll("[data-not-now]")) link.href = `#entry/${record}`;
  for (const part of page.querySelectorAll("[data-when-paired]")) part.hidden = !couples.length;
  for (const part of page.querySelectorAll("[data-when-alone]")) part.hidden = couples.length > 0;
  if (!entry?.body?.text || entry.doubted || !couples.length) return undefined;
  fill(page, { day: dayInWords(String(entry.body.day)) });

  const leaf = { passage: "", couple: () => chosen(page, couples) };
  choosing(page, couples, () => show(page, leaf, me));
  const drawWay = wayToPreview(page);
  const form = page.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, () => layDown(form, leaf));
  });
  const words = page.querySelector("[data-entry]");
  const leave = marking(
    words,
    entry.body.text,
    (passage) => {
      leaf.passage = passage;
      show(page, leaf, me);
      drawWay();
    },
    page.querySelector("[data-mark-selected]"),
  );
  offerFound(record, [...words.querySelectorAll(".sentence")]);
  return leave;
}

function choosing(page, couples, changed) {
  const place = page.querySelector("[data-tables]");
  place.hidden = couples.length < 2;
  const template = place.querySelector("template");
  const inUse = couples.find(({ id }) => id === document.body.dataset.table) ?? couples[0];
  couples.forEach(({ id, partner }) => {
    const choice = template.content.firstElementChild.cloneNode(true);
    choice.querySelector("input").value = id;
    choice.querySelector("input").checked = id === inUse.id;
    choice.querySelector("bdi").textContent = partner.name;
    place.append(choice);
  });
  place.addEventListener("change", changed);
}

function chosen(page, couples) {
  const id = page.querySelector("[data-tables] input:checked").value;
  return couples.find((couple) => couple.id === id);
}

function show(page, leaf, me) {
  page.querySelector("[data-preview]").hidden = !leaf.passage;
  preview(page, leaf.couple(), bodyOf(leaf), me);
}

function bodyOf({ passage }) {
  return { kind: "leaf.passage", day: today(), text: passage };
}

async function layDown(form, leaf) {
  form.dataset.couple = leaf.couple().id;
  const { next } = await lay(form, bodyOf(leaf));
  location.assign(next);
}
