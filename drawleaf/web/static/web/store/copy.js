// The notebook's sealed copy on this device: packs of 128 records, opened once a page. It can be
// built again from the feed at any time; what must not be lost stands in `seen` and the outbox.
import { openLocal, sealLocal } from "./local.js";
import { readAll } from "./shelf.js";

const SIZE = 128;
let loading = null;

/** Takes the opened words out of memory; they are read again when they are asked for. */
export function forgetCopy() {
  loading = null;
}

/** Map of record → {record, revision, digest, body}, in the order they first came. */
export async function opened() {
  return (await copy()).records;
}

/** The changes that put `items` into their packs. Only for who holds the store alone. */
export async function folding(items) {
  const { records, packs, packOf } = await copy();
  const touched = new Set();
  for (const item of items) {
    if (!packOf.has(item.record)) {
      const index = roomy(packs);
      packs[index].push(item.record);
      packOf.set(item.record, index);
    }
    records.set(item.record, item);
    touched.add(packOf.get(item.record));
  }
  return Promise.all([...touched].map((index) => sealed(index, packs[index], records)));
}

/** The changes that take a record out, as if it had never come. */
export async function leavingOut(record) {
  const { records, packs, packOf } = await copy();
  const index = packOf.get(record);
  if (index === undefined) return [];
  records.delete(record);
  packOf.delete(record);
  packs[index] = packs[index].filter((other) => other !== record);
  return [await sealed(index, packs[index], records)];
}

function copy() {
  loading ??= load();
  return loading;
}

function roomy(packs) {
  const last = packs.length - 1;
  return packs[last]?.length < SIZE ? last : packs.push([]) - 1;
}

async function sealed(index, pack, records) {
  const rows = pack.map((record) => {
    const { revision, digest, body } = records.get(record);
    return [record, revision, digest, body];
  });
  const name = `pack/${String(index).padStart(6, "0")}`;
  return ["packs", name, await sealLocal(name, rows)];
}

async function load() {
  const found = { records: new Map(), packs: [], packOf: new Map() };
  try {
    for (const [name, bytes] of await readAll("packs", "pack/")) {
      const rows = await openLocal(name, bytes);
      const index = found.packs.push(rows.map(([record]) => record)) - 1;
      for (const [record, revision, digest, body] of rows) {
        found.packOf.set(record, index);
        found.records.set(record, { record, revision, digest, body });
      }
    }
  } catch (error) {
    loading = null;
    throw error;
  }
  return found;
}
