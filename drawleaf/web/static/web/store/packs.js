// Packs as they lie on the device: 128 records sealed together, and beside them their heads, which
// are the same records with their first words alone. A pack and its heads are written in one step;
// heads that are missing are made from their pack again.
import { openLocal, sealLocal } from "./local.js";
import { names, read, readAll } from "./shelf.js";

const FIRST = 360;
const PACK = "pack/";
const HEADS = "head/";

/** The names of all packs here, the oldest first. */
export function packNames() {
  return names("packs", PACK);
}

/** The name of the pack that comes after `last`. */
export function packAfter(last) {
  const number = last === undefined ? 0 : Number(last.slice(PACK.length)) + 1;
  return PACK + String(number).padStart(6, "0");
}

/** The records of one pack. */
export async function openPack(name) {
  const bytes = await read("packs", name);
  return bytes ? items(await openLocal(name, bytes)) : [];
}

/** The records of every pack, by the pack's name. */
export async function openPacks() {
  return openAll(await readAll("packs", PACK));
}

/** The heads of every pack that has some that open, by the pack's name. */
export async function openHeads() {
  const lying = await readAll("packs", HEADS);
  const found = await openAll(lying, (error) => {
    if (error.reason !== "damaged") throw error;
    return null;
  });
  return new Map([...found].filter(([, rows]) => rows).map(([name, rows]) => [beside(name), rows]));
}

/** The changes that put a pack of `found` records into its place. */
export async function sealPack(name, found) {
  return [
    ["packs", name, await sealLocal(name, found.map(row))],
    ["packs", beside(name), await sealLocal(beside(name), found.map(head).map(row))],
  ];
}

/** A record with its first words alone. */
export function head(item) {
  const { text } = item.body;
  if (typeof text !== "string" || text.length <= FIRST) return item;
  return { ...item, body: { ...item.body, text: text.slice(0, FIRST) } };
}

async function openAll(lying, otherwise) {
  const opening = lying.map(async ([name, bytes]) => {
    const opened = openLocal(name, bytes).then(items);
    return [name, await (otherwise ? opened.catch(otherwise) : opened)];
  });
  return new Map(await Promise.all(opening));
}

function beside(name) {
  return name.startsWith(PACK) ? name.replace(PACK, HEADS) : name.replace(HEADS, PACK);
}

const row = ({ record, revision, digest, body, at }) => [record, revision, digest, body, at];

function items(rows) {
  return rows.map(([record, revision, digest, body, at]) => ({ record, revision, digest, body, at }));
}
