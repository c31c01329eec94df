// Laying a leaf on the table: mark a passage, see exactly what the other will see, lay it down.
import { dayInWords, today } from "#web/days.js";
import { offerFound } from "#web/looking.js";
import { fill } from "#web/paper.js";
import { showLeaf } from "#web/sealed.js";
import { send } from "#web/send.js";
import { explain, sentence } from "#web/sentences.js";
import { rememberLeaf, whole } from "#web/store.js";
import { sealLeaf, who } from "#web/vault.js";
import { marking } from "./passage/marking.js";
import { wayToPreview } from "./passage/way.js";

export async function share(page, record) {
  const entry = await whole(record);
  const me = await who();
  const couples = me.couples.filter(({ confirmed }) => confirmed);
  for (const link of page.querySelectorAll("[data-not-now]")) link.href = `#entry/${record}`;
  for (const part of page.querySelectorAll("[data-when-paired]")) part.hidden = !couples.length;
  for (const part of page.querySelectorAll("[data-when-alone]")) part.hidden = couples.length > 0;
  if (!entry?.body?.text || entry.doubted || !couples.length) return undefined;
  fill(page, { day: dayInWords(String(entry.body.day)) });

  const leaf = { passage: "", laid: null, couple: () => chosen(page, couples) };
  choosing(page, couples, () => preview(page, leaf, me));
  const drawWay = wayToPreview(page);
  const select = page.querySelector("[data-mark-selected]");
  let markSelected = null;
  select.addEventListener("click", () => markSelected?.());
  page.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    layDown(page, leaf);
  });
  const words = page.querySelector("[data-entry]");
  const leave = marking(
    words,
    entry.body.text,
    (passage) => {
      Object.assign(leaf, { passage, laid: null });
      preview(page, leaf, me);
      drawWay();
    },
    (mark) => {
      markSelected = mark;
      select.hidden = !mark;
    },
  );
  offerFound(record, [...words.querySelectorAll(".sentence")]);
  return leave;
}

function choosing(page, couples, changed) {
  const place = page.querySelector("[data-tables]");
  place.hidden = couples.length < 2;
  const template = place.querySelector("template");
  couples.forEach(({ id, partner }, index) => {
    const choice = template.content.firstElementChild.cloneNode(true);
    choice.querySelector("input").value = id;
    choice.querySelector("input").checked = index === 0;
    choice.querySelector("bdi").textContent = partner.name;
    place.append(choice);
  });
  place.addEventListener("change", changed);
}

function chosen(page, couples) {
  const id = page.querySelector("[data-tables] input:checked").value;
  return couples.find((couple) => couple.id === id);
}

function preview(page, leaf, me) {
  const { partner } = leaf.couple();
  page.querySelector("[data-preview]").hidden = !leaf.passage;
  const only = sentence("nothing_else", { name: `\u2068${partner.name}\u2069` });
  fill(page, { partner: partner.name, only });
  const body = bodyOf(leaf);
  showLeaf(page.querySelector("[data-leaf]"), { body, author: { name: me.name } });
}

function bodyOf({ passage }) {
  return { kind: "leaf.passage", day: today(), text: passage };
}

// The same leaf again after a lost line: the server knows it, and it lies there once.
async function layDown(page, leaf) {
  const form = page.querySelector("form");
  const say = page.querySelector(".say");
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  say.textContent = "";
  try {
    leaf.laid ??= await sealed(leaf);
    const { row, digest } = leaf.laid;
    const { next } = await send(form.action, row);
    await rememberLeaf({ ...row, author: (await who()).person }, digest);
    location.assign(next);
  } catch (error) {
    if (!error.reason) console.error(error);
    say.textContent = error.status === 0 ? sentence("not_laid") : explain(error);
    form.ariaBusy = "false";
  }
}

async function sealed(leaf) {
  const place = {
    couple: leaf.couple().id,
    record: crypto.randomUUID(),
    revision: 1,
    collection: "leaf",
    field: "passage",
  };
  const { envelope, digest } = await sealLeaf(place, bodyOf(leaf));
  return { row: { ...place, envelope }, digest };
}
