// Both, or neither: keeping an answer, opening it by hand, reading what the other has opened. None of
// it waits in the outbox: one is bound, and opens, only where the server says so at once.
import { send } from "#web/send.js";
import { openOnTable } from "#web/store.js";
import { isRecord } from "#web/store/given.js";
import { myAhead, needStillKept, nextHalf, openMyHalf, rememberHalf } from "#web/store/reveal.js";
import { answerIn, answerOf, halfOnTable, isAsBound, sealAhead, sealAnswer, sealRelease, sealWithdrawn, VaultError } from "#web/vault.js";

/** One of the rows that a page has; what has not the shape of one is none. */
const rowIn = ({ given }, name) => (isRecord(given[name]) ? given[name] : null);

/** Binds oneself to `answer`, in place of what was kept before. `item`: {couple, joint, question, given}. */
export async function keepAnswer(item, answer, to) {
  const { revision, waiting, commitment } = await once(item, JSON.stringify(answer), (at) => sealAnswer(item, at, answer));
  await send(to, { revision, waiting: waiting.envelope, commitment: commitment.envelope });
  await rememberHalf(item, "waiting", revision, waiting.digest);
}

export async function withdrawAnswer(item, to) {
  const { revision, envelope, digest } = await once(item, "", (revision) => sealWithdrawn(item, revision));
  await send(to, { revision, waiting: envelope });
  await rememberHalf(item, "waiting", revision, digest);
}

/** The same again after a lost line, in the same bytes: the server knows it, and it is kept once. */
async function once(item, said, seal) {
  const revision = await nextHalf(item, "waiting", rowIn(item, "waiting"));
  if (item.sealing?.said !== said) item.sealing = { revision, ...(await seal(revision)), said };
  return item.sealing;
}

/** What one has kept, the newest and not withdrawn, as `answerIn` gives it; or null. */
export async function myAnswer(item) {
  const waiting = rowIn(item, "waiting");
  if (!waiting) return null;
  const half = await openMyHalf(item, "waiting", waiting);
  return half.body.withdrawn ? null : answerIn(half);
}

/** One's own press of Open: `kept` is what stands on view. */
export async function openMine(item, kept, { ahead: aheadTo, opening }) {
  const theirs = await opened(item, "their_commitment");
  await needStillKept(item, kept);
  const ahead = await acknowledged(item, await sealAhead(item, kept, theirs), aheadTo);
  const { envelope } = await sealRelease(item, kept, ahead, theirs);
  await send(opening, { revision: kept.revision, envelope });
}

/**
 * What one has opened oneself: {answer}; also where the notebook is shut. With `trouble` where its
 * seal is not one's present one, and it is not known to be what one was bound to.
 */
export async function whatIOpened(item) {
  const { trouble, ...release } = await opened(item, "release");
  const answer = JSON.parse(release.body.answer);
  return !trouble || (await isMine(item, release)) ? { answer } : { answer, trouble };
}

async function isMine(item, release) {
  const [ahead, commitment] = await Promise.all([myAhead(item), opened(item, "commitment")]).catch(() => []);
  return isAsBound(item, ahead, commitment, release);
}

/** What the other has opened: {answer}; throws VaultError, the words in `shown`, if it is false. */
export async function theirAnswer(item) {
  const [commitment, release] = [await opened(item, "their_commitment"), await opened(item, "their_release")];
  const ahead = await myAhead(item);
  const mine = rowIn(item, "release") && (await opened(item, "release"));
  return { answer: await answerOf(item, { ahead, mine }, commitment, release) };
}

// There is one for ever: another device of mine, or a lost answer, may have put it there.
async function acknowledged(item, sealed, to) {
  try {
    await send(to, { envelope: sealed.envelope });
  } catch (error) {
    if (!error.body?.current) throw error;
    return openMyHalf(item, "ahead", error.body.current);
  }
  return openMyHalf(item, "ahead", { revision: 1, envelope: sealed.envelope });
}

/** A half of either on the table; one's own may be marked, and then tells nothing by itself. */
async function opened(item, name) {
  const row = rowIn(item, name);
  if (!row) throw new VaultError("taken_back");
  const leaf = await openOnTable(await halfOnTable(item, name, row));
  return { ...leaf, revision: row.revision };
}
