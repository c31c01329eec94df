// Ana at her browser before a host who is Bo, and the book that is kept of her: what must hold. The
// vault, the store and the engine's verbs are those of a page.
import assert from "node:assert/strict";
import { b64u, unb64u } from "#web/vault/bytes.js";
import { open } from "#web/vault/envelope.js";
import { at } from "#web/vault/place.js";
import { envelopeKey } from "#web/vault/primitives.js";

const WORDS = /ana, word \d+/;

export async function anaOf(host, ring, tab, counts) {
  const [said, newest, openedFor, leftOpen] = [new Map(), new Map(), new Map(), new Map()];
  const own = await envelopeKey(ring.own[0].key);
  const to = (lying, verb) => `/questions/${lying.id}/${verb}/`;
  const count = (what) => (counts[what] = (counts[what] ?? 0) + 1);
  let [read, written, press] = [0, 0, null];

  /** Her own half, as her own key opens it. */
  const hers = async ({ record, revision, field, envelope }) => {
    const place = at(ring.person, ring.person, record, revision, "reveal", field);
    return (await open(unb64u(envelope), place, [own])).body;
  };
  /** A half on the table, at the place where the program knows it. */
  const shared = (item, field, { revision, envelope }, author) =>
    host.opens({ couple: item.couple, author, record: item.joint, revision, collection: "reveal", field, envelope });

  async function writes(lying, item) {
    const text = `ana, word ${said.size + 1}`;
    const before = host.sent.length;
    try {
      await tab.reveal.keepAnswer(item, { text }, to(lying, "answer"));
    } finally {
      const row = host.sent.slice(before).find(({ name }) => name === "commitment")?.row;
      if (row) {
        said.set(text, { joint: lying.id, revision: row.revision, question: item.question, row });
        assert.ok(row.revision > (newest.get(lying.id) ?? 0), "said over again");
      }
    }
    newest.set(lying.id, said.get(text).revision);
  }

  async function withdraws(lying, item) {
    await tab.reveal.withdrawAnswer(item, to(lying, "withdrawal"));
    newest.set(lying.id, host.sent.at(-1).row.revision);
  }

  /** Her own words as they stand on view: the newest that this device knows of. */
  async function looks(lying, item) {
    const kept = await tab.reveal.myAnswer(item);
    if (!kept) return null;
    const { joint, revision, row } = said.get(kept.answer.text);
    assert.deepEqual([joint, row.couple], [item.joint, item.couple], "from elsewhere");
    assert.ok(revision >= (newest.get(joint) ?? 0), "an older answer, or a withdrawn one");
    newest.set(joint, revision);
    leftOpen.set(lying.id, [item, kept]);
    return kept;
  }

  async function presses(lying, item) {
    const kept = await looks(lying, item);
    if (kept) await pressesOn(lying, item, kept);
  }

  /** In another tab that was left open: what stands there may be said otherwise by now. */
  async function pressesThere(lying) {
    if (leftOpen.has(lying.id)) await pressesOn(lying, ...leftOpen.get(lying.id));
  }

  async function pressesOn(lying, item, kept) {
    if (item.given.state !== "due") return;
    press = { item, text: kept.answer.text };
    try {
      await tab.reveal.openMine(item, kept, { ahead: to(lying, "ahead"), opening: to(lying, "opening") });
      count("presses that were taken");
    } finally {
      await watch();
      press = null;
    }
  }

  /** A true opening is read, any other is refused or marked. */
  async function reads(lying, item) {
    if (item.given.state !== "open") return;
    const due = await trueAnswer(lying, item).catch(() => null);
    const got = await tab.reveal.theirAnswer(item).catch((error) => ({ error }));
    if (!got.error) {
      assert.equal(JSON.stringify(got.answer), due, "a false opening is not marked");
      return count("true openings read");
    }
    count("false openings marked");
    if (got.error.shown) count("of them shown, marked");
    // Whoever has shown another thing in the same place before is not believed any more.
    const isLate = host.often > 0 && ["stale", "changed"].includes(got.error.reason);
    assert.ok(due === null || isLate, `a true opening is not read: ${got.error.reason}`);
    throw got.error;
  }

  /** What Bo was bound to when Ana opened for it, if that is what lies here; else it throws. */
  async function trueAnswer(lying, item) {
    const { ahead, release, their_commitment: first, their_release: last } = item.given;
    assert.ok(lying.ever.release.some(({ envelope }) => envelope === release.envelope));
    const faced = (await shared(item, "release", release, host.ana)).body;
    const isRow = ahead && typeof ahead === "object" && "record" in ahead && typeof ahead.envelope === "string";
    if (isRow && Number.isSafeInteger(ahead.revision) && ahead.revision > 0) {
      assert.equal(pairOf(await hers({ ...ahead, record: lying.id, field: "ahead" })), pairOf(faced));
    }
    const [commitment, said_] = [await shared(item, "commitment", first, host.bo), await shared(item, "release", last, host.bo)];
    const truth = host.truths.get(faced.partner);
    assert.deepEqual([first.revision, last.revision, item.question], [truth.revision, truth.revision, truth.question]);
    const { body } = said_;
    assert.deepEqual([commitment.digest, body.own, body.partner], [faced.partner, faced.partner, faced.own]);
    assert.deepEqual([body.salt, body.answer], [b64u(truth.salt), truth.answer]);
    const opened = openedFor.get(lying.id);
    if (opened) assert.ok(opened.pair === `${faced.own} ${faced.partner}` && truth.at < opened.at);
    return truth.answer;
  }

  /** Everything she has sent, with all the keys that Bo has. */
  async function watch() {
    for (; read < host.sent.length; read += 1) {
      const { at: when, name, row } = host.sent[read];
      if (["waiting", "ahead"].includes(name)) await staysShut(row);
      else {
        const { body } = await host.opens(row);
        if (name === "release") await isForWhatSheSaw(when, row, body);
        else assert.ok(!WORDS.test(JSON.stringify(body)), "her words before her press");
      }
    }
  }

  async function staysShut({ record, revision, field, envelope }) {
    const place = at(ring.person, ring.person, record, revision, "reveal", field);
    for (const { aes } of host.keys) {
      // Whatever he says that his key is called.
      const id = b64u(unb64u(envelope).subarray(1, 9));
      const reason = await open(unb64u(envelope), place, [{ aes, id }]).catch((error) => error.reason);
      assert.equal(reason, "damaged", "what waits was opened");
      count("tries to open what waits");
    }
  }

  /** A release: of the words on view as she pressed, for the two commitments of her ahead. */
  async function isForWhatSheSaw(when, row, body) {
    assert.ok(press, "released without a press");
    const { item, text } = press;
    const mine = said.get(text);
    assert.equal(body.answer, JSON.stringify({ text }), "other words than on view");
    assert.deepEqual([mine.joint, row.record, row.couple], [item.joint, item.joint, mine.row.couple]);
    assert.deepEqual([mine.revision, row.revision], [newest.get(item.joint), mine.revision], "not her newest");
    assert.equal(body.own, (await host.opens(mine.row)).digest, "for another commitment of hers");
    const theirs = await shared(item, "commitment", item.given.their_commitment, host.bo);
    assert.equal(body.partner, theirs?.digest, "for another one of his");
    assert.deepEqual([mine.question, theirs.body.question], [item.question, item.question], "for another question");
    const aheads = host.sent.filter((each) => each.name === "ahead" && each.row.record === row.record);
    const pairs = await Promise.all(aheads.map(async (each) => pairOf(await hers(each.row))));
    assert.ok(pairs.includes(pairOf(body)), "without her ahead");
    if (!openedFor.has(item.joint)) openedFor.set(item.joint, { pair: pairOf(body), at: when });
    assert.equal(openedFor.get(item.joint).pair, pairOf(body), "for two different commitments");
    count("releases");
  }

  return {
    async act(lying) {
      const acts = [writes, withdraws, looks, presses, reads, pressesThere];
      const likely = lying.now.release ? [1, 1, 1, 3, 12, 1] : lying.now.waiting ? [5, 1, 2, 9, 1, 2] : [9, 1, 1, 1, 1, 1];
      const bag = acts.flatMap((act, index) => Array(likely[index]).fill(act));
      if (host.chance(12) === 0) await tab.page();
      try {
        await bag[host.chance(bag.length)](lying, await host.page(lying));
      } catch (error) {
        if (!error.reason || error.code === "ERR_ASSERTION") throw error;
        count(`refused: ${error.reason}`);
      }
      await watch();
      // What was seen on the table is written down a moment later; here at once.
      await tab.store.rememberAside(lying.couple, lying.id, (written += 1), false);
    },
  };
}

const pairOf = ({ own, partner }) => `${own} ${partner}`;
