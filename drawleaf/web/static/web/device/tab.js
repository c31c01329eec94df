// The tab key: 32 random bytes that live as long as the last open tab. What is sealed under it is
// gone with that tab, whatever stays on the disk.
import { b64u, random, unb64u } from "../vault/bytes.js";
import { aesKey } from "../vault/primitives.js";
import { world } from "./world.js";

const NAME = "drawleaf.tab";
const WAIT = 250;
const WAIT_FOR_LIVING = 3000;
const listeners = [];
let channel = null;
let imported = { text: null, key: null };
let asking = null;
let letGo = null;

/** The tab key, asked of the other open tabs if this one has none; null when nobody has it. */
export async function tabKey() {
  const text = world.tab().getItem(NAME) ?? (await (asking ??= askOthers()));
  return text ? keyOf(text) : null;
}

/** The tab key if this very tab has it. */
export function tabKeyHere() {
  const text = world.tab().getItem(NAME);
  return text ? keyOf(text) : Promise.resolve(null);
}

/** The tab key, made now if there is none in any tab; `tabKeyOrNew` does not ask the others. */
export const someTabKey = async () => (await tabKey()) ?? newTabKey();
export const tabKeyOrNew = async () => (await tabKeyHere()) ?? newTabKey();

/** A new tab key, told to the other open tabs. */
export function newTabKey() {
  const text = b64u(random(32));
  adopt(text);
  say({ key: text });
  return keyOf(text);
}

export function forgetTabKey() {
  world.tab().removeItem(NAME);
  release();
  asking = null;
  imported = { text: null, key: null };
}

/** Tells the other open tabs. */
export function say(message) {
  call().postMessage(message);
}

/** Calls `hear` with what the other open tabs say. */
export function listen(hear) {
  listeners.push(hear);
  call();
}

/** A page in the back-forward cache neither hears nor answers; `call` again when it is back. */
export function hangUp() {
  release();
  channel?.close();
  channel = null;
}

export function call() {
  channel ??= world.channel(answer);
  if (world.tab()?.getItem(NAME)) hold();
  return channel;
}

/** Whether a tab has the key, even one that is too busy to answer, or asleep. */
export async function isHeld() {
  const { held = [] } = (await world.locks()?.query()) ?? {};
  return held.some(({ name }) => name === NAME);
}

function hold() {
  if (letGo) return;
  const held = new Promise((resolve) => (letGo = resolve));
  world.locks()?.request(NAME, { mode: "shared" }, () => held);
}

function release() {
  letGo?.();
  letGo = null;
}

function answer(message) {
  const text = world.tab().getItem(NAME);
  if (message.ask && text) say({ key: text });
  if (message.key && !text) adopt(message.key);
  for (const hear of listeners) hear(message);
}

function adopt(text) {
  world.tab().setItem(NAME, text);
  hold();
}

async function askOthers() {
  const wait = (await isHeld()) ? WAIT_FOR_LIVING : WAIT;
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late);
      listeners.splice(listeners.indexOf(hear), 1);
      resolve(world.tab().getItem(NAME));
    };
    const hear = (message) => message.key && done();
    const late = setTimeout(done, wait);
    listeners.push(hear);
    say({ ask: true });
  });
}

async function keyOf(text) {
  if (imported.text !== text) imported = { text, key: await aesKey(unb64u(text, 32)) };
  return imported.key;
}
