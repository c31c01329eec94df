// Both, or neither: the vault's own functions, with the keys of a case in custody.
import { install } from "#web/device.js";
import { b64u, unb64u, uuidOf } from "#web/vault/bytes.js";
import { wholeText } from "#web/vault/asked.js";
import { bucket, seal } from "#web/vault/envelope.js";
import { hand } from "#web/vault/hand.js";
import { at, context, isShared, leastOf } from "#web/vault/place.js";
import { envelopeKey } from "#web/vault/primitives.js";
import * as vault from "#web/vault/reveal.js";
import { openLeaf } from "#web/vault/sealing.js";
import { takeIn } from "./ring_of.js";
import { is, refused } from "./vectors_say.js";

export function reveal(given) {
  return { question, asked, commit, size, reveal: whole, refuse }[given.does](given);
}

const placeOf = ({ scope, author, record, revision, collection, field }) =>
  at(scope, author, record, revision, collection, field);

async function question({ id, text, question: due }) {
  is(await vault.questionOf(id, text), due);
}

function asked({ asked, text }) {
  is(wholeText(asked), text);
}

async function commit({ place, salt, answer, ...due }) {
  const where = placeOf(place);
  is(b64u(context(where)), due.context);
  const said = new TextEncoder().encode(answer);
  is(await vault.commitmentTo(where, unb64u(salt), said), due.commitment);
}

function size({ place, length, bucket: due, error }) {
  const where = placeOf(place);
  const plain = (isShared(where) ? 37 : 5) + length;
  if (error) return refused(error, () => bucket(plain, leastOf(where)));
  return is(bucket(plain, leastOf(where)), due);
}

/** Her keyring in custody, as on a device that has just unlocked it. */
async function isHers({ keyring }) {
  const body = JSON.parse(keyring);
  const keys = ({ key, ...more }) => ({ ...more, key: unb64u(key) });
  const ring = {
    person: uuidOf(body.person),
    generation: body.generation,
    own: body.own.map(keys),
    couples: body.couples.map(({ id, partner, digest, ...more }) => ({
      ...keys(more),
      id: uuidOf(id),
      partner: { ...partner, id: uuidOf(partner.id) },
      digest: unb64u(digest),
    })),
  };
  await takeIn(install, ring);
  return ring;
}

async function whole({ couple, joint, question: asks, revision, answer, salt, ...due }) {
  await isHers(due);
  const item = { couple, joint, question: asks };
  const bound = await vault.sealAnswer(item, revision, JSON.parse(answer), unb64u(salt));
  is(bound.waiting.digest, due.waiting.digest);
  is(bound.commitment.digest, due.commitment.digest);
  const half = await vault.openHalf(item, "waiting", due.waiting);
  is(JSON.stringify(half.body), due.waiting.body);
  const kept = vault.answerIn(half);
  is([JSON.stringify(kept.answer), kept.own], [answer, due.commitment.digest]);
  const theirs = await onTable(item, "their_commitment", due.their_commitment);
  is((await vault.sealAhead(item, kept, theirs)).digest, due.ahead.digest);
  const ahead = await vault.openHalf(item, "ahead", due.ahead);
  is((await vault.sealRelease(item, kept, ahead, theirs)).digest, due.release.digest);
  const said = await onTable(item, "their_release", due.their_release);
  const mine = await onTable(item, "release", due.release);
  for (const own of [{ ahead: ahead.body, mine }, { mine }]) {
    is(JSON.stringify(await vault.answerOf(item, own, theirs, said)), due.opened);
  }
  const gone = due.withdrawn;
  is((await vault.sealWithdrawn(item, gone.revision)).digest, gone.digest);
}

/** As a page opens it: where the program knows that it lies. */
async function onTable(item, name, row) {
  const leaf = await openLeaf(await vault.halfOnTable(item, name, row));
  return { ...leaf, revision: row.revision };
}

async function refuse({ step, couple, joint, question: asks, rows, remembered, error, shown, ...case_ }) {
  const ring = await isHers(case_);
  const item = { couple, joint, question: asks };
  const given = {};
  for (const [name, row] of Object.entries(rows)) given[name] = await sealed(ring, couple, row);
  const act = () => go[step](item, given, remembered ?? undefined);
  if (!error) return act();
  return is(Boolean((await refused(error, act)).shown), shown);
}

/** A row of a case, sealed as its place says. */
async function sealed(ring, couple, row) {
  if (row.envelope) return row;
  const place = placeOf(row.place);
  const secret = isShared(place) ? ring.couples.find(({ id }) => id === couple) : ring.own[0];
  const me = isShared(place) && (await hand(place.author, unb64u(row.tagkey)));
  const { envelope } = await seal(JSON.parse(row.body), place, await envelopeKey(secret.key), me);
  return { revision: row.revision, envelope: b64u(envelope) };
}

const go = {
  async waiting(item, { waiting }, remembered) {
    return vault.answerIn(await vault.openHalf(item, "waiting", waiting, remembered));
  },
  async ahead(item, given) {
    const kept = await go.waiting(item, given);
    const theirs = await onTable(item, "their_commitment", given.their_commitment);
    await vault.sealAhead(item, kept, theirs);
    return { kept, theirs };
  },
  async release(item, given) {
    const { kept, theirs } = await go.ahead(item, given);
    const ahead = await vault.openHalf(item, "ahead", given.ahead);
    return vault.sealRelease(item, kept, ahead, theirs);
  },
  async open(item, given) {
    const theirs = await onTable(item, "their_commitment", given.their_commitment);
    const said = await onTable(item, "their_release", given.their_release);
    return vault.answerOf(item, await facing(item, given), theirs, said);
  },
};

/** One's own two, as a page opens them: a release from before new keys only beside an ahead. */
async function facing(item, rows) {
  const ahead = rows.ahead && (await vault.openHalf(item, "ahead", rows.ahead)).body;
  const mine = rows.release && (await onTable(item, "release", rows.release).catch(shownBeside(ahead)));
  return { ahead, mine };
}

const shownBeside = (ahead) => (error) => {
  if (!ahead || error.reason !== "from_before") throw error;
  return { ...error.shown, trouble: error.reason };
};
