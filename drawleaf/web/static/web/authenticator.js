// The browser's half of a passkey: asking the authenticator, and spelling out its answer for the
// server. What it gives for the notebook (`output`) is not part of the answer.
import { b64u, random, unb64u } from "./vault/bytes.js";
import { VaultError } from "./vault/errors.js";
import { QUESTION } from "./vault/passkey.js";

const extensions = { prf: { eval: { first: QUESTION } } };
const AUTHENTICATOR = {
  residentKey: "required",
  requireResidentKey: true,
  userVerification: "required",
};
const REASONS = {
  InvalidStateError: "passkey_here",
  SecurityError: "passkey_place",
  NotSupportedError: "passkey_unsupported",
  ConstraintError: "passkey_unsupported",
};

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = () => Boolean(globalThis.PublicKeyCredential && navigator.credentials);

/** Whether this very device can check who holds it, by finger, face or screen lock. */
export async function checksItsOwner() {
  const able = globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable;
  return Boolean(able && (await able.call(PublicKeyCredential).catch(() => false)));
}

/**
 * A new passkey, as the server `asked`: {credential, answer, output}; no output, no opening. For
 * which place it is, and that it asks who holds the device, is not the server's to say.
 */
export async function makePasskey(asked) {
  const { pubKeyCredParams, timeout } = asked;
  const made = await calmly(() =>
    navigator.credentials.create({
      publicKey: {
        pubKeyCredParams,
        timeout,
        attestation: "none",
        rp: { id: location.hostname, name: asked.rp.name },
        authenticatorSelection: AUTHENTICATOR,
        challenge: unb64u(asked.challenge),
        user: { ...asked.user, id: unb64u(asked.user.id) },
        excludeCredentials: listed(asked.excludeCredentials.map(({ id }) => unb64u(id))),
        extensions,
      },
    }),
  );
  const { clientDataJSON, attestationObject } = made.response;
  const told = toldBy(made);
  const credential = new Uint8Array(made.rawId);
  // Some give their bytes only when they are used.
  const again = told.output || !told.enabled ? null : await usePasskey({ allow: [credential] });
  const output = told.output ?? again?.output ?? null;
  return { credential, output, answer: spell(made, { clientDataJSON, attestationObject }) };
}

/**
 * Uses a passkey: {credential, answer, output}. With `asked` by the server to sign in; without, on
 * this device alone, one of the credential ids `allow`.
 */
export async function usePasskey({ asked = {}, allow = [], signal } = {}) {
  const used = await calmly(() =>
    navigator.credentials.get({
      signal,
      publicKey: {
        challenge: asked.challenge ? unb64u(asked.challenge) : random(32),
        rpId: location.hostname,
        allowCredentials: listed(allow),
        userVerification: "required",
        extensions,
      },
    }),
  );
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response;
  const answer = spell(used, { clientDataJSON, authenticatorData, signature, userHandle });
  return { credential: new Uint8Array(used.rawId), answer, output: toldBy(used).output };
}

const listed = (ids) => ids.map((id) => ({ type: "public-key", id }));

function toldBy(used) {
  const { enabled, results } = used.getClientExtensionResults().prf ?? {};
  return { enabled, output: results?.first ? new Uint8Array(results.first) : null };
}

function spell({ id, type }, parts) {
  const spelled = Object.entries(parts).map(([name, bytes]) => [
    name,
    bytes ? b64u(new Uint8Array(bytes)) : null,
  ]);
  return JSON.stringify({ id, rawId: id, type, response: Object.fromEntries(spelled) });
}

/** Whoever changes their mind, or has no such passkey, gets one answer: nothing was done. */
async function calmly(act) {
  try {
    return await act();
  } catch (error) {
    throw new VaultError(REASONS[error.name] ?? "passkey_not_used");
  }
}
