// What the authenticator is asked is the page's to say, whatever the server would like.
import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u } from "#web/vault/bytes.js";
import { QUESTION } from "#web/vault/passkey.js";
import { makePasskey, usePasskey } from "#web/authenticator.js";
import { refused } from "./vectors_say.js";

const bytes = (value, length = 16) => new Uint8Array(length).fill(value);
const OUTPUT = bytes(9, 32);
// A server that would rather have it easy, and for another place.
const ASKED = {
  challenge: b64u(bytes(1, 32)),
  rp: { id: "elsewhere.example", name: "Drawleaf" },
  rpId: "elsewhere.example",
  user: { id: b64u(bytes(2)), name: "ana", displayName: "Ana" },
  pubKeyCredParams: [{ type: "public-key", alg: -7 }],
  timeout: 60_000,
  attestation: "direct",
  userVerification: "discouraged",
  authenticatorSelection: { residentKey: "discouraged", userVerification: "discouraged" },
  excludeCredentials: [{ id: b64u(bytes(3)), type: "public-key" }],
  allowCredentials: [{ id: b64u(bytes(4)), type: "public-key" }],
  extensions: { credProps: true, prf: { eval: { first: bytes(5) } } },
};

globalThis.location ??= { hostname: "leaf.example" };

/** An authenticator that answers as a phone does, and says what it was asked. */
function authenticator({ create = { enabled: true, results: { first: OUTPUT } }, get } = {}) {
  const asked = [];
  const answer = (prf, parts) => ({
    id: b64u(bytes(7)),
    rawId: bytes(7).buffer,
    type: "public-key",
    response: parts,
    getClientExtensionResults: () => ({ prf }),
  });
  const of = (prf, parts) => async (options) => {
    asked.push(options.publicKey);
    return answer(prf, parts);
  };
  const data = { clientDataJSON: bytes(1).buffer };
  const credentials = {
    create: of(create, { ...data, attestationObject: bytes(2).buffer }),
    get: of(get ?? { results: { first: OUTPUT } }, { ...data, authenticatorData: bytes(3).buffer }),
  };
  Object.defineProperty(globalThis, "navigator", { value: { credentials }, configurable: true });
  return asked;
}

test("a new passkey is for this place, can be found again, and asks who holds the phone", async () => {
  const [options] = await asked(() => makePasskey(ASKED));
  assert.deepEqual(options.rp, { id: location.hostname, name: "Drawleaf" });
  const { residentKey, requireResidentKey, userVerification } = options.authenticatorSelection;
  assert.deepEqual([residentKey, requireResidentKey, userVerification], ["required", true, "required"]);
  assert.equal(options.attestation, "none", "the phone's maker is nobody's business");
  assert.deepEqual(options.extensions, { prf: { eval: { first: QUESTION } } });
});

test("a passkey is used for this place, with who holds it checked, and one question", async () => {
  const [options] = await asked(() => usePasskey({ asked: ASKED, allow: [bytes(7)] }));
  assert.equal(options.rpId, location.hostname);
  assert.equal(options.userVerification, "required");
  assert.deepEqual(options.allowCredentials, [{ type: "public-key", id: bytes(7) }]);
  assert.deepEqual(options.extensions, { prf: { eval: { first: QUESTION } } });
});

test("on this device alone each use has a question of its own", async () => {
  const questions = await asked(async () => {
    await usePasskey({ allow: [bytes(7)] });
    await usePasskey({ allow: [bytes(7)] });
  });
  const [one, other] = questions.map(({ challenge }) => b64u(challenge));
  assert.equal(questions[0].challenge.length, 32);
  assert.notEqual(one, other);
});

test("what opens the notebook is no part of what goes to the server", async () => {
  authenticator();
  const { answer, output } = await makePasskey(ASKED);
  assert.deepEqual(output, OUTPUT);
  assert.ok(!answer.includes(b64u(OUTPUT)));
  assert.deepEqual(Object.keys(JSON.parse(answer)), ["id", "rawId", "type", "response"]);
});

test("a phone that gives its bytes only in use is asked once more, for this very passkey", async () => {
  const options = await asked(() => makePasskey(ASKED), { create: { enabled: true } });
  assert.equal(options.length, 2);
  assert.deepEqual(options[1].allowCredentials, [{ type: "public-key", id: bytes(7) }]);
});

test("whoever changes their mind gets one plain reason", async () => {
  authenticator();
  navigator.credentials.get = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  await refused("passkey_not_used", () => usePasskey());
  navigator.credentials.create = () => Promise.reject(new DOMException("no", "InvalidStateError"));
  await refused("passkey_here", () => makePasskey(ASKED));
});

async function asked(act, how) {
  const options = authenticator(how);
  await act();
  return options;
}
