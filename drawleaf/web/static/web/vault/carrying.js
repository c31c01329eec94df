// New keys on a device that was at work under the old ones: what waits to be sent, what is half
// written and what was seen goes on under the new key, so that nothing is lost and nothing seen is
// forgotten. It may stop anywhere: what lies under an old key still opens, and is taken up again.
import { own, read, readAll, table, write } from "#web/device.js";
import { alone } from "#web/device/alone.js";
import { b64u, unb64u } from "./bytes.js";
import { open, seal } from "./envelope.js";
import { openLocal, sealLocal } from "./locals.js";
import { at } from "./place.js";

const SHELVES = ["packs", "seen", "meta"];

/** Whether an envelope names `key` as the one it was sealed with. */
export const isUnder = (key, envelope) => b64u(unb64u(envelope).subarray(1, 9)) === key.id;

/** Seals anew, under the present own key, whatever this device keeps under one before it. */
export async function carryOver() {
  const { current } = await own();
  if ((await read("keyring", "carried")) === current.id) return;
  await alone("store", async () => {
    await carryOutbox();
    for (const shelf of SHELVES) await carryShelf(shelf);
  });
  await write("keyring", [["carried", current.id]]);
}

async function carryOutbox() {
  const { person, current, keys } = await own();
  // What was written here is this device's own word, also under a key that opens nothing new.
  const trusted = keys.map((key) => ({ ...key, state: "current" }));
  const anew = async ({ record, revision, envelope }) => {
    if (isUnder(current, envelope)) return null;
    const place = at(person, person, record, revision, "notebook", "record");
    const { body } = await open(unb64u(envelope), place, trusted);
    const sealed = await seal(body, place, current);
    return { envelope: b64u(sealed.envelope), refused: undefined };
  };
  for (const [name, entry] of await readAll("outbox")) {
    if (entry.refused === "damaged") continue;
    const carrying = entry.leaf ? tagAnew(entry) : anew(entry);
    const carried = await carrying.catch(unlessShut({ refused: "damaged" }));
    if (carried) await write("outbox", [[name, { ...entry, ...carried }]]);
  }
}

/** What waits to lie on a table carries one's present tag, or one's own devices would doubt it. */
async function tagAnew({ leaf, record, revision, envelope }) {
  const { person, couples, self } = await table();
  const { key } = couples.find(({ id }) => id === leaf.couple);
  const place = at(leaf.couple, person, record, revision, leaf.collection, leaf.field);
  const { body } = await open(unb64u(envelope), place, [key], { hand: self }).catch((error) => {
    if (error.reason !== "from_before") throw error;
    return error.shown;
  });
  const sealed = await seal(body, place, key, self);
  return { envelope: b64u(sealed.envelope), digest: b64u(sealed.digest), refused: undefined };
}

async function carryShelf(shelf) {
  for (const [name, sealed] of await readAll(shelf)) {
    const bytes = sealed instanceof Uint8Array && (await openLocal(name, sealed).catch(unlessShut(null)));
    if (bytes) await write(shelf, [[name, await sealLocal(name, bytes)]]);
  }
}

// One thing that the disk has eaten must not shut anybody out of the rest.
const unlessShut = (instead) => (error) => {
  if (!error.reason || error.reason === "shut") throw error;
  return instead;
};
