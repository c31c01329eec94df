// New keys with a partner: a table that takes the place of another, where it is the same partner's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { paired } from "./couple_of.js";
import { personOf } from "./device_of.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { refused } from "./vectors_say.js";

/** What `person` sends for new keys instead of the table `renews`. */
async function asking(person, renews) {
  const { fields, link_fragment: secret, record: kept } = await person.tab.vault.invite("Ana", renews);
  const row = { ...fields, renews, author: person.keyring.person };
  return { row, secret, kept };
}

/** The answer of `bo`, as the server hands it on. */
async function answered(bo, { row, secret, kept }) {
  const joined = await bo.tab.vault.join(bo.root, { ...row, secret });
  bo.server.put("keys", joined.fields.generation, joined.fields.keys);
  await bo.tab.vault.settle(bo.root);
  const { invitation, renews } = row;
  return { invitation, join: joined.fields.envelope, invited: bo.keyring.person, kept, renews };
}

/** What Ana's yes is to Bo's device. */
function confirmed({ fields }, { row }) {
  const { invitation: id, couple, renews } = row;
  return { id, couple, confirm: fields.envelope, renews };
}

const leftOf = async ({ tab }) => (await tab.vault.who()).couples.map(({ left }) => left);

test("an invitation is for new keys where it comes from the partner of that table", async () => {
  const { ana, bo, row } = await paired();
  const asked = await asking(ana, row.couple);
  const { readInvite } = bo.tab.vault;
  assert.equal((await readInvite(asked.row, asked.secret)).isRenewal, true);
  const without = { ...asked.row, renews: undefined };
  assert.equal((await readInvite(without, asked.secret)).isRenewal, false);
  const cleo = await personOf("Cleo", { mine: true });
  const hers = await asking(cleo, row.couple);
  assert.equal((await readInvite(hers.row, hers.secret)).isRenewal, false, "whatever a host says");
  await bo.tab.vault.wipe();
  assert.equal((await readInvite(asked.row, asked.secret)).isRenewal, false);
});

test("once it is confirmed, neither device seals for the old table any more", async () => {
  const { ana, bo, row, confirm } = await paired();
  await bo.tab.vault.readConfirm(confirm);
  const asked = await asking(ana, row.couple);
  const answer = await answered(bo, asked);
  const yes = await ana.tab.vault.confirm(ana.root, answer);
  ana.server.put("keys", yes.fields.generation, yes.fields.keys);
  await ana.tab.vault.settle(ana.root);
  assert.deepEqual(await leftOf(ana), [true, false]);
  assert.deepEqual(await leftOf(bo), [false, false]);
  assert.equal(await bo.tab.vault.readConfirm(confirmed(yes, asked)), true);
  assert.deepEqual(await leftOf(bo), [true, false]);
  const place = { couple: row.couple, author: bo.keyring.person, record: asked.row.couple };
  const leaf = { ...place, revision: 1, collection: "leaf", field: "passage" };
  const body = { kind: "leaf.passage", day: "2026-11-22", text: "oat" };
  await refused("not_confirmed", () => bo.tab.vault.sealLeaf(leaf, body));
});

test("no host closes the table of two by what it says of another invitation", async () => {
  const { ana, bo, row, confirm } = await paired();
  await bo.tab.vault.readConfirm(confirm);
  const cleo = await personOf("Cleo", { mine: true });
  const asked = await asking(ana, row.couple);
  const answer = await answered(cleo, asked);
  await refused("another_partner", () => ana.tab.vault.confirm(ana.root, answer));
  const hers = await asking(cleo);
  const his = await answered(bo, { ...hers, row: { ...hers.row, renews: row.couple } });
  const yes = await cleo.tab.vault.confirm(cleo.root, { ...his, renews: null });
  const said = { ...confirmed(yes, hers), renews: row.couple };
  assert.equal(await bo.tab.vault.readConfirm(said), true);
  assert.deepEqual(await leftOf(bo), [false, false]);
});

test("which table it renews is the inviter's word, kept with the secret of the link", async () => {
  const { ana, bo, row, confirm } = await paired();
  await bo.tab.vault.readConfirm(confirm);
  const further = await asking(ana);
  const renews = row.couple;
  const more = await answered(bo, { ...further, row: { ...further.row, renews } });
  await refused("another_partner", () => ana.tab.vault.confirm(ana.root, more));
  const asked = await asking(ana, renews);
  assert.equal(asked.kept.renews, sealedUuid(renews));
  const answer = await answered(bo, { ...asked, row: { ...asked.row, renews: undefined } });
  await refused("another_partner", () => ana.tab.vault.confirm(ana.root, answer));
});

test("a table that was not to be renewed when this device answered stays", async () => {
  const { ana, bo, row, confirm } = await paired();
  await bo.tab.vault.readConfirm(confirm);
  const further = await asking(ana);
  const yes = await ana.tab.vault.confirm(ana.root, await answered(bo, further));
  const said = { ...confirmed(yes, further), renews: row.couple };
  assert.equal(await bo.tab.vault.readConfirm(said), true);
  assert.deepEqual(await leftOf(bo), [false, false]);
});
