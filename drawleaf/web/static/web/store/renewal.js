// After new keys: what the server still holds under the key before is sealed anew, row by row, by
// any device with the notebook open. It may stop anywhere; the next page begins again.
import { alone } from "#web/device/alone.js";
import { world } from "#web/device/world.js";
import { ask, send } from "#web/send.js";
import { hasRetiring, isUnderPresent, nothingLeft, sealAnew, sealHalfAnew, who } from "#web/vault.js";
import { sync } from "#web/feed.js";
import { waiting } from "./outbox.js";
import { rememberedAll, rememberedRecord } from "./seen.js";
import { rememberedHalves, rememberingHalves, seenOfHalf } from "./reveal.js";
import { flush, post } from "./sending.js";
import { read, write } from "./shelf.js";
import { commit, together } from "./together.js";

const AN_HOUR = 60 * 60 * 1000;
const TRIED = ["meta", "renewal-tried"];

/** What a page does by itself. A row that does not open sends no phone through all rows again. */
export async function goOnRenewing() {
  const tried = (await read(...TRIED)) ?? -Infinity;
  if (world.now() - tried > AN_HOUR) await renewRecords();
}

/**
 * Resolves with true once all is sealed anew that can be. Tells the page how far it has
 * come by `drawleaf:renewing` {done, of}. Throws SendError where the line breaks.
 */
export async function renewRecords() {
  if (!(await isRenewing())) return false;
  await flush();
  await alone("renewal", walk);
  await sync();
  if (await isRenewing()) await write([[...TRIED, world.now()]]);
  return true;
}

/**
 * Looks at all that lies under the present key, before new ones are sent: under it this device then
 * believes what it has seen by now, and nothing else.
 */
export async function seeAll() {
  await sync();
  const halves = (await fed()).filter(({ field }) => field);
  await together(async () => commit(await rememberingHalves(halves)));
}

async function isRenewing() {
  const person = await who();
  return Boolean(person?.notebook && (await hasRetiring()));
}

async function walk() {
  let [rows, left] = [[], []];
  for (let before = Infinity; ; before = left.length) {
    rows = await fed();
    left = await underAnotherKey(rows);
    // A round that made none better would go round for ever.
    if (!left.length || left.length >= before) break;
    for (const [at, row] of left.entries()) {
      tell({ done: at, of: left.length });
      await sealOne(row);
    }
  }
  if (!left.length && (await isWhole(rows))) await nothingLeft();
  tell({ done: 1, of: 1 });
}

/** Whether the server gave all that this device remembers, so that nothing is left out. */
async function isWhole(rows) {
  const at = ({ record, field }) => (field ? `${record} ${field}` : record);
  const given = new Map(rows.map((row) => [at(row), row.revision]));
  return together(async () => {
    const unsent = new Map();
    for (const { record, revision } of (await waiting()).reverse()) unsent.set(record, revision - 1);
    const due = ([record, revision]) => unsent.get(record) ?? revision;
    const seen = [...(await rememberedAll()), ...(await rememberedHalves())];
    return seen.every((each) => (given.get(each[0]) ?? 0) >= due(each));
  });
}

/** What does not open stays as it is: sealed anew it would look as if it were whole. */
async function sealOne(row) {
  const fields = await anew(row);
  if (!fields) return;
  try {
    await (row.field ? send("/notebook/resealings/", fields) : post(fields));
  } catch (error) {
    // Another device was first, with new words or with the same ones.
    if (error.reason !== "changed") throw error;
  }
}

async function anew(row) {
  if (row.field) return sealHalfAnew(row, await seenOfHalf(row)).catch(unlessShut);
  const before = await together(() => rememberedRecord(row.record));
  try {
    return await sealAnew(row, before);
  } catch (error) {
    return unlessShut(error);
  }
}

function unlessShut(error) {
  if (!error.reason || error.reason === "shut") throw error;
  return null;
}

async function fed() {
  const found = [];
  for (let page = { cursor: "", more: true }; page.more;) {
    page = await ask(`/feed/?after=${encodeURIComponent(page.cursor)}`);
    found.push(...page.notebook, ...(page.reveal ?? []));
  }
  return found;
}

async function underAnotherKey(rows) {
  const present = await Promise.all(rows.map(({ envelope }) => isUnderPresent(envelope)));
  return rows.filter((_, at) => !present[at]);
}

function tell(detail) {
  document.dispatchEvent(new CustomEvent("drawleaf:renewing", { detail }));
}
