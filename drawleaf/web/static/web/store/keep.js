// Keeping: sealed, then laid into the copy and the outbox in one step. On a device marked mine
// that is kept; on any other it is kept when the server has it.
import { sealRecord, who } from "#web/vault.js";
import { folding, opened } from "./copy.js";
import { recordKey } from "./incoming.js";
import { putting } from "./outbox.js";
import { rememberingAll } from "./seen.js";
import { flush, post } from "./sending.js";
import { read, StoreError } from "./shelf.js";
import { commit, whole } from "./whole.js";

const MOMENT = 1200;

/**
 * Keeps `body` as the next revision of `record`, or as a new one. Resolves with
 * {record, revision, kept, sent, error?, twice}: `kept` false means that it waits in this tab
 * alone. Throws VaultError or StoreError when it could be held nowhere.
 * `revision` is the one these words were written on: if another has come since, both are kept.
 */
export async function keep(body, { record = crypto.randomUUID(), revision } = {}) {
  const entry = await whole(() => layDown(body, record, revision));
  const { mine } = await who();
  const sending = entry.sent ? { twice: [] } : await sent(entry, mine);
  const result = { ...entry, ...sending, kept: mine || entry.sent || sending.sent };
  document.dispatchEvent(new CustomEvent("drawleaf:kept", { detail: { record: result.record } }));
  return result;
}

async function layDown(body, record, base) {
  const before = await current(record);
  const other = base !== undefined && before && before.revision !== base;
  const place = other ? crypto.randomUUID() : record;
  const revision = other ? 1 : (before?.revision ?? 0) + 1;
  const { envelope, digest } = await sealRecord(place, revision, body);
  const item = { record: place, revision, digest, body };
  const entry = { record: place, revision, envelope, digest };
  try {
    const changes = [...(await folding([item])), ...(await rememberingAll([item]))];
    await commit([await putting(entry), ...changes]);
    return { record: place, revision };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ...(await withoutDevice(entry, error)), revision };
  }
}

async function current(record) {
  const [row, item] = [await read("rows", recordKey(record)), (await opened()).get(record)];
  return !item || row?.revision > item.revision ? row : item;
}

// The device can hold nothing more. If the server has it, nothing is lost.
async function withoutDevice(entry, full) {
  try {
    await post(entry);
  } catch {
    throw full;
  }
  return { record: entry.record, sent: true };
}

async function sent({ record }, mine) {
  const sending = flush();
  const soon = new Promise((resolve) => setTimeout(resolve, MOMENT, { twice: [], slow: true }));
  const result = await (mine ? Promise.race([sending, soon]) : sending);
  const isSent = !result.slow && !result.error;
  return { sent: isSent, error: result.error, twice: result.twice };
}
