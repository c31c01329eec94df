import { b64u, unb64u, uuidOf } from "#web/vault/bytes.js";
import { hand, tagSecret } from "#web/vault/hand.js";
import { handFrom, refuseCouple } from "#web/vault/keyring.js";
import * as vault from "#web/vault/pairing.js";
import { envelopeKey } from "#web/vault/primitives.js";
import { pairingNumber } from "#web/vault/words.js";
import { is, refused } from "./vectors_say.js";

export function pairing(given) {
  return given.does === "pair" ? whole(given) : refused(given.error, () => receive(given));
}

const nonces = ({ nonce, body }) => ({
  nonce: unb64u(nonce),
  nonce16: unb64u(JSON.parse(body).nonce16 ?? ""),
});

/** Ana invites, Bo answers, Ana says yes: the same to the last byte. */
async function whole({ invitation, couple, expires, inviter, invited, ...due }) {
  const secret = unb64u(due.secret);
  const hands = [inviter, invited].map(async ({ person, own }) =>
    hand(person, await tagSecret(unb64u(own), "pairing")),
  );
  const [ana, bo] = await Promise.all(hands);
  const now = expires - 1;

  const made = { invitation, couple, secret, dh: unb64u(inviter.dh), expires };
  const invite = await vault.sealInvite({ ...made, name: "Ana", ...nonces(due.invite) }, ana);
  is(b64u(invite.envelope), due.invite.envelope);
  const body = vault.keptBody({ ...made, digest: invite.digest });
  is(JSON.stringify(body), due.kept);
  const kept = vault.keptOf(body);

  const link = { invitation, couple, author: ana.person, secret, now };
  const read = await vault.openInvite(invite.envelope, link, bo);
  const dh = unb64u(invited.dh);
  const answer = { invitation, invite: read, secret, name: "Bo", dh, ...nonces(due.join) };
  const join = await vault.sealJoin(answer, bo);
  is(b64u(join.envelope), due.join.envelope);

  const joined = await vault.openJoin(join.envelope, { author: bo.person, kept, now }, ana);
  const { nonce } = nonces({ ...due.confirm, body: "{}" });
  const confirm = await vault.sealConfirm({ kept, join: joined, nonce }, ana);
  is(b64u(confirm.envelope), due.confirm.envelope);
  is([b64u(join.couple.key), b64u(confirm.couple.key)], [due.couple_key, due.couple_key]);
  is([b64u(join.couple.digest), b64u(confirm.couple.digest)], [due.t, due.t]);

  const key = await envelopeKey(join.couple.key);
  is(key.id, due.kid);
  const opens = { invitation, couple: { ...join.couple, key }, joined: join.digest };
  await vault.openConfirm(confirm.envelope, opens, bo);
  is(String(await pairingNumber(join.couple.digest)), due.n);
}

/** What `me` does with one message. */
async function receive({ message, me, envelope, author, secret, now, ...given }) {
  const ring = ringOf(JSON.parse(given.keyring));
  const kept = vault.keptOf(JSON.parse(given.kept));
  const { invitation } = given;
  const mine = await handFrom(ring, "pairing");
  is(mine.person, me);
  if (message === "invite") {
    const link = { invitation, couple: given.couple, author, secret: unb64u(secret), now };
    await vault.openInvite(unb64u(envelope), link, mine);
    refuseCouple(ring, given.couple, author);
  } else if (message === "join") {
    await vault.openJoin(unb64u(envelope), { author, kept, now }, mine);
    refuseCouple(ring, kept.couple, author);
  } else {
    const couple = ring.couples.find(({ id }) => id === given.couple);
    const key = await envelopeKey(couple.key);
    const joined = given.joined && unb64u(given.joined);
    await vault.openConfirm(
      unb64u(envelope),
      { invitation, couple: { ...couple, key }, joined },
      mine,
    );
  }
}

const ringOf = (body) => ({
  person: uuidOf(body.person),
  own: body.own.map(({ key, state }) => ({ key: unb64u(key), state })),
  couples: body.couples.map(({ id, key, partner }) => ({
    id: uuidOf(id),
    key: unb64u(key),
    partner: { id: uuidOf(partner.id), name: partner.name },
  })),
});
