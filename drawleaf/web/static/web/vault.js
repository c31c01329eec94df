/**
 * The vault: the browser's half of format 1. Words are sealed here and opened here; what is
 * returned for the server is envelopes, as base64url. Keys come from the custody of device.js.
 *
 * Five things to know:
 *   - Who invited and who answered come from the row, not from the words: `readInvite(row, secret)`
 *     and `join(root, {...row, secret})` with row {invitation, couple, author, envelope};
 *     `readJoin` and `confirm(root, …)` with {invitation, join, invited, kept}, `kept` the body of
 *     the inviter's record; `readConfirm(row)` with {id, couple, confirm}.
 *   - `enter(keyring, key, {field, mine})`: the key is a wrap, or the root that `enrol` gave.
 *   - `recoveryCode`, `newPassphrase`, `newKeys`, `join` and `confirm` propose; after the server's yes,
 *     `settle(root)` keeps what they made (or `enter` with the keyring that it gave back).
 *   - The root keeps the login secret that came with its key, and what these propose carries it
 *     as `proof`; hence `enter(…, {login})`.
 *   - `remembered` is {revision, digest}. What an error shows (`error.shown`, for not_mine and
 *     from_before) is never remembered.
 *
 * Refusals are VaultError, `reason` one of: bad_size unknown_version unknown_key damaged malformed
 * not_mine from_before stale changed too_long · bad_kdf bad_user bad_pass bad_code older_keys
 * wrong_passphrase · wrong_passkey passkey_gone · bad_name oneself couple_seen expired
 * not_confirmed another_partner renewing · shut no_line unsupported.
 */
export {
  confirm,
  invite,
  join,
  pairingWords,
  readConfirm,
  readInvite,
  readJoin,
} from "./vault/couple.js";
export { derive, enrol, enter, recoveryKeys, unlock, writePending } from "./vault/entrance.js";
export { VaultError } from "./vault/errors.js";
export {
  enterByPasskey,
  keepPasskey,
  opensBy,
  ownPasskeys,
  passkeyFields,
  removalFields,
  unlockByPasskey,
} from "./vault/passkeys.js";
export { user } from "./vault/passphrase.js";
export { supported } from "./vault/primitives.js";
export {
  answerIn,
  answerOf,
  halfOnTable,
  isAsBound,
  openHalf,
  openOwnHalf,
  questionOf,
  sealAhead,
  sealAnswer,
  sealHalfAnew,
  sealRelease,
  sealWithdrawn,
} from "./vault/reveal.js";
export { wholeText } from "./vault/asked.js";
export { settle } from "./vault/root.js";
export { openLocal, sealLocal } from "./vault/locals.js";
export { hasRetiring, newKeys, nothingLeft } from "./vault/renewal.js";
export {
  digestAs,
  isUnderPresent,
  openLeaf,
  openRecord,
  sealAnew,
  sealLeaf,
  sealRecord,
  tickRecord,
} from "./vault/sealing.js";
export { called, newPassphrase, recoveryCode } from "./vault/settings.js";
export { lock, shutOut, who, wipe } from "./vault/who.js";
export { generate } from "./vault/words.js";
