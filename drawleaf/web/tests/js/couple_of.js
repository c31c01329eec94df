// Ana and Bo, each on a device of their own, on the way to a table.
import { personOf } from "./device_of.js";

/** Each signed in; the row of the invitation that Ana has sent. */
export async function invited() {
  const [ana, bo] = [await personOf("Ana", { mine: true }), await personOf("Bo", { mine: true })];
  const { fields, link_fragment: secret, record } = await ana.tab.vault.invite("Ana");
  const { invitation, couple, envelope } = fields;
  const row = { invitation, couple, author: ana.keyring.person, envelope };
  return { ana, bo, row, secret, kept: record };
}

/** And Bo has answered, and Ana has said yes. */
export async function paired() {
  const { ana, bo, row, secret, kept } = await invited();
  const joined = await bo.tab.vault.join(bo.root, { ...row, secret });
  bo.server.put("keys", joined.fields.generation, joined.fields.keys);
  await bo.tab.vault.settle(bo.root);
  const { invitation } = row;
  const answer = { invitation, join: joined.fields.envelope, invited: bo.keyring.person, kept };
  const confirmed = await ana.tab.vault.confirm(ana.root, answer);
  ana.server.put("keys", confirmed.fields.generation, confirmed.fields.keys);
  await ana.tab.vault.settle(ana.root);
  const confirm = { id: invitation, couple: row.couple, confirm: confirmed.fields.envelope };
  return { ana, bo, row, secret, answer, confirm };
}
