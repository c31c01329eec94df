import { send } from "#web/send.js";
import { newPassphrase, settle } from "#web/vault.js";

/**
 * Puts a new passphrase in place of one that nobody else knows: a new wrap and login secret in one
 * moment, other sessions end.
 */
export async function changePassphrase(root, passphrase) {
  const { fields } = await newPassphrase(root, passphrase);
  await send("/keyring/passphrase/", fields);
  await settle(root);
}
