// Both, or neither. An answer waits under its author's own key, bound by a commitment under the
// couple's. Once both are bound each opens by hand: "ahead" writes down for which two commitments,
// then the release says it to the other. Nobody reads before being bound; nobody is made to open.
import { own } from "#web/device.js";
import { read, write } from "./body.js";
import { b64u, lp, random, sealedUuid, u32, unb64u, utf8 } from "./bytes.js";
import { facing } from "./couple.js";
import { open, seal } from "./envelope.js";
import { must, VaultError } from "./errors.js";
import { at, context } from "./place.js";
import { sha256 } from "./primitives.js";
import { sealLeaf, seenOf, told, trustedFor } from "./sealing.js";

const READABLE = [undefined, "from_before"];

/** What both have on view: "set@version/name" and all that it asks (`wholeText`). */
export async function questionOf(id, text) {
  return b64u(await sha256("sealed/1 question", lp(id), utf8(text.normalize("NFC"))));
}

/** Binds to an answer (bytes) and tells nothing of it; `place` is where the answer would lie. */
export async function commitmentTo(place, salt, answer) {
  const where = lp(context(place));
  return b64u(await sha256("sealed/1 commit", salt, where, u32(answer.length), answer));
}

/** What to post to be bound, both or neither: {revision, waiting, commitment}. `salt` for vectors. */
export async function sealAnswer({ couple, joint, question }, revision, answer, salt = random(32)) {
  const { person } = await facing(couple);
  const said = write(answer);
  const where = at(couple, person, joint, revision, "reveal", "answer");
  const bound = await commitmentTo(where, salt, said);
  const half = { couple, record: joint, revision, collection: "reveal", field: "commitment" };
  const body = { kind: "reveal.commitment", question, commitment: bound };
  const commitment = await sealLeaf(half, body);
  const members = { revision, question, salt: b64u(salt), answer: textOf(said), own: commitment.digest };
  return { revision, commitment, waiting: await sealHalf({ couple, joint }, "waiting", revision, members) };
}

/** The next revision in place of what waits: it says that nothing does. */
export function sealWithdrawn(item, revision) {
  return sealHalf(item, "waiting", revision, { revision, withdrawn: true });
}

/**
 * One's own half, "waiting" or "ahead", as it lies at the server: {body, digest}. `remembered` is
 * what this device has seen of it, as `openRecord` takes it.
 */
export async function openHalf({ couple, joint }, field, row, remembered) {
  const half = await openOwnHalf({ ...row, record: joint, field }, remembered);
  must(half.body.couple === sealedUuid(couple), "malformed");
  return half;
}

/** The same as the feed gives it, {record, field, revision, envelope}, whichever table it is of. */
export async function openOwnHalf({ record, field, revision, envelope }, remembered) {
  const { person, keys } = await own();
  const place = at(person, person, record, revision, "reveal", field);
  const trusted = trustedFor(keys, place, remembered);
  const { body, digest } = await open(unb64u(envelope), place, trusted, { seen: seenOf(remembered) });
  return { body, digest: b64u(digest) };
}

/**
 * The row of a half on the table as this program knows its place, whatever a host says of it:
 * one's own "commitment" or "release", or the other's, "their_commitment" or "their_release".
 */
export async function halfOnTable({ couple, joint }, name, { revision, envelope }) {
  const { person, partner } = await facing(couple);
  const [, theirs, field] = name.match(/^(their_)?(.*)$/);
  const author = theirs ? partner.id : person;
  return { couple, author, record: joint, revision, collection: "reveal", field, envelope };
}

/** What one has kept: {revision, question, salt, answer, own, digest}; withdrawn where it is nothing. */
export function answerIn({ body, digest }) {
  must(!body.withdrawn, "withdrawn");
  const { revision, question, salt, answer, own: bound } = body;
  return { revision, question, salt, answer: read(utf8(answer)), own: bound, digest };
}

/**
 * For which two commitments one is about to open; the server acknowledges it before the release.
 * `theirs` is the other's commitment, opened; the item's `question` is what is on view.
 */
export function sealAhead(item, kept, theirs) {
  must(kept.question === item.question, "other_question");
  must(theirs.body.question === item.question, "other_question");
  const { revision, own: bound } = kept;
  return sealHalf(item, "ahead", 1, { revision, own: bound, partner: theirs.digest });
}

/** One's words for the other, once `ahead` is acknowledged, and only for the two it names. */
export function sealRelease({ couple, joint }, kept, ahead, theirs) {
  must(ahead.body.own === kept.own, "changed");
  must(ahead.body.partner === theirs.digest, "changed");
  const { own: bound, partner } = ahead.body;
  const body = { kind: "reveal.release", salt: kept.salt, answer: textOf(write(kept.answer)), own: bound, partner };
  const { revision } = kept;
  return sealLeaf({ couple, record: joint, revision, collection: "reveal", field: "release" }, body);
}

/**
 * What the other has opened for one: their answer. `mine` is one's own release, opened, and `ahead`
 * the body of one's own, null where the notebook is shut; `commitment` and `release` are theirs,
 * opened. A false opening throws differs, other_version or other_question, the words in `shown`.
 */
export async function answerOf(item, { ahead, mine }, commitment, release) {
  must(mine, "not_opened");
  // What is tagged from before new keys, others could have made: there ahead stands alone. What never
  // had a seal of one's own takes no release away, or whoever hosts could choose among aheads by it.
  must(READABLE.includes(mine.trouble), mine.trouble);
  const faced = mine.trouble ? ahead : mine.body;
  must(faced, "not_opened");
  const { body, author } = release;
  const answer = read(utf8(body.answer));
  const sure = (holds, reason) => {
    if (!holds) throw new VaultError(reason, { body: answer, author });
  };
  sure((await boundBy(item, release)) === commitment.body.commitment, "differs");
  sure(commitment.digest === faced.partner, "other_version");
  sure(body.own === faced.partner, "other_version");
  sure(body.partner === faced.own, "other_version");
  // An ahead that nothing was released for, as after a press that broke off, is kept by whoever hosts.
  sure(!ahead || (ahead.own === faced.own && ahead.partner === faced.partner), "other_version");
  sure(commitment.body.question === item.question, "other_question");
  return answer;
}

/**
 * Whether one's own release, tagged from before new keys, says what one was bound to as one opened:
 * `ahead` tells by which commitment, that one what the words were.
 */
export async function isAsBound(item, ahead, commitment, release) {
  if (!ahead || commitment?.digest !== ahead.own) return false;
  return (await boundBy(item, release)) === commitment.body.commitment;
}

/** What an opened release would have bound its author to. */
function boundBy({ couple, joint }, { body, author, revision }) {
  const where = at(couple, author.id, joint, revision, "reveal", "answer");
  return commitmentTo(where, unb64u(body.salt, 32), utf8(body.answer));
}

/** A half that belongs to a joint, sealed anew under one's present key at the revision it has. */
export async function sealHalfAnew(row, remembered) {
  const { body } = await openOwnHalf(row, remembered);
  const { record, field, revision } = row;
  const { person, current } = await own();
  const place = at(person, person, record, revision, "reveal", field);
  return { record, field, revision, envelope: told(await seal(body, place, current)).envelope };
}

async function sealHalf({ couple, joint }, field, revision, members) {
  const { person, current } = await own();
  const place = at(person, person, joint, revision, "reveal", field);
  const body = { kind: `reveal.${field}`, couple: sealedUuid(couple), ...members };
  return told(await seal(body, place, current));
}

const textOf = (bytes) => new TextDecoder().decode(bytes);
