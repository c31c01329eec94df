// Sealing and opening. What the courier carries: version, key id, nonce, and one AES-256-GCM box,
// padded so that its size says little, bound to its place so that it opens nowhere else.
import { read, write } from "./body.js";
import { b64u, join, random, same, u8, u32, unb64u } from "./bytes.js";
import { must, VaultError } from "./errors.js";
import { made, onceMade, selfTag } from "./hand.js";
import { agrees, context, digest as digestOf, isShared, kindOf, leastOf } from "./place.js";
import { decrypt, encrypt } from "./primitives.js";

const VERSION = 1;
const BUCKETS = [256, 1024, 4096, 16384, 65536, 262144];
const OVERHEAD = 37;

/** The padded size for `length` bytes; too long is said before anything is sealed. */
export function bucket(length, least) {
  const size = BUCKETS.find((each) => each >= length && each >= least);
  must(size, "too_long");
  return size;
}

/**
 * Seals `body` at `place` with `key`; what is a couple's is tagged by `hand`. Resolves with the
 * envelope and the digest to remember. `nonce` is for vectors only.
 */
export async function seal(body, place, key, hand, nonce = random(12)) {
  must(isOfKind(body, place) && agrees(place, body), "malformed");
  const text = write(body);
  const digest = await digestOf(place, text);
  if (isShared(place)) must(handOf(hand).person === place.author, "not_mine");
  const tag = isShared(place) ? await selfTag(hand, digest) : u8(0).subarray(1);
  const words = join(u8(isShared(place) ? 1 : 0), tag, u32(text.length), text);
  const plain = new Uint8Array(bucket(words.length, leastOf(place)));
  plain.set(words);
  const box = await encrypt(key.aes, nonce, plain, about(place, key.id));
  return { envelope: join(u8(VERSION), unb64u(key.id), nonce, box), digest };
}

/**
 * Opens `envelope` at `place` with the keys of its scope, or throws VaultError, its checks in the
 * order of the format. `seen` is what this device remembers of the place: {revision, digest}.
 * Only what is resolved may be remembered in its turn; what an error shows may not.
 */
export async function open(envelope, place, keys, { hand, seen } = {}) {
  const size = envelope.length - OVERHEAD;
  must(BUCKETS.includes(size), "bad_size");
  must(size >= leastOf(place), "bad_size");
  must(envelope[0] === VERSION, "unknown_version");
  const key = keys.find(({ id }) => id === b64u(envelope.subarray(1, 9)));
  must(key, "unknown_key");
  const nonce = envelope.subarray(9, 21);
  const plain = await decrypt(key.aes, nonce, envelope.subarray(21), about(place, key.id));
  const { tag, text } = unpack(plain, place);
  const body = read(text);
  must(isOfKind(body, place), "malformed");
  must(agrees(place, body), "malformed");

  const digest = await digestOf(place, text);
  const opened = { body, digest };
  const known = seen?.revision === place.revision && same(seen.digest, digest);
  if (isShared(place) && handOf(hand).person === place.author) {
    if (!(await made(hand, tag, digest))) {
      if (await onceMade(hand, tag, digest)) throw new VaultError("from_before", opened);
      if (!known) throw new VaultError("not_mine", opened);
    }
  }
  if (!isShared(place) && key.state === "retired") throw new VaultError("from_before", opened);
  must(!seen || place.revision >= seen.revision, "stale");
  must(!seen || place.revision > seen.revision || known, "changed");
  return opened;
}

/** Self-tag (empty unless shared) and words; anything left over must be the padding due. */
function unpack(plain, place) {
  must(plain[0] === (isShared(place) ? 1 : 0), "malformed");
  const start = isShared(place) ? 33 : 1;
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(start);
  const end = start + 4 + length;
  must(end <= plain.length, "malformed");
  must(bucket(end, leastOf(place)) === plain.length, "malformed");
  for (let at = end; at < plain.length; at += 1) must(plain[at] === 0, "malformed");
  return { tag: plain.subarray(1, start), text: plain.subarray(start + 4, end) };
}

function isOfKind(body, place) {
  const [name, kind] = Object.entries(body)[0] ?? [];
  return name === "kind" && kind === kindOf(place);
}

function about(place, id) {
  return join(context(place), u8(VERSION), unb64u(id));
}

/** Forgetting whose hand it is must refuse, not pass a check by. */
function handOf(hand) {
  must(hand, "shut");
  return hand;
}
