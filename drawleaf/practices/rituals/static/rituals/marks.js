// The marks of a ritual: one a person and a day, set or unset by its author alone.
import { DAY } from "#web/days.js";
import { inOne } from "#web/holding.js";
import { needOfPage, textOf } from "#web/sealed.js";
import { layAndSend, lying, openOnTable } from "#web/store.js";
import { tickRecord, who } from "#web/vault.js";

/** {couple, joint, person?} of a mark becomes its place on the table. */
async function placeOf({ couple, joint, person }, day) {
  const author = person ?? (await who()).person;
  const record = await tickRecord(couple, joint, author, day);
  return { couple, joint, author, record, collection: "ritual", field: "tick" };
}

/**
 * Somebody's mark of a day, opened, or null: from this device, or among `given` rows that a page
 * carried, whichever is later.
 */
export async function markOf(ritual, day, given = []) {
  const place = await placeOf(ritual, day);
  const rows = given.filter(({ record, author }) => record === place.record && author === place.author);
  const here = await lying(place);
  const row = [here, ...rows].filter(Boolean).sort((one, other) => other.revision - one.revision)[0];
  if (!row?.envelope) return null;
  const leaf = await openOnTable({ ...row, joint: ritual.joint }).catch(() => null);
  return leaf && !leaf.trouble && isMark(leaf.body, day) ? leaf : null;
}

/**
 * Sets or unsets one's own mark of a day, with words beside it if there are some. Set, it keeps what
 * stands beside it already: the form may have been open since before that was said in another tab.
 */
export async function setMark(ritual, to, day, done, words = {}) {
  needOfPage(ritual.couple);
  const place = await placeOf(ritual, day);
  const body = { kind: "ritual.tick", day, done };
  const standing = done ? await markOf(ritual, day) : null;
  await layAndSend(to, place, withWords({ ...body, ...standing?.body, done }, words));
}

function withWords(body, words) {
  const all = { ...body };
  for (const [name, text] of Object.entries(words)) {
    all[name] = textOf(body, name) ? inOne(body[name], text) : text;
  }
  return all;
}

function isMark(body, day) {
  return body?.kind === "ritual.tick" && body.day === day && DAY.test(day);
}

/** Those of `found` that are marks of this very ritual: its record tells, whatever the server says. */
export async function marksOf({ couple, joint }, found) {
  const ticks = found.filter(({ field, body }) => field === "tick" && isMark(body, body.day));
  const records = ticks.map(({ author, body }) => tickRecord(couple, joint, author.id, body.day));
  const own = await Promise.all(records);
  return ticks.filter(({ record }, at) => record === own[at]);
}

export const isSet = (leaf) => leaf?.body.done === true;
