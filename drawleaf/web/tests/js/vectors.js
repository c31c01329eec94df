// What a case of vectors/*.json asks of the browser's vault. Node's tests and the page of
// browser-vectors.js call the same, so that both answer for every case.
import { read, write } from "#web/vault/body.js";
import { b64u, lp, unb64u, utf8 } from "#web/vault/bytes.js";
import { bucket, open, seal } from "#web/vault/envelope.js";
import { hand, selfTag, tagSecret } from "#web/vault/hand.js";
import * as passphrase from "#web/vault/passphrase.js";
import { at, context, isShared, leastOf } from "#web/vault/place.js";
import * as primitives from "#web/vault/primitives.js";
import * as recovery from "#web/vault/recovery.js";
import { tickKey, tickOf } from "#web/vault/tick.js";
import { keyring } from "./vectors_keyring.js";
import { pairing } from "./vectors_pairing.js";
import { passkey } from "./vectors_passkey.js";
import { reveal } from "./vectors_reveal.js";
import { is, refused } from "./vectors_say.js";

/** Resolves when the vault does as `file` says; rejects with what it did instead. */
export async function check(topic, given, argon2) {
  await topics[topic](given, argon2);
}

const topics = {
  tick,
  bytes,
  body,
  passphrase: phrase,
  recovery: code,
  key,
  envelope,
  keyring,
  pairing,
  passkey,
  reveal,
  published,
};

function bytes({ of, lp: prefixed, text, bytes: plain, hex }) {
  if (of !== undefined) return is(b64u(lp(unb64u(of))), prefixed);
  if (plain === null) return refused("malformed", () => unb64u(text));
  is(b64u(unb64u(text)), plain);
  return is(Array.from(unb64u(text), (byte) => byte.toString(16).padStart(2, "0")).join(""), hex);
}

function body({ text, bytes: raw, ok }) {
  const given = text === undefined ? unb64u(raw) : utf8(text);
  if (!ok) return refused("malformed", () => read(given));
  return is(b64u(write(read(given))), b64u(given));
}

async function phrase({ user, pass, kdf, error, least, ...due }, argon2) {
  if (error) {
    const how = { kdf, salt: unb64u(due.salt), least };
    return refused(error, () => passphrase.derive(user, pass, how, argon2));
  }
  if (due.typed !== undefined) return is(passphrase.user(due.typed), user);
  is(b64u(passphrase.normalise(pass)), due.normalised);
  if (!due.stretched) return undefined;
  const how = { kdf, salt: unb64u(due.salt) };
  is(b64u(await passphrase.ownSalt(user, how.salt)), due.asalt);
  is(b64u(await passphrase.stretch(user, pass, how, argon2)), due.stretched);
  const { login, wrap } = await passphrase.derive(user, pass, how, argon2);
  return is([b64u(login), b64u(wrap)], [due.login, due.wrap]);
}

async function code({ typed, error, code: plain, text, user, ...due }) {
  if (error) return refused(error, () => recovery.read(typed));
  if (typed !== undefined) return is(b64u(recovery.read(typed)), plain);
  is(recovery.spell(unb64u(plain)), text);
  const { login, wrap } = await recovery.derive(user, recovery.read(text));
  return is([b64u(login), b64u(wrap)], [due.login, due.wrap]);
}

async function key({ key: secret, kid, tagkey, acttagkey }) {
  is(b64u(await primitives.keyId(unb64u(secret))), kid);
  is(b64u(await tagSecret(unb64u(secret), "leaf")), tagkey);
  for (const acts of ["reveal", "repair", "packet"]) {
    is(b64u(await tagSecret(unb64u(secret), acts)), acttagkey);
  }
}

async function tick({ couple, ritual, person, day, record }) {
  is(await tickOf(await tickKey(unb64u(couple)), ritual, person, day), record);
}

const placeOf = ({ scope, author, record, revision, collection, field }) =>
  at(scope, author, record, revision, collection, field);

function envelope(given) {
  return { seal: sealing, size, open: opening }[given.does](given);
}

async function sealing({ place: spelled, key: secret, tagkey, nonce, body: text, ...due }) {
  const place = placeOf(spelled);
  const me = tagkey && (await hand(place.author, unb64u(tagkey)));
  const opens = await primitives.envelopeKey(unb64u(secret));
  const sealed = await seal(JSON.parse(text), place, opens, me, unb64u(nonce));
  is([leastOf(place), b64u(context(place))], [due.least, due.context]);
  is([b64u(sealed.digest), b64u(sealed.envelope)], [due.digest, due.envelope]);
  if (me) is(b64u(await selfTag(me, sealed.digest)), due.tag);
  const opened = await open(sealed.envelope, place, [opens], { hand: me });
  return is(JSON.stringify(opened.body), text);
}

function size({ place: spelled, length, bucket: due, error }) {
  const place = placeOf(spelled);
  const plain = (isShared(place) ? 37 : 5) + length;
  if (error) return refused(error, () => bucket(plain, leastOf(place)));
  return is(bucket(plain, leastOf(place)), due);
}

async function opening({ place, keys, me, tagkeys, remembered, envelope: sealed, error, shown }) {
  const opens = keys.map(({ key: secret, state }) => primitives.envelopeKey(unb64u(secret), state));
  const old = tagkeys.old.map((secret) => unb64u(secret));
  const mine = await hand(me, unb64u(tagkeys.current), old);
  const seen = remembered && { ...remembered, digest: unb64u(remembered.digest) };
  const how = { hand: mine, seen };
  const act = async () => open(unb64u(sealed), placeOf(place), await Promise.all(opens), how);
  if (!error) return act();
  return is(Boolean((await refused(error, act)).shown), shown);
}

async function published({ does, ...given }) {
  const raw = (name) => unb64u(given[name]);
  if (does === "hkdf") {
    const okm = await primitives.hkdf(raw("ikm"), raw("salt"), raw("info"), given.length);
    is(b64u(okm), given.okm);
  } else if (does === "hmac") {
    const mac = await primitives.hmac(await primitives.hmacKey(raw("key")), raw("data"));
    is(b64u(mac), given.mac);
  } else if (does === "x25519") {
    const act = () => primitives.agree(raw("private"), raw("public"));
    if (given.shared) is(b64u(await act()), given.shared);
    else await refused("malformed", act);
  } else if (does === "aes_gcm") {
    const aes = await primitives.aesKey(raw("key"));
    const box = raw("box");
    is(b64u(await primitives.encrypt(aes, raw("nonce"), raw("plain"), raw("aad"))), given.box);
    is(b64u(await primitives.decrypt(aes, raw("nonce"), box, raw("aad"))), given.plain);
    box[box.length - 1] ^= 1;
    await refused("damaged", () => primitives.decrypt(aes, raw("nonce"), box, raw("aad")));
  } else {
    // RFC 9106 takes a secret and data besides, which hash-wasm does not offer: Argon2id answers
    // for vectors/passphrase.json, and in primitives.test.js for its reference implementation.
    is(does, "argon2id");
  }
}
