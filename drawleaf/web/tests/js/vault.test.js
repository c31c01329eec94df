// The vault as pages use it: two people, each on a device of their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { invited, paired } from "./couple_of.js";
import { PASSPHRASE, personOf, SALT } from "./device_of.js";
import { refused } from "./vectors_say.js";

const RECORD = "11111111-1111-4111-8111-111111111111";
const ENTRY = { kind: "notebook.record", type: "entry", day: "2026-11-22", text: "oat" };
const PASSAGE = { kind: "leaf.passage", day: "2026-11-22", text: "Thank you." };

const leafOf = ({ couple }, { person }) => ({
  couple,
  author: person,
  record: RECORD,
  revision: 1,
  collection: "leaf",
  field: "passage",
});

test("two people pair, and both read the same six words", async () => {
  const { ana, bo, row, confirm } = await paired();
  const here = await bo.tab.vault.who();
  assert.deepEqual(here.couples[0].partner, { id: ana.keyring.person, name: "Ana" });
  assert.equal(here.couples[0].confirmed, false);
  await refused("not_confirmed", () => bo.tab.vault.sealLeaf(leafOf(row, bo.keyring), PASSAGE));
  assert.equal(await bo.tab.vault.readConfirm(confirm), true);
  assert.equal((await bo.tab.vault.who()).couples[0].confirmed, true);
  // As many words, and all of them the host's.
  const chosen = Array.from({ length: 7776 }, (_, at) => `word${at}`).join("\n");
  globalThis.fetch = async () => new Response(chosen);
  await refused("no_line", () => ana.tab.vault.pairingWords(row.couple));
  await refused("no_line", () => ana.tab.vault.generate());
  const list = readFileSync(new URL("../../../../var/front/web/words.txt", import.meta.url), "utf8");
  globalThis.fetch = async () => new Response(list);
  const words = await ana.tab.vault.pairingWords(row.couple);
  assert.equal(words.length, 6);
  assert.deepEqual(await bo.tab.vault.pairingWords(row.couple), words);
  assert.equal((await ana.tab.vault.generate()).split(" ").length, 5);
});

test("a confirmation that the server made up is none", async () => {
  const { ana, bo, row, confirm } = await paired();
  const { envelope } = await ana.tab.vault.sealLeaf(leafOf(row, ana.keyring), PASSAGE);
  assert.equal(await bo.tab.vault.readConfirm({ ...confirm, confirm: envelope }), false);
  assert.equal(await bo.tab.vault.readConfirm({ ...confirm, id: RECORD }), false);
  assert.equal((await bo.tab.vault.who()).couples[0].confirmed, false);
});

test("what changes the keyring carries the proof of who asks", async () => {
  const { ana, bo, row, secret, kept } = await invited();
  const proofOf = async ({ tab, keyring }, name, words = PASSPHRASE) =>
    (await tab.vault.derive(name, words, keyring)).login;
  const joined = await bo.tab.vault.join(bo.root, { ...row, secret });
  assert.equal(joined.fields.proof, await proofOf(bo, "bo"));
  const join = joined.fields.envelope;
  const answer = { invitation: row.invitation, join, invited: bo.keyring.person, kept };
  const { fields } = await ana.tab.vault.confirm(ana.root, answer);
  assert.equal(fields.proof, await proofOf(ana, "ana"));
  ana.server.put("keys", fields.generation, fields.keys);
  await ana.tab.vault.settle(ana.root);
  const renewed = await ana.tab.vault.newPassphrase(ana.root, "five other words");
  assert.equal(renewed.fields.proof, await proofOf(ana, "ana"));
  await ana.tab.vault.settle(ana.root);
  const code = await ana.tab.vault.recoveryCode(ana.root);
  assert.equal(code.fields.proof, await proofOf(ana, "ana", "five other words"));
});

test("nobody pairs under a name that is mine, hidden, or none", async () => {
  const unseen = ["A\u202ena", "Ana\u200b", "Bo\n", "\u2028", "\ue000", "", "  ", "a".repeat(41)];
  for (const name of ["Bo", " bO ", "\uff22\uff4f", "You", "yoU ", ...unseen]) {
    const [ana, bo] = [await personOf("Ana", { mine: true }), await personOf("Bo", { mine: true })];
    const { fields, link_fragment: secret } = await ana.tab.vault.invite(name);
    const row = { ...fields, author: ana.keyring.person };
    const reserved = ["You"];
    await refused("bad_name", () => bo.tab.vault.readInvite(row, secret, reserved));
    await refused("bad_name", () => bo.tab.vault.join(bo.root, { ...row, secret, reserved }));
  }
  const [ana, bo] = [await personOf("Ana", { mine: true }), await personOf("ANA", { mine: true })];
  const { fields, link_fragment: secret, record: kept } = await ana.tab.vault.invite("Ana Two");
  const row = { ...fields, author: ana.keyring.person };
  const joined = await bo.tab.vault.join(bo.root, { ...row, secret });
  const answer = { invitation: row.invitation, join: joined.fields.envelope, kept };
  answer.invited = bo.keyring.person;
  await refused("bad_name", () => ana.tab.vault.readJoin(answer));
  await refused("bad_name", () => ana.tab.vault.confirm(ana.root, answer));
});

test("an older recovery code does not open where a newer one was made, also after new words", async () => {
  const { tab, server, root } = await personOf("Ana", { mine: true });
  const codes = [];
  for (const revision of [1, 2]) {
    const { fields, code } = await tab.vault.recoveryCode(root);
    assert.equal(fields.revision, revision);
    server.put("root-recovery", revision, fields.envelope);
    await tab.vault.settle(root);
    codes.push({ code, K: structuredClone(server.keyring) });
  }
  const { fields } = await tab.vault.newPassphrase(root, "five other words");
  server.put("root-passphrase", fields.revision, fields.envelope);
  await tab.vault.settle(root);
  const [old, present] = codes;
  const before = await tab.vault.recoveryKeys("ana", old.code);
  const put = { ...server.keyring, envelopes: { ...server.keyring.envelopes } };
  put.envelopes["root-recovery"] = old.K.envelopes["root-recovery"];
  const how = { field: "root-recovery", mine: true };
  await refused("older_keys", () => tab.vault.enter(put, before.wrap, how));
  const { wrap } = await tab.vault.recoveryKeys("ana", present.code);
  await tab.vault.enter(server.keyring, wrap, how);
});

test("the next unlocking writes what was confirmed into the keyring", async () => {
  const { bo, confirm } = await paired();
  await bo.tab.vault.readConfirm(confirm);
  assert.equal((await bo.tab.vault.who()).couples[0].state, "asked");
  await bo.tab.page();
  await bo.tab.vault.unlock(PASSPHRASE);
  assert.deepEqual(bo.server.posted, [3]);
  assert.equal((await bo.tab.vault.who()).couples[0].state, "paired");
  await bo.tab.vault.unlock(PASSPHRASE);
  assert.deepEqual(bo.server.posted, [3], "once");
});

test("Bo reads what Ana laid down, and Ana knows it for her own", async () => {
  const { ana, bo, row } = await paired();
  const leaf = leafOf(row, ana.keyring);
  const { envelope, digest } = await ana.tab.vault.sealLeaf(leaf, PASSAGE);
  const read = await bo.tab.vault.openLeaf({ ...leaf, envelope });
  assert.deepEqual(read.body, PASSAGE);
  assert.deepEqual([read.mine, read.author.name, read.digest], [false, "Ana", digest]);
  assert.equal((await ana.tab.vault.openLeaf({ ...leaf, envelope })).mine, true);
  const changed = { revision: 1, digest: SALT + SALT };
  await refused("changed", () => bo.tab.vault.openLeaf({ ...leaf, envelope }, changed));
  const stale = { revision: 2, digest };
  await refused("stale", () => bo.tab.vault.openLeaf({ ...leaf, envelope }, stale));
});

test("the table opens with the notebook shut, and marks what is put under one's name", async () => {
  const { ana, bo, row } = await paired();
  const leaf = leafOf(row, bo.keyring);
  const passage = await ana.tab.vault.sealLeaf({ ...leaf, record: RECORD }, PASSAGE);
  const mine = { ...leafOf(row, ana.keyring), envelope: passage.envelope };
  await ana.tab.vault.lock();
  assert.equal((await ana.tab.vault.openLeaf(mine)).mine, true);
  await refused("shut", () => ana.tab.vault.sealRecord(RECORD, 1, ENTRY));
  await refused("damaged", () => ana.tab.vault.openLeaf({ ...mine, author: bo.keyring.person }));
  await refused("unknown_key", () => ana.tab.vault.openLeaf({ ...mine, author: RECORD }));
  await refused("unknown_key", () => ana.tab.vault.openLeaf({ ...mine, couple: RECORD }));
});

test("what was seen on a table is sealed for the table, all else for the notebook", async () => {
  const { ana, row } = await paired();
  const { vault } = ana.tab;
  const bytes = Uint8Array.of(1, 2, 3);
  const seen = await vault.sealLocal(`seen-${row.couple}`, bytes);
  const pack = await vault.sealLocal("pack-000001", bytes);
  assert.deepEqual(await vault.openLocal("pack-000001", pack), bytes);
  await refused("damaged", () => vault.openLocal("pack-000002", pack));
  await vault.lock();
  assert.deepEqual(await vault.openLocal(`seen-${row.couple}`, seen), bytes);
  await refused("shut", () => vault.openLocal("pack-000001", pack));
  await refused("shut", () => vault.sealLocal("seen-notebook-1", bytes));
});

test("an invitation says who sent it, signed in or not, for seven days", async () => {
  const { ana, bo, row, secret } = await invited();
  assert.equal((await bo.tab.vault.readInvite(row, secret)).name, "Ana");
  await bo.tab.vault.wipe();
  assert.equal((await bo.tab.vault.readInvite(row, secret)).person, ana.keyring.person);
  await refused("oneself", () => ana.tab.vault.readInvite(row, secret));
  await refused("unknown_key", () => bo.tab.vault.readInvite(row, SALT));
  await refused("malformed", () => bo.tab.vault.readInvite(row, "AAAA"));
  const other = { ...row, author: RECORD };
  await refused("damaged", () => bo.tab.vault.readInvite(other, secret));
  bo.device.clock.now += 7 * 24 * 60 * 60_000;
  await refused("expired", () => bo.tab.vault.readInvite(row, secret));
});

test("nothing replaces a couple that is there", async () => {
  const { ana, bo, row, secret, answer } = await paired();
  await refused("couple_seen", () => ana.tab.vault.confirm(ana.root, answer));
  await refused("couple_seen", () => ana.tab.vault.readJoin(answer));
  await refused("couple_seen", () => bo.tab.vault.join(bo.root, { ...row, secret }));
  await refused("couple_seen", () => bo.tab.vault.readInvite(row, secret));
});

test("an answer counts for its own invitation only", async () => {
  const { ana, bo, row, secret, kept } = await invited();
  const { fields } = await bo.tab.vault.join(bo.root, { ...row, secret });
  const { invitation } = row;
  const answer = { invitation, join: fields.envelope, invited: bo.keyring.person, kept };
  assert.equal((await ana.tab.vault.readJoin(answer)).name, "Bo");
  await refused("malformed", () => ana.tab.vault.readJoin({ ...answer, invitation: RECORD }));
  await refused("damaged", () => ana.tab.vault.readJoin({ ...answer, invited: RECORD }));
  await refused("oneself", async () => {
    const own = await ana.tab.vault.join(bo.root, { ...row, secret }).catch((error) => error);
    assert.equal(own.reason, "shut", "a root is good on its own page only");
    await ana.tab.vault.readInvite(row, secret);
  });
});

test("a recovery code opens the same notebook, and only as it was typed", async () => {
  const { tab, server, root } = await personOf("Ana", { mine: true });
  const { envelope } = await tab.vault.sealRecord(RECORD, 1, ENTRY);
  assert.equal((await tab.vault.who()).recovery, false);
  const { code, fields } = await tab.vault.recoveryCode(root);
  assert.equal((await tab.vault.who()).recovery, false, "not before the server's yes");
  server.put("root-recovery", fields.revision, fields.envelope);
  await tab.vault.settle(root);
  assert.equal((await tab.vault.who()).recovery, true);

  await tab.vault.wipe();
  await refused("bad_code", () => tab.vault.recoveryKeys("ana", code.slice(0, -1)));
  const { login, wrap } = await tab.vault.recoveryKeys("ana", code.toLowerCase());
  assert.equal(login, fields.login);
  await tab.vault.enter(server.keyring, wrap, { field: "root-recovery" });
  assert.deepEqual(
    (await tab.vault.openRecord({ record: RECORD, revision: 1, envelope })).body,
    ENTRY,
  );
});

test("a new passphrase opens, the old one no more", async () => {
  const { tab, server, root } = await personOf("Ana", { mine: true });
  const { fields } = await tab.vault.newPassphrase(root, "five other words", {
    kdf: 1,
    salt: SALT,
  });
  assert.equal(fields.revision, 2);
  server.put("root-passphrase", fields.revision, fields.envelope);
  await tab.vault.settle(root);
  await refused("wrong_passphrase", () => tab.vault.unlock(PASSPHRASE));
  server.isUp = false;
  await refused("wrong_passphrase", () => tab.vault.unlock(PASSPHRASE));
  await tab.vault.unlock("five other words");
  assert.equal((await tab.vault.who()).notebook, true);
});

test("an older keyring, or another of the same age, is refused", async () => {
  const { ana } = await paired();
  const { tab, keyring, server } = ana;
  const { wrap } = await tab.vault.derive("ana", PASSPHRASE, keyring);
  await refused("older_keys", () => tab.vault.enter(keyring, wrap, { mine: true }));
  const cleo = await personOf("Cleo");
  const foreign = structuredClone(server.keyring);
  foreign.envelopes.keys = { ...cleo.keyring.envelopes.keys, revision: 2 };
  await refused("unknown_key", () => tab.vault.enter(foreign, wrap, { mine: true }));
  await refused("older_keys", async () => {
    const wrapped = structuredClone(server.keyring);
    const { fields } = await tab.vault.newPassphrase(ana.root, PASSPHRASE);
    wrapped.envelopes["root-passphrase"] = fields;
    await tab.vault.enter(wrapped, wrap, { mine: true });
    await tab.vault.enter(server.keyring, wrap, { mine: true });
  });
});

test("weaker parameters than this device has used are refused before stretching", async () => {
  const { tab, keyring } = await personOf("Ana", { mine: true });
  const known = await tab.rows.read("keyring", "known");
  await tab.rows.write("keyring", [["known", { ...known, kdf: 2 }]]);
  const worker = globalThis.Worker;
  globalThis.Worker = class {
    constructor() {
      assert.fail("stretched");
    }
  };
  await refused("bad_kdf", () => tab.vault.derive("ana", PASSPHRASE, keyring));
  globalThis.Worker = worker;
  await tab.vault.derive("bo", PASSPHRASE, keyring);
  await refused("bad_kdf", () => tab.vault.enter(keyring, new Uint8Array(32), { mine: true }));
  await refused("bad_kdf", () => tab.vault.derive("bo", PASSPHRASE, { kdf: 3, salt: SALT }));
});

test("a handle of the page's own making is no root", async () => {
  const { tab } = await personOf("Ana");
  await refused("shut", () => tab.vault.recoveryCode({}));
  await refused("shut", () => tab.vault.settle(Object.freeze({})));
});
