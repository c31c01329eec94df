// The notebook's sealed copy on this device, in packs that are opened when they are needed, and
// once a page. It can be built again from the feed at any time; what must not be lost stands in
// `seen` and the outbox.
import { head, openHeads, openPack, openPacks, packAfter, packNames, sealPack } from "./packs.js";

const SIZE = 128;
let loading = null;

/** Takes the opened words out of memory; they are read again when they are asked for. */
export function forgetCopy() {
  loading = null;
}

/** Every {record, revision, digest, body, at}, in the order in which they last came. */
export async function opened() {
  const { packs } = await copy();
  if ([...packs.values()].some((pack) => !pack.inside)) await openRest(packs);
  const all = await Promise.all([...packs.values()].map(({ inside }) => inside));
  return inOrder(all.flatMap((inside) => [...inside.values()]));
}

/** The same with their first words alone; no pack is opened for it. */
export async function briefly() {
  return inOrder([...(await copy()).heads.values()]);
}

/** One record whole, or undefined. */
export async function openedOne(record) {
  const { heads, packs } = await copy();
  const pack = packs.get(heads.get(record)?.pack);
  return pack && (await insideOf(pack)).get(record);
}

/** One record with its first words alone, or undefined. */
export async function brieflyOne(record) {
  return (await copy()).heads.get(record);
}

/** The changes that put `items` into their packs. Only for who holds the store alone. */
export async function folding(items) {
  const state = await copy();
  const touched = new Set(state.headless);
  for (const { record, revision, digest, body } of items) {
    const pack = state.packs.get(state.heads.get(record)?.pack) ?? roomy(state.packs);
    const item = { record, revision, digest, body, at: (state.last += 1) };
    const inside = await insideOf(pack);
    inside.set(record, item);
    pack.size = inside.size;
    state.heads.set(record, { ...head(item), pack: pack.name });
    touched.add(pack);
  }
  return sealing(state, [...touched]);
}

/** The changes that take a record out, as if it had never come. */
export async function leavingOut(record) {
  const state = await copy();
  const pack = state.packs.get(state.heads.get(record)?.pack);
  if (!pack) return [];
  const inside = await insideOf(pack);
  inside.delete(record);
  pack.size = inside.size;
  state.heads.delete(record);
  return sealing(state, [pack]);
}

function copy() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** {heads: record → head, packs: name → {name, size, inside?}, headless: packs, last: number} */
async function load() {
  const state = { heads: new Map(), packs: new Map(), headless: new Set(), last: 0 };
  const [names, known] = await Promise.all([packNames(), openHeads()]);
  for (const name of names) {
    const pack = { name, inside: null };
    const found = known.get(name) ?? [...(await insideOf(pack)).values()].map(head);
    if (!known.has(name)) state.headless.add(pack);
    pack.size = found.length;
    state.packs.set(name, pack);
    for (const each of found) {
      state.heads.set(each.record, { ...each, pack: name });
      state.last = Math.max(state.last, each.at);
    }
  }
  return state;
}

function insideOf(pack) {
  pack.inside ??= openPack(pack.name).then(byRecord);
  return pack.inside;
}

async function openRest(packs) {
  const found = await openPacks();
  for (const [name, pack] of packs) pack.inside ??= Promise.resolve(byRecord(found.get(name) ?? []));
}

function roomy(packs) {
  const last = [...packs.values()].at(-1);
  if (last?.size < SIZE) return last;
  const name = packAfter(last?.name);
  packs.set(name, { name, size: 0, inside: Promise.resolve(new Map()) });
  return packs.get(name);
}

async function sealing(state, packs) {
  const changes = packs.map(async (pack) => {
    state.headless.delete(pack);
    return sealPack(pack.name, [...(await insideOf(pack)).values()]);
  });
  return (await Promise.all(changes)).flat();
}

const byRecord = (items) => new Map(items.map((item) => [item.record, item]));

const inOrder = (items) => items.sort((one, other) => one.at - other.at);
