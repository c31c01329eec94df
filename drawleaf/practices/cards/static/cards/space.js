// The safe space as the two have opened it. That it is open, the server need not be believed: each
// half is checked against what its author was bound to.
import { speaksOf } from "#table/about.js";
import { theirAnswer, whatIOpened } from "#questions/reveal.js";
import { whichOf } from "#questions/sets.js";
import { questionOf, who, wholeText } from "#web/vault.js";

const isSpace = ({ body }) => typeof body?.asks === "string" && body.asks.startsWith("safe_space@");

/** The last that was opened: {words, question, mine, theirs}; null while there is none. */
export async function safeSpace(couple, asked, rowsOf, sets) {
  const halves = [...rowsOf("reveal.commitment"), ...rowsOf("reveal.release")];
  const found = [];
  for (const words of asked.filter(isSpace)) {
    const question = whichOf(sets, words.body);
    const opened = question && (await openedAs(couple, words, question, halves).catch(unlessKnown));
    if (opened) found.push({ words, question, ...opened });
  }
  return newest(found);
}

/** The one that no other was made in place of; of several, the last by its day. */
export function newest(found) {
  const last = found.filter(({ words }) => !found.some((other) => speaksOf(other.words, words) === "these"));
  const inOrder = ({ words: one }, { words: other }) =>
    one.body.day === other.body.day ? (one.record < other.record ? -1 : 1) : one.body.day < other.body.day ? -1 : 1;
  return last.sort(inOrder).at(-1) ?? null;
}

async function openedAs(couple, { record: joint }, asked, halves) {
  const me = (await who())?.person;
  const half = (field, isMine) =>
    halves.find((row) => row.record === joint && row.field === field && (row.author === me) === isMine);
  const given = {
    release: half("release", true),
    their_commitment: half("commitment", false),
    their_release: half("release", false),
  };
  if (Object.values(given).some((row) => !row)) return null;
  const item = { couple, joint, given, question: await questionOf(asked.id, wholeText(asked)) };
  const [theirs, mine] = [await theirAnswer(item), await whatIOpened(item)];
  return { theirs: theirs.answer, mine: mine.answer };
}

// One that was changed, or is from before new keys, is none: it is made anew.
function unlessKnown(error) {
  if (!error.reason || error.reason === "shut") throw error;
  return null;
}
