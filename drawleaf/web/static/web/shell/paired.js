// Whoever answered an invitation waits for the other's yes, and may be on any page when it comes.
// Until this device has seen it, sealed as it is, nothing is written to the two: so it looks.
import { ask } from "#web/send.js";
import { readConfirm } from "#web/vault.js";

/** Where the server says that this page's table is confirmed, and this device does not know it yet. */
export async function lookForYes({ table, couples }) {
  const { table: here, pairing } = document.body.dataset;
  const isAsked = couples.some(({ id, confirmed, left }) => id === here && !confirmed && !left);
  if (!table || !isAsked) return;
  const { invitations = [] } = await ask(pairing).catch(() => ({}));
  const row = invitations.find(({ couple, state }) => couple === here && state === "confirmed");
  if (row && (await readConfirm(row))) location.reload();
}
