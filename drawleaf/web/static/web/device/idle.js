// When a hand last touched a visible page of this device. It is checked before an own key is used,
// so that a page that slept through its five minutes finds the notebook shut.
import { put, readForTab, writeForTab } from "./rows.js";
import { forgetTabKey, tabKey, tabKeyHere } from "./tab.js";
import { world } from "./world.js";

const AWAY = 5 * 60_000;
const ROW = ["meta", "touched"];
let known = null;

/** True when somebody has been away for five minutes from what is open here. */
export async function away() {
  const last = await lastTouch();
  return last !== null && !isFresh(last);
}

/** True while the last touch is known and younger than five minutes. */
export async function isHere() {
  return isFresh(await lastTouch());
}

/** A touch keeps open what is open; it never opens again what has shut. */
export async function touch() {
  if (await isHere()) await begin();
}

/** The five minutes begin now. */
export async function begin() {
  known = world.now();
  await writeForTab(...ROW, known);
}

export async function end() {
  known = null;
  await put(ROW[0], [[ROW[1], undefined]]);
}

/** Looks at the stamp anew next time: another page may have shut the notebook. */
export function forget() {
  known = null;
}

/** Gets the tab key from another tab where this one has none, or one that opens nothing now. */
export async function findTab() {
  // What was read under it a moment ago proves it.
  if (isFresh(known)) return;
  if ((await tabKey()) && (await readForTab(...ROW)) === undefined) {
    forgetTabKey();
    await tabKey();
  }
}

async function lastTouch() {
  if (isFresh(known)) return known;
  if (!(await tabKeyHere())) return null;
  known = (await readForTab(...ROW)) ?? null;
  return known;
}

/** A clock that was set back proves nothing about who is here. */
function isFresh(last) {
  return last !== null && Math.abs(world.now() - last) < AWAY;
}
