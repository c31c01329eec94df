// Keeping: sealed, then laid into the copy and the outbox in one step. On a device marked mine
// that is kept; on any other it is kept when the server has it.
import { sealRecord, who } from "#web/vault.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { brieflyOne, folding } from "./copy.js";
import { recordKey } from "./incoming.js";
import { putting, waiting } from "./outbox.js";
import { rememberingAll } from "./seen.js";
import { flush, post } from "./sending.js";
import { read, StoreError } from "./shelf.js";
import { commit, together } from "./together.js";

const MOMENT = 1200;

/**
 * Keeps `body` as the next revision of `record`, or as a new one. Resolves with
 * {record, revision, kept, sent, error?, twice, undeleted}: `kept` false means that it waits in
 * this tab alone. Throws VaultError or StoreError when it could be held nowhere.
 * `revision` is the one these words were written on: if another has come since, both are kept.
 */
export async function keep(body, { record = crypto.randomUUID(), revision } = {}) {
  const laid = await together(() => layDown(body, record, revision));
  const { mine } = await who();
  const sending = laid.sent ? {} : await sent(laid, mine);
  if (mine && !sending.sent && !laid.sent) globalThis.navigator?.storage?.persist();
  const result = { ...laid, ...sending, kept: mine || laid.sent || sending.sent };
  const outcomes = sending.outcomes ?? [];
  result.twice = laid.twice || outcomes.some(({ twice }) => twice);
  result.undeleted = outcomes.some(({ undeleted }) => undeleted);
  document.dispatchEvent(new CustomEvent("drawleaf:kept", { detail: { record: result.record } }));
  return result;
}

async function layDown(body, record, base) {
  const before = await current(record);
  if (base === undefined || !before || before.revision === base) {
    return laid(body, record, (before?.revision ?? 0) + 1, before?.digest);
  }
  // Written on words that are no longer the last: both are kept, and nothing unseen is deleted.
  if (!body.day) throw new StoreError("changed_meanwhile");
  const place = crypto.randomUUID();
  return { ...(await laid({ ...body, also: sealedUuid(record) }, place, 1)), twice: true };
}

// `on`: the words these were written on, for who finds them sealed anew at the server.
async function laid(body, record, revision, on) {
  const { envelope, digest } = await sealRecord(record, revision, body);
  const item = { record, revision, digest, body };
  const entry = { record, revision, envelope, digest, on };
  const result = { record, revision, twice: false };
  try {
    const changes = [...(await folding([item])), ...(await rememberingAll([item]))];
    await commit([await putting(entry), ...changes]);
    return result;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    await withoutDevice(entry, error);
    return { ...result, sent: true };
  }
}

async function current(record) {
  const [row, item] = [await read("rows", recordKey(record)), await brieflyOne(record)];
  return !item || row?.revision > item.revision ? row : item;
}

// The device can hold nothing more. If the server has it, nothing is lost.
async function withoutDevice(entry, full) {
  try {
    await post(entry);
  } catch {
    throw full;
  }
}

async function sent({ record }, mine) {
  const sending = flush();
  const soon = new Promise((resolve) => setTimeout(resolve, MOMENT, { slow: true }));
  const { slow, error, outcomes = [] } = await (mine ? Promise.race([sending, soon]) : sending);
  // What waits for another reason holds nothing else back.
  const places = [record, ...outcomes.map(({ twice }) => twice)];
  const isSent = !slow && !(await waiting()).some((entry) => places.includes(entry.record));
  return { sent: isSent, error, outcomes };
}
