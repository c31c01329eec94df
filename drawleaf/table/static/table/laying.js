// Forms whose words are sealed for the two: `<form data-lay="ritual.words" data-couple="…">`.
//
// What stands in `[data-member]` becomes the body, in that order. `data-record` and `data-revision`
// say which leaf it is a change of; without them it is a new one. `data-about` names the leaf it
// speaks of, by record, revision and digest: that one must have been opened on this page. What a
// script has put into `form.inClear` goes beside the leaf, for the server to read: never words.
import { today } from "#web/days.js";
import { fillIn, holdWords, standAgain } from "#web/holding.js";
import { no } from "#web/no.js";
import { during } from "#web/paper.js";
import { needOfPage, openedIn } from "#web/sealed.js";
import { send } from "#web/send.js";
import { rememberLeaf } from "#web/store.js";
import { sealLeaf, who } from "#web/vault.js";
import { leafAt, nameOf } from "./about.js";
import { needTable } from "./shut.js";

const forms = () => document.querySelectorAll("form[data-lay]");

/** Watches every such form of the page, and fills those that change a leaf once it is open. */
export function watchForms() {
  for (const form of forms()) watchForm(form);
  document.addEventListener("sealed:opened", ({ target, detail }) => refill(target, detail));
}

/** One form; `about` gives what it speaks of, where that is not open on the page. */
export function watchForm(form, about = () => aboutOf(form)) {
  holdWords(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, async () => {
      const members = membersOf(form);
      if (lacks(form, members)) throw no("unsaid");
      if (isOver(form)) throw no("day_over");
      if (!(await needTable())) return;
      await openedIn(document.querySelector("main"));
      const { next } = await layHere(form, bodyOf(form, members, about));
      location.assign(next);
    });
  });
}

function bodyOf({ dataset }, members, about) {
  const body = { kind: dataset.lay, day: today() };
  const named = about();
  return { ...body, ...(named ? { about: named } : {}), ...members };
}

/** Whether nothing is said, or not what must be. A form without a field says yes by its button. */
function lacks(form, members) {
  const fields = [...form.querySelectorAll("[data-member]:not([type=hidden])")];
  const missing = fields.some(({ required, dataset }) => required && !members[dataset.member]);
  return missing || (fields.length > 0 && !fields.some(({ dataset }) => members[dataset.member]));
}

/** Whether a day that is to come has gone by. */
function isOver(form) {
  return [...form.querySelectorAll("[data-to-come]")].some(({ value }) => value && value < today());
}

export function membersOf(form) {
  const members = {};
  for (const field of form.querySelectorAll("[data-member]")) {
    const { member } = field.dataset;
    if (["radio", "checkbox"].includes(field.type) && !field.checked) continue;
    if (field.value.trim()) members[member] = field.value.trim();
  }
  return members;
}

/**
 * [record, revision, digest] of the leaf that is open on this page, in the form's own card first;
 * it is the words of a joint, or what `data-of` names: a field, or "collection.field" where what is
 * spoken of is of another practice.
 */
function aboutOf(form) {
  const { about: record, of = "words", lay: kind } = form.dataset;
  if (!record) return null;
  const [field, collection = kind.split(".")[0]] = of.split(".").reverse();
  const is = { record, collection, field };
  const select = Object.entries(is).map(([name, value]) => `[data-${name}="${CSS.escape(value)}"]`);
  const within = (place) => place?.querySelector(`sealed-text${select.join("")}`);
  const place = within(form.closest("[data-leaf]")) ?? within(document);
  if (!place?.leaf?.digest || place.leaf.trouble) throw no(place?.leaf?.trouble ?? "shut");
  return nameOf(leafAt(place));
}

/** Lays `body` for the two whose table this page is of, and for nobody else. */
export async function layHere(form, body) {
  needOfPage(form.dataset.couple);
  return lay(form, body);
}

/**
 * Seals `body` as the leaf that a form names, and posts it. The same leaf again after a lost line:
 * the server knows it, and it lies there once.
 */
export async function lay(form, body) {
  const said = JSON.stringify([form.dataset.couple, body]);
  if (form.laid?.said !== said) form.laid = { said, ...(await sealed(form, body)) };
  const { row, digest } = form.laid;
  const answer = await send(form.action, { ...form.inClear, ...row }).catch((error) => {
    if (error.reason === "signed_out") standAgain();
    throw error.status === 0 ? no("not_laid") : error;
  });
  await rememberLeaf({ ...row, author: (await who()).person }, digest);
  return answer;
}

async function sealed({ dataset }, body) {
  const [collection, field] = dataset.lay.split(".");
  const { record = crypto.randomUUID(), revision = 0, couple } = dataset;
  const place = { couple, record, revision: Number(revision) + 1, collection, field };
  const { envelope, digest } = await sealLeaf(place, body);
  return { row: { ...place, envelope }, digest };
}

// Only with one's own words, of the very kind that the form lays anew.
function refill({ dataset }, { body, trouble, mine }) {
  if (!body || trouble || !mine) return;
  for (const form of forms()) {
    const isOf = form.dataset.lay === `${dataset.collection}.${dataset.field}`;
    if (!form.dataset.revision || form.dataset.record !== dataset.record || !isOf) continue;
    for (const field of form.querySelectorAll("[data-member]")) {
      const value = body[field.dataset.member];
      if (field.type === "radio") field.checked ||= field.value === value;
      else if (!field.defaultValue && typeof value === "string" && fillIn(field, value)) {
        form.dataset.revision = dataset.revision;
      }
    }
  }
}
