// Becoming a couple, from this device.
import { about, install, isMine, table } from "#web/device.js";
import { world } from "#web/device/world.js";
import { b64u, newUuid, random, unb64u } from "./bytes.js";
import { must, VaultError } from "./errors.js";
import { NOBODY } from "./hand.js";
import { handFrom, refuseCouple, sealRing, withCouple, withLeft } from "./keyring.js";
import { checkName } from "./names.js";
import { note, noted } from "./noted.js";
import * as pairing from "./pairing.js";
import { dhPair, keyId } from "./primitives.js";
import { behind, facts, propose } from "./root.js";
import { pairingWords as wordsOf, wordList } from "./words.js";

const SEVEN_DAYS = 7 * 24 * 60 * 60;
const seconds = () => Math.floor(world.now() / 1000);

/** One couple as this device holds it: key, partner, and my hand. `mayWrite`: both said yes. */
export async function facing(id, { mayWrite = false } = {}) {
  const { person, couples, self, act } = await table();
  const couple = couples.find((each) => each.id === id);
  must(couple, "unknown_key");
  must(!mayWrite || isConfirmed(couple, await noted()), "not_confirmed");
  return { person, self, act, ...couple };
}

/**
 * Whether both have said yes: as the keyring has it, or as the partner's own word, `noted`, has
 * shown. Not any more where new keys have taken its place.
 */
export function isConfirmed({ id, state }, { confirmed, left }) {
  if (state === "left" || left.includes(id)) return false;
  return state === "asked" ? confirmed.includes(id) : state === "paired";
}

/** Whether new keys have taken its place: it is read, and not written any more. */
export function isLeft({ id, state }, { left }) {
  return state === "left" || left.includes(id);
}

/**
 * A new invitation: what to post, what stands after `#` in the link, and the body of the record
 * in which the inviter keeps the rest, until the answer is confirmed or the invitation withdrawn.
 * `renews`: the couple with the same partner whose place the new one is to take.
 */
export async function invite(name, renews) {
  const { self } = await table();
  const { secret: dh } = await dhPair();
  const [invitation, couple, secret] = [newUuid(), newUuid(), random(16)];
  const kept = { invitation, couple, secret, dh, expires: seconds() + SEVEN_DAYS, renews };
  const { envelope, digest } = await pairing.sealInvite({ ...kept, name }, self);
  return {
    fields: { invitation, couple, envelope: b64u(envelope) },
    link_fragment: b64u(secret),
    record: pairing.keptBody({ ...kept, digest }),
  };
}

/**
 * Whose invitation lies behind a link, before anything is answered: {couple, person, name,
 * expires, digest, isRenewal}. `row` is {invitation, couple, author, envelope, renews}; `reserved`
 * are words that are nobody's name on this page. `isRenewal`: from the partner of the table it
 * `renews`, as this device knows them. Works signed out and shut too.
 */
export async function readInvite(row, secret, reserved = []) {
  const { couple, person, name, expires, digest } = await openInvite({ ...row, secret }, NOBODY);
  const me = await about();
  // One's own invitation is refused here, so there is no tag of one's own to look at.
  if (me) refuse(me, me, { couple, person, name, reserved });
  else checkName(name, reserved);
  const known = me?.couples ?? [];
  const isRenewal = isSamePartner(known, row.renews, { partner: { id: person } });
  return { couple, person, name, expires, digest, isRenewal };
}

/** Answers an invitation; this device has the couple key at once. Post, then `settle`. */
export async function join(root, { reserved = [], ...row }) {
  const { ring, K } = behind(root);
  const hand = await handFrom(ring, "pairing");
  const invited = await openInvite(row, hand);
  const { invitation, couple, renews = null } = row;
  refuse(ring, K, { ...invited, reserved });
  const answer = { invitation, invite: invited, secret: unb64u(row.secret, 16), name: K.name };
  const sealed = await pairing.sealJoin(answer, hand);
  const keys = await pair(root, sealed.couple);
  const { joined, instead } = await noted();
  await note({
    joined: { ...joined, [couple]: b64u(sealed.digest) },
    instead: { ...instead, [couple]: renews },
  });
  return { fields: { envelope: b64u(sealed.envelope), ...keys } };
}

/**
 * Who has answered: {person, name, digest}. `invited` is who the row says it was, `kept` the body
 * of the inviter's record.
 */
export async function readJoin({ reserved = [], ...row }) {
  const { self } = await table();
  const me = await about();
  const { couple, person, name, digest } = await openJoin(row, self);
  refuse(me, me, { couple, person, name, reserved });
  return { person, name, digest };
}

/**
 * The inviter's yes. Post the fields, then `settle`, and let go of the record. Refused where the
 * row `renews` another table than the record says, or one with somebody else.
 */
export async function confirm(root, { reserved = [], ...row }) {
  const { ring, K } = behind(root);
  const hand = await handFrom(ring, "pairing");
  const answer = await openJoin(row, hand);
  refuse(ring, K, { ...answer, reserved });
  const own = pairing.keptOf(row.kept);
  const sealed = await pairing.sealConfirm({ kept: own, join: answer }, hand);
  const { renews } = own;
  must(renews === (row.renews ?? undefined), "another_partner");
  must(!renews || isSamePartner(ring.couples, renews, sealed.couple), "another_partner");
  const keys = await pair(root, sealed.couple, renews);
  const kid = b64u(await keyId(sealed.couple.key));
  return { fields: { envelope: b64u(sealed.envelope), kid, ...keys } };
}

/**
 * True when the partner's yes in the row {id, couple, confirm, renews} of an invitation is real;
 * from then on this device may write to the couple, and no more to the one it `renews`: as said when
 * this device answered, or by the row where another device did.
 */
export async function readConfirm({ id: invitation, couple: id, confirm: envelope, ...row }) {
  const couple = await facing(id);
  const { confirmed, joined, left, instead } = await noted();
  const answer = joined[id] && unb64u(joined[id]);
  try {
    const place = { invitation, couple, joined: answer };
    await pairing.openConfirm(unb64u(envelope), place, couple.self);
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
  await note({ confirmed: [...new Set([...confirmed, id])] });
  const { couples } = await about();
  const renews = id in instead ? instead[id] : row.renews;
  if (renews && renews !== id && isSamePartner(couples, renews, couple)) {
    await note({ left: [...new Set([...left, renews])] });
  }
  return true;
}

/** The six words of a couple; the same on both screens, or somebody stood between. */
export async function pairingWords(id) {
  const couple = (await about())?.couples.find((each) => each.id === id);
  must(couple, "unknown_key");
  return wordsOf(unb64u(couple.digest), await wordList());
}

/** Whoever is no partner for the person of `ring`, called `me.name`. */
function refuse(ring, me, { couple, person, name, reserved }) {
  refuseCouple(ring, couple, person);
  checkName(name, [me.name, ...reserved]);
}

function openInvite({ envelope, secret, invitation, couple, author }, hand) {
  const where = { invitation, couple, author, secret: unb64u(secret, 16), now: seconds() };
  return pairing.openInvite(unb64u(envelope), where, hand);
}

function openJoin({ invitation, join: envelope, invited, kept }, hand) {
  const own = pairing.keptOf(kept);
  must(own.invitation === invitation, "malformed");
  const where = { author: invited, kept: own, now: seconds() };
  return pairing.openJoin(unb64u(envelope), where, hand);
}

function isSamePartner(couples, id, { partner }) {
  return couples.some((known) => known.id === id && known.partner.id === partner.id);
}

/** The next generation of the keyring with `couple` in it, on this device at once. */
async function pair(handle, couple, renews) {
  const { root, ring, K, login } = behind(handle);
  const next = withLeft(withCouple(ring, couple), [renews]);
  const sealed = await sealRing(next, root);
  propose(handle, { ring: next, field: "keys", revision: next.generation, ...sealed });
  await install(next, { about: facts(next, K) }, await isMine());
  return { generation: next.generation, keys: b64u(sealed.envelope), proof: login };
}
