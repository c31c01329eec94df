import { send } from "#web/send.js";
import { newPassphrase, settle } from "#web/vault.js";

/**
 * Puts a new passphrase in place of the old one: a new wrap and login secret in one moment, other
 * sessions end. `known`: somebody may know the old one, so the recovery code ends too.
 */
export async function renew(root, passphrase, { known = false } = {}) {
  const { fields } = await newPassphrase(root, passphrase, { known });
  await send("/keyring/passphrase/", fields);
  await settle(root);
}
