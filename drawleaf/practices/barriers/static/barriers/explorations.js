// Explorations, as records of the notebook like any other: nobody learns of them, the server
// included. One that was stopped in the middle has `next`, where it goes on.
import { deleteEntry } from "#notebook/keeping.js";
import { dayOf } from "#notebook/written.js";
import { today } from "#web/days.js";
import { briefly, keep, whole } from "#web/store.js";

/** Those that are to be acted on, the latest last; of one family, or of all. */
export async function explorations(family) {
  const found = (await briefly()).filter(isExploration);
  found.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))));
  return family ? found.filter(({ body }) => body.family === family) : found;
}

/** The one under this record, or undefined. */
export async function explorationUnder(record) {
  const found = await whole(record);
  return found && isExploration(found) ? found : undefined;
}

/** What was answered: {answers, words, next}, each by its question's name. */
export function answeredIn({ body }) {
  return { answers: strings(body.answers), words: strings(body.words), next: body.next };
}

/**
 * Keeps one sitting as a record of its own, and takes away the half one it went on from: so two
 * devices that both go on lose nothing. Resolves with what `keep` says of the new one.
 */
export async function keepExploration({ set, family, answers, words, next }, before) {
  const body = { kind: "notebook.record", type: "exploration", day: today(), set, family, answers, words };
  const kept = await keep(next ? { ...body, next } : body);
  // Changed elsewhere meanwhile: then it stays beside the new one.
  if (before) await deleteEntry(before).catch((error) => console.info(error.reason));
  return kept;
}

function isExploration({ body, trouble, doubted }) {
  return !trouble && !doubted && body?.type === "exploration";
}

function strings(given) {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => typeof value === "string"));
}
