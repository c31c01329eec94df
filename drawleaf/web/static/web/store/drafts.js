// Half-written words, sealed on the device alone: they outlive Close and are never sent.
import { openLocal, sealLocal } from "./local.js";
import { read, write } from "./shelf.js";

export async function keepDraft(name, draft) {
  await write([["meta", nameOf(name), await sealLocal(nameOf(name), draft)]]);
}

/** The draft kept under `name`, or null. */
export async function draft(name) {
  const sealed = await read("meta", nameOf(name));
  return sealed ? openLocal(nameOf(name), sealed) : null;
}

export function dropDraft(name) {
  return write([["meta", nameOf(name)]]);
}

function nameOf(name) {
  return `draft/${name}`;
}
