// Generated envelopes: what was sealed opens, and nothing else does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, join, newUuid, random, u8, u32, unb64u } from "#web/vault/bytes.js";
import { open, seal } from "#web/vault/envelope.js";
import { hand, selfTag, tagSecret } from "#web/vault/hand.js";
import { at, context, digest, isShared } from "#web/vault/place.js";
import { encrypt, envelopeKey } from "#web/vault/primitives.js";
import { write } from "#web/vault/body.js";
import { refused } from "./vectors_say.js";

const [ANA, BO, COUPLE] = [newUuid(), newUuid(), newUuid()];
const [ownSecret, oldSecret] = [random(32), random(32)];
const own = await envelopeKey(ownSecret);
const retired = await envelopeKey(oldSecret, "retired");
const ours = await envelopeKey(random(32));
const theirs = await envelopeKey(random(32));
const tags = await tagSecret(ownSecret, "leaf");
const oldTags = await tagSecret(oldSecret, "leaf");
const ana = await hand(ANA, tags, [oldTags]);
const bo = await hand(BO, random(32));

const notebook = (revision = 1) => at(ANA, ANA, newUuid(), revision, "notebook", "record");
const leaf = (author = ANA, revision = 1) =>
  at(COUPLE, author, newUuid(), revision, "leaf", "passage");
const keysOf = (place) => (isShared(place) ? [ours] : [own, retired]);
const words = (place, length) => ({
  kind: `${place.collection}.${place.field}`,
  text: "w".repeat(length),
});

/** An envelope at a place, by whoever is its author; `length` of its words decides its bucket. */
async function sample(place, length = 40) {
  const who = isShared(place) ? (place.author === ANA ? ana : bo) : undefined;
  return { place, ...(await seal(words(place, length), place, keysOf(place)[0], who)) };
}

const opening = (envelope, place, how = { hand: ana }, keys = keysOf(place)) =>
  open(envelope, place, keys, how);

/** Counts what is refused, so that the promised number is a number and not a hope. */
const counted = { refused: 0, forged: 0 };
async function isRefused(reason, ...given) {
  const error = await refused(reason, () => opening(...given));
  counted.refused += 1;
  return error;
}

test("what was sealed opens, at every size", async () => {
  for (const place of [notebook(), notebook(2 ** 53 - 1), leaf(), leaf(BO)]) {
    for (const length of [0, 1, 150, 900, 5000, 70_000, 262_000]) {
      const { envelope, digest: due } = await sample(place, length);
      const opened = await opening(envelope, place);
      assert.equal(opened.body.text.length, length);
      assert.deepEqual(opened.digest, due);
    }
  }
});

test("what is too long is refused before sealing", async () => {
  await refused("too_long", () => sample(notebook(), 262_144));
});

test("every flipped byte is refused", async () => {
  const samples = [notebook(), notebook(), notebook(7), leaf(), leaf(), leaf(BO), leaf(BO)];
  for (const place of samples) {
    const { envelope } = await sample(place);
    for (let byte = 0; byte < envelope.length; byte += 1) {
      const flipped = envelope.slice();
      flipped[byte] ^= 1 << (byte % 8);
      const reason = byte === 0 ? "unknown_version" : byte < 9 ? "unknown_key" : "damaged";
      await isRefused(reason, flipped, place);
    }
  }
});

test("every truncation and every tail is refused", async () => {
  for (const [place, length] of [
    [notebook(), 1200],
    [leaf(), 40],
    [leaf(BO), 300],
  ]) {
    const { envelope } = await sample(place, length);
    for (let end = 0; end < envelope.length; end += 1) {
      // Cut down to a size that there is, it is the seal that tells.
      const isSize = [293, 1061].includes(end) && end - 37 >= (isShared(place) ? 256 : 1024);
      await isRefused(isSize ? "damaged" : "bad_size", envelope.slice(0, end), place);
    }
    for (const tail of [1, 16, 256, 3072]) {
      const longer = join(envelope, new Uint8Array(tail));
      const isSize = [1061, 4133, 16421].includes(longer.length);
      await isRefused(isSize ? "damaged" : "bad_size", longer, place);
    }
  }
});

test("every other version is refused", async () => {
  for (const place of [notebook(), leaf()]) {
    const { envelope } = await sample(place);
    for (let version = 0; version < 256; version += 1) {
      if (version === 1) continue;
      await isRefused("unknown_version", join(u8(version), envelope.slice(1)), place);
    }
  }
});

test("moved anywhere else, it does not open", async () => {
  for (let turn = 0; turn < 120; turn += 1) {
    const place = turn % 2 ? leaf(turn % 4 === 1 ? ANA : BO, 5) : notebook(5);
    const { envelope } = await sample(place);
    const others = [
      { record: newUuid() },
      { revision: 4 },
      { revision: 6 },
      { field: "other" },
      isShared(place) ? { collection: "act" } : { collection: "pairing" },
      isShared(place) ? { author: place.author === ANA ? BO : ANA } : { scope: BO, author: BO },
      isShared(place) ? { scope: newUuid() } : { scope: COUPLE },
    ];
    for (const other of others) {
      const moved = { ...place, ...other };
      await isRefused("damaged", envelope, moved, { hand: ana }, keysOf(place));
    }
  }
});

test("another key's name or none of this scope's keys is refused", async () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const place = turn % 2 ? leaf() : notebook();
    const { envelope } = await sample(place);
    await isRefused("unknown_key", envelope, place, { hand: ana }, [theirs]);
    await isRefused("unknown_key", envelope, place, { hand: ana }, []);
    const renamed = join(envelope.slice(0, 1), unb64u(theirs.id), envelope.slice(9));
    await isRefused("unknown_key", renamed, place);
    await isRefused("damaged", renamed, place, { hand: ana }, [...keysOf(place), theirs]);
  }
});

test("older than remembered is stale, other words of one age are changed", async () => {
  for (let turn = 0; turn < 150; turn += 1) {
    const place = turn % 2 ? leaf(BO, 5) : notebook(5);
    const { envelope, digest: own5 } = await sample(place);
    const seen = (revision, about) => ({ hand: ana, seen: { revision, digest: about } });
    await isRefused("stale", envelope, place, seen(6, own5));
    await isRefused("changed", envelope, place, seen(5, random(32)));
    await opening(envelope, place, seen(5, own5));
    await opening(envelope, place, seen(4, random(32)));
  }
});

test("an own row under a retired key is shown, marked", async () => {
  for (let turn = 0; turn < 40; turn += 1) {
    const place = notebook();
    const { envelope } = await seal(words(place, turn), place, retired);
    const { shown } = await isRefused("from_before", envelope, place);
    assert.equal(shown.body.text.length, turn);
  }
});

/** Sealed for the couple by somebody who has its key, under Ana's name, with a tag of any kind. */
async function forge(place, tagOf, lies = place) {
  const text = write(words(place, 30));
  const tag = await tagOf(await digest(place, text));
  const plain = new Uint8Array(256);
  plain.set(join(u8(1), tag, u32(text.length), text));
  const nonce = random(12);
  const head = join(u8(1), unb64u(ours.id));
  return join(head, nonce, await encrypt(ours.aes, nonce, plain, join(context(lies), head)));
}

test("words put into my mouth are marked, whatever tag they bear", async () => {
  const acts = await hand(ANA, await tagSecret(ownSecret, "reveal"));
  const elsewhere = await selfTag(ana, await digest(leaf(), write(words(leaf(), 30))));
  const kinds = [
    () => new Uint8Array(32),
    () => random(32),
    (about) => selfTag(bo, about),
    () => elsewhere,
    (about) => selfTag(acts, about),
    async (about) => {
      const tag = await selfTag(ana, about);
      tag[31] ^= 1;
      return tag;
    },
  ];
  for (let turn = 0; turn < 240; turn += 1) {
    const place = leaf();
    const envelope = await forge(place, kinds[turn % kinds.length]);
    const { shown } = await isRefused("not_mine", envelope, place);
    assert.equal(shown.body.text.length, 30);
    counted.forged += 1;
    // The partner, whose name is not on it, has nothing to check; nothing here proves anything.
    await opening(envelope, place, { hand: bo });
  }
});

test("a tag of an earlier key is from before", async () => {
  const before = await hand(ANA, oldTags);
  for (let turn = 0; turn < 40; turn += 1) {
    const place = leaf();
    await isRefused("from_before", await forge(place, (about) => selfTag(before, about)), place);
  }
});

test("without a hand nothing of a couple is opened or sealed", async () => {
  const { envelope, place } = await sample(leaf(BO));
  await isRefused("shut", envelope, place, {});
  await refused("shut", () => seal(words(place, 1), place, ours));
  await refused("not_mine", () => seal(words(place, 1), place, ours, ana));
});

test("of several faults the first in the order is named", async () => {
  const place = leaf(ANA, 5);
  const text = write(words(place, 30));
  const seen = { revision: 6, digest: await digest(place, text) };
  const old = await hand(ANA, oldTags);
  const forged = await forge(place, () => random(32));
  const before = await forge(place, (about) => selfTag(old, about));
  const how = { hand: ana, seen };
  await isRefused("not_mine", forged, place, how);
  await isRefused("from_before", before, place, how);
  await isRefused("stale", await forge(place, (about) => selfTag(ana, about)), place, how);
  const broken = join(forged.slice(0, -1), u8(forged.at(-1) ^ 1));
  await isRefused("damaged", broken, place, how);
  await isRefused("unknown_key", broken, place, how, [theirs]);
  await isRefused("unknown_version", join(u8(2), broken.slice(1)), place, how, [theirs]);
  await isRefused("bad_size", join(u8(2), broken.slice(2)), place, how, [theirs]);
  const mislabelled = { ...place, field: "note" };
  const other = await forge(place, () => random(32), mislabelled);
  await isRefused("malformed", other, mislabelled, how);
});

test("what was remembered as it is needs no tag again", async () => {
  const place = leaf();
  const envelope = await forge(place, () => random(32));
  const { shown } = await isRefused("not_mine", envelope, place);
  const seen = { revision: 1, digest: shown.digest };
  assert.deepEqual((await opening(envelope, place, { hand: ana, seen })).body, shown.body);
  await isRefused("not_mine", envelope, place, { hand: ana, seen: { ...seen, revision: 2 } });
});

test("what JSON would drop or change is refused before it is sealed", async () => {
  for (const value of [undefined, () => 1, 1n, NaN, 1.5, "\ud800", Symbol("a"), { A: 1 }]) {
    await refused("malformed", () => write({ kind: "a.b", value }));
  }
});

test("at least 10,000 refusals and 200 forgeries were tried", (t) => {
  t.diagnostic(`${counted.refused} refused, ${counted.forged} forged`);
  assert.ok(counted.refused >= 10_000, `${counted.refused}`);
  assert.ok(counted.forged >= 200);
  assert.notEqual(b64u(tags), b64u(oldTags));
});
