// Pairing: a link only the two know, a key agreed under it, six words to make sure. The server
// carries three envelopes. Without the link's secret it can neither read the first two nor put
// keys of its own into them, and the couple key needs both.
import { hasMembers } from "./body.js";
import { b64u, join, random, same, sealedUuid, unb64u, uuidBytes, uuidOf } from "./bytes.js";
import { open, seal } from "./envelope.js";
import { must } from "./errors.js";
import { checkName } from "./names.js";
import { at } from "./place.js";
import { agree, dhPair, dhPublic, envelopeKey, hkdf, sha256 } from "./primitives.js";

const INVITE = ["kind", "couple", "person", "name", "dh", "nonce16", "expires"];
const JOIN = ["kind", "about", "person", "name", "dh", "nonce16"];
const KEPT = ["kind", "type", "invitation", "couple", "secret", "dh", "digest", "expires"];

/**
 * An invitation from the person of `hand`: {envelope, digest}. `dh` is a fresh private key,
 * `secret` the 16 bytes of the link, `expires` in whole seconds, UTC.
 */
export async function sealInvite({ invitation, couple, name, secret, dh, expires, ...more }, hand) {
  const body = {
    kind: "pairing.invite",
    couple: sealedUuid(couple),
    person: sealedUuid(hand.person),
    name,
    dh: b64u(await dhPublic(dh)),
    nonce16: b64u(more.nonce16 ?? random(16)),
    expires,
  };
  const where = at(couple, hand.person, invitation, 1, "pairing", "invite");
  return seal(body, where, await linkKey(secret, invitation, "invite"), hand, more.nonce);
}

/**
 * Whose invitation this is. Couple and author come from the row; refused unless the body says
 * the same, and when it is too late (`now` in seconds).
 */
export async function openInvite(envelope, { invitation, couple, author, secret, now }, hand) {
  const where = at(couple, author, invitation, 1, "pairing", "invite");
  const key = await linkKey(secret, invitation, "invite");
  const { body, digest } = await open(envelope, where, [key], { hand });
  must(hasMembers(body, INVITE), "malformed");
  must(Number.isInteger(body.expires), "malformed");
  must(now < body.expires, "expired");
  return { couple, ...messageOf(body), expires: body.expires, digest };
}

/** The answer to an opened invite: {envelope, digest, couple}, the couple asked, not yet paired. */
export async function sealJoin({ invitation, invite, secret, name, dh, ...more }, hand) {
  const pair = dh ? { secret: dh, public: await dhPublic(dh) } : await dhPair();
  const body = {
    kind: "pairing.join",
    about: b64u(invite.digest),
    person: sealedUuid(hand.person),
    name,
    dh: b64u(pair.public),
    nonce16: b64u(more.nonce16 ?? random(16)),
  };
  const where = at(invite.couple, hand.person, invitation, 1, "pairing", "join");
  const key = await linkKey(secret, invitation, "join");
  const sealed = await seal(body, where, key, hand, more.nonce);
  const t = await transcript(invite.digest, sealed.digest);
  const shared = await coupleKey(pair.secret, invite.dh, secret, t);
  return { ...sealed, couple: coupleOf(invite.couple, shared, invite, t, "asked") };
}

/** Who answered; refused unless it answers this very invitation, in time. */
export async function openJoin(envelope, { author, kept, now }, hand) {
  const where = at(kept.couple, author, kept.invitation, 1, "pairing", "join");
  const key = await linkKey(kept.secret, kept.invitation, "join");
  const { body, digest } = await open(envelope, where, [key], { hand });
  must(hasMembers(body, JOIN), "malformed");
  must(same(unb64u(body.about, 32), kept.digest), "malformed");
  must(now < kept.expires, "expired");
  return { couple: kept.couple, ...messageOf(body), digest };
}

/** The inviter's yes: {envelope, couple}. After it both write, and what was kept is deleted. */
export async function sealConfirm({ kept, join: answer, nonce }, hand) {
  const t = await transcript(kept.digest, answer.digest);
  const shared = await coupleKey(kept.dh, answer.dh, kept.secret, t);
  const body = { kind: "pairing.confirm", about: b64u(answer.digest) };
  const where = at(kept.couple, hand.person, kept.invitation, 1, "pairing", "confirm");
  const sealed = await seal(body, where, await envelopeKey(shared), hand, nonce);
  return { ...sealed, couple: coupleOf(kept.couple, shared, answer, t, "paired") };
}

/**
 * Refuses unless the pinned partner of `couple` {id, partner, key: an envelope key} says yes.
 * `joined` is my answer's digest where this device still knows it; the key binds it in any case.
 */
export async function openConfirm(envelope, { invitation, couple, joined }, hand) {
  const where = at(couple.id, couple.partner.id, invitation, 1, "pairing", "confirm");
  const { body } = await open(envelope, where, [couple.key], { hand });
  must(hasMembers(body, ["kind", "about"]), "malformed");
  const about = unb64u(body.about, 32);
  must(!joined || same(about, joined), "malformed");
}

/**
 * What the inviter keeps in an own-key record until the answer is confirmed; `renews` where the new
 * couple is to take another's place, for the server's word alone closes no table.
 */
export function keptBody({ invitation, couple, secret, dh, digest, expires, renews }) {
  return {
    kind: "notebook.record",
    type: "invitation",
    invitation: sealedUuid(invitation),
    couple: sealedUuid(couple),
    secret: b64u(secret),
    dh: b64u(dh),
    digest: b64u(digest),
    expires,
    ...(renews && { renews: sealedUuid(renews) }),
  };
}

export function keptOf(body) {
  const members = body.renews ? [...KEPT, "renews"] : KEPT;
  must(hasMembers(body, members) && body.type === "invitation", "malformed");
  must(Number.isInteger(body.expires), "malformed");
  return {
    invitation: uuidOf(body.invitation),
    couple: uuidOf(body.couple),
    secret: unb64u(body.secret, 16),
    dh: unb64u(body.dh, 32),
    digest: unb64u(body.digest, 32),
    expires: body.expires,
    renews: body.renews && uuidOf(body.renews),
  };
}

export async function linkKey(secret, invitation, message) {
  must(secret.length === 16, "malformed");
  return envelopeKey(await hkdf(secret, uuidBytes(invitation), `sealed/1 ${message}`));
}

/** T: both messages, whole. The couple key and the six words hang on it. */
export const transcript = (invited, joined) => sha256("sealed/1 pairing", invited, joined);

export async function coupleKey(mine, theirs, secret, t) {
  return hkdf(join(await agree(mine, theirs), secret), t, "sealed/1 couple");
}

function messageOf(body) {
  must(typeof body.name === "string", "malformed");
  unb64u(body.nonce16, 16);
  const name = checkName(body.name);
  return { person: uuidOf(body.person), name, dh: unb64u(body.dh, 32) };
}

const coupleOf = (id, key, { person, name }, digest, state) => ({
  id,
  key,
  partner: { id: person, name },
  digest,
  state,
});
