import { send } from "#web/send.js";
import { newPassphrase, settle } from "#web/vault.js";

/**
 * Puts a new passphrase in place of the old one: a new wrap and login secret in one moment,
 * other sessions end. `root` and `proof` as from `prove`, or by the recovery code.
 */
export async function renew({ root, proof }, passphrase) {
  const { fields } = await newPassphrase(root, passphrase);
  await send("/keyring/passphrase/", { ...fields, proof });
  await settle(root);
}
