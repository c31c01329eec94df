// Sending what waits, in the order in which it was kept: at every load, when the line comes back,
// and again after a while. Who sends needs no key.
import { alone } from "#web/device/alone.js";
import { send } from "#web/send.js";
import { who } from "#web/vault.js";
import { keepBoth, tellOf } from "./both.js";
import { recordKey } from "./incoming.js";
import { layDown, layOnTop } from "./lay.js";
import { done, refusing, waiting } from "./outbox.js";
import { read } from "./shelf.js";
import { commit, together } from "./together.js";

const PATIENCE = 20_000;
const PAUSES = [2, 5, 15, 30, 60, 120, 300];
let failures = 0;
let timer = null;

/**
 * Sends all that waits. Resolves with {left, error?, outcomes}: what still waits and why, and what
 * `keepBoth` had to settle.
 */
export async function flush() {
  document.dispatchEvent(new CustomEvent("drawleaf:sending"));
  const result = await alone("outbox", sendAll).catch((error) => {
    tryAgain();
    throw error;
  });
  clearTimeout(timer);
  if (result.error) tryAgain();
  else failures = 0;
  document.dispatchEvent(new CustomEvent("drawleaf:waiting", { detail: result }));
  tellOf(result.outcomes);
  return result;
}

/**
 * Lays a leaf down and sends it. On a device marked mine that is done once it lies there, and
 * `sending` tells of the rest; on any other, once the server has it.
 */
export async function layAndSend(to, place, body) {
  const row = await layDown(to, place, body);
  const sending = flush();
  sending.catch((error) => console.info(error.reason));
  const { error } = (await who()).mine ? {} : await sending;
  if (error) throw error;
  return { row, sending };
}

export async function post({ to = document.body.dataset.records, record, revision, envelope }) {
  const signal = AbortSignal.timeout(PATIENCE);
  return send(to, { record, revision, envelope }, { signal });
}

async function sendAll() {
  const result = { left: 0, outcomes: [], error: null };
  // A server that finds every entry changed gets one copy of it, not another for each.
  const [stuck, twice, again] = [new Set(), new Set(), new Set()];
  for (let entry; (entry = await next(stuck));) {
    try {
      await post(entry);
      await acknowledged(entry);
    } catch (error) {
      stuck.add(entry.record);
      // One that is refused and settled again and again would hold all others back.
      const isNew = !twice.has(entry.record) && !again.has(entry.key);
      again.add(entry.key);
      const settled = isNew && (await settling(entry, error, result));
      result.outcomes.forEach((outcome) => outcome.twice && twice.add(outcome.twice));
      if (settled) stuck.delete(entry.record);
      else if (isAnswer(error) || error.reason === "no_room") result.error ??= error;
      else {
        result.error = error;
        break;
      }
    }
  }
  result.left = (await waiting()).length;
  return result;
}

async function next(stuck) {
  return (await waiting()).find(({ record, refused }) => !refused && !stuck.has(record));
}

function acknowledged(entry) {
  return together(async () => {
    const key = recordKey(entry.record);
    const row = await read("rows", key);
    const older = row && row.revision <= entry.revision;
    await commit([done(entry), ...(older ? [["rows", key]] : [])]);
  });
}

// What cannot be settled, because a row or the disk is not as it should be, holds nothing else back.
async function settling(entry, error, result) {
  try {
    return await settled(entry, error, result);
  } catch (unsettled) {
    if (!unsettled.reason) console.error(unsettled);
    result.error ??= unsettled;
    return false;
  }
}

// True where the entry no longer stands in the way.
async function settled(entry, error, result) {
  if (error.status === 409 && error.reason === "changed") {
    if (!entry.leaf && !(await who())?.notebook) return false;
    const { current } = error.body;
    const outcome = await together(() =>
      entry.leaf ? layOnTop(entry, current) : keepBoth(entry.record, current),
    );
    result.outcomes.push(outcome);
    if (outcome.older) Object.assign(error, { reason: "server_older", sentence: "" });
    return !outcome.older;
  }
  // What is over takes no more; other conflicts of a record wait for their keys.
  if (isAnswer(error) && (error.status !== 409 || entry.leaf)) {
    await together(() => commit([refusing(entry, error.reason)]));
  }
  return false;
}

// A no to this entry alone; all else may be another answer next time, and the outbox rests.
function isAnswer({ status }) {
  return status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status);
}

function tryAgain() {
  failures += 1;
  clearTimeout(timer);
  timer = setTimeout(flush, pause());
}

function pause() {
  const seconds = PAUSES[Math.min(failures, PAUSES.length) - 1] ?? PAUSES[0];
  return seconds * 1000 * (0.8 + Math.random() * 0.4);
}
