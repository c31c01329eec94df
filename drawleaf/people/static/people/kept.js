import { send } from "#web/send.js";
import { records, sync } from "#web/store.js";
import { sealRecord } from "#web/vault.js";

/**
 * What the inviter keeps of an invitation, in the notebook: its secret and half of the key
 * agreement. It must have arrived before the invitation goes out, so the outbox is not for it.
 */
export async function keep(body, record = crypto.randomUUID(), revision = 1) {
  const { envelope } = await sealRecord(record, revision, body);
  await send(document.body.dataset.records, { record, revision, envelope });
}

/** All that is kept: [{record, revision, body}]. The notebook must be open. */
export async function allKept() {
  await sync();
  return (await records()).filter(({ body }) => body.type === "invitation");
}

/** Once used or withdrawn, the secret goes; a tombstone stays. */
export function forget({ record, revision }) {
  return keep({ kind: "notebook.record", type: "tombstone" }, record, revision + 1);
}
