// The EFF's large list: six words to compare when pairing, five for a passphrase.
import { b64u } from "./bytes.js";
import { hkdf, sha256 } from "./primitives.js";
import { must } from "./errors.js";

const COUNT = 7776;
// Of the list's words, a line each. A host who could choose the words could guess them.
const DIGEST = "q65JdhuI8_G6Me-US-ofYbeVo81-HPt9J27UW_d5Z7o";
let list = null;

/** The list of `text`, one word to a line, in the order both screens must share. */
export function listOf(text) {
  const words = text.split(/\s+/).filter(Boolean);
  must(words.length === COUNT, "no_line");
  return words;
}

/** The list of this page, fetched once. */
export function wordList() {
  list ??= fetchList().catch((error) => {
    list = null;
    throw error;
  });
  return list;
}

async function fetchList() {
  const response = await fetch(document.body.dataset.words).catch(() => null);
  must(response?.ok, "no_line");
  const words = listOf(await response.text());
  must(b64u(await sha256(words.join("\n"))) === DIGEST, "no_line");
  return words;
}

/** Words drawn evenly: 64 bits in five of them. */
export function draw(words, count) {
  const drawn = [];
  const end = 65536 - (65536 % COUNT);
  while (drawn.length < count) {
    const [number] = crypto.getRandomValues(new Uint16Array(1));
    if (number < end) drawn.push(words[number % COUNT]);
  }
  return drawn;
}

export async function pairingNumber(t) {
  const bytes = await hkdf(t, "", "sealed/1 words", 16);
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** Six words of one pairing; the same on both screens, or somebody stood between. */
export async function pairingWords(t, words) {
  let rest = await pairingNumber(t);
  return Array.from({ length: 6 }, () => {
    const index = Number(rest % BigInt(COUNT));
    rest /= BigInt(COUNT);
    return words[index];
  });
}

/** A passphrase of `count` words, drawn here; nobody else has seen it. */
export async function generate(count = 5) {
  return draw(await wordList(), count).join(" ");
}
