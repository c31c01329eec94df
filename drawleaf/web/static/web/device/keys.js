// Keys as they are kept, and as they are used.
import { b64u, unb64u } from "../vault/bytes.js";
import { hand, tagSecret } from "../vault/hand.js";
import { envelopeKey } from "../vault/primitives.js";
import { tickKey } from "../vault/tick.js";

/** What of a keyring the notebook's lock guards; to be sealed at once. */
export function ownOf(ring) {
  const keys = ring.own.map(({ key, state }) => ({ key: b64u(key), state }));
  return { person: ring.person, keys };
}

/** Own keys ready for use, none of which a script can read again; `resealed` is retired by now. */
export async function readyOwn({ person, keys }, resealed) {
  const [act, ...made] = await Promise.all([
    actHand(person, keys),
    ...keys.map(({ key, state }) => envelopeKey(unb64u(key), state)),
  ]);
  const ready = made.map((key) => (key.id === resealed ? { ...key, state: "retired" } : key));
  return { person, keys: ready, current: ready.find(({ state }) => state === "current"), act };
}

/** The hand of acts: it is at hand only while the notebook is open. */
async function actHand(person, keys) {
  const own = keys.map(({ key, state }) => ({ key: unb64u(key), state }));
  const { tag, old } = await tags({ own }, "reveal");
  return hand(person, unb64u(tag), old.map((each) => unb64u(each)));
}

/** What the table's lock guards: couple keys, and the secrets of tags. */
export async function tableOf(ring) {
  return {
    person: ring.person,
    couples: ring.couples.map((couple) => ({ ...couple, ...texts(couple) })),
    self: await tags(ring, "leaf"),
    act: await tags(ring, "repair"),
  };
}

/** The table's keys ready for use. The act tag only checks: acts need the notebook open. */
export async function readyTable({ person, couples, self, act }) {
  const ready = ({ tag, old }, uses) =>
    hand(
      person,
      unb64u(tag),
      old.map((each) => unb64u(each)),
      uses,
    );
  return {
    person,
    couples: await Promise.all(
      couples.map(async (couple) => ({
        ...couple,
        key: await envelopeKey(unb64u(couple.key)),
        tick: await tickKey(unb64u(couple.key)),
      })),
    ),
    self: await ready(self, ["sign", "verify"]),
    act: await ready(act, ["verify"]),
  };
}

export const texts = ({ key, digest }) => ({ key: b64u(key), digest: b64u(digest) });

async function tags(ring, collection) {
  const secret = async ({ key }) => b64u(await tagSecret(key, collection));
  const current = ring.own.find(({ state }) => state === "current");
  const old = ring.own.filter(({ state }) => state !== "current");
  return { tag: await secret(current), old: await Promise.all(old.map(secret)) };
}
