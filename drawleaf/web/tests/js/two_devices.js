// Ana with two devices, each with a line of its own that can break, and a session that a renewal of
// the keys on the other one ends.
import { courierOf } from "./courier_of.js";
import { deviceOf, PASSPHRASE, personOf } from "./device_of.js";

// What would try again in a while does not: by then it would be on another device's line.
const later = globalThis.setTimeout;
globalThis.setTimeout = (act, wait, ...more) => {
  const timer = later(wait > 1300 ? () => {} : act, wait, ...more);
  if (wait > 1300) timer.unref();
  return timer;
};

/** {server, courier, devices: [{tab, line, root}, …]}, both marked mine, both signed in. */
export async function twoDevices() {
  const { server } = await personOf("Ana", { mine: true });
  const courier = courierOf(server);
  courier.page = 100;
  const devices = [];
  for (const line of [lineOf(server), lineOf(server)]) {
    devices.push({ line, tab: await deviceOf(line).tab() });
    await signIn(server, devices.at(-1), PASSPHRASE);
  }
  return { server, courier, devices };
}

/** A new page on this device: nothing is left in memory, and requests go by its own line. */
export const turnTo = (each) => each.tab.page();

/** True when the server knows these words; then the notebook is open here. */
export async function signIn(server, each, words) {
  await turnTo(each);
  const { vault } = each.tab;
  const K = structuredClone(server.keyring);
  const { login, wrap } = await vault.derive(K.user, words, K);
  if (login !== server.login) return false;
  each.line.session = server.renewals ?? 0;
  each.root = await vault.enter(K, wrap, { mine: true, login });
  return true;
}

function lineOf(server) {
  const line = { left: Infinity, isHeard: true, session: 0, refused: [] };
  line.fetch = async (url, options = {}) => {
    line.left -= 1;
    if (line.left < 0) throw new TypeError("no line");
    if (line.left === 0 && !line.isHeard) throw new TypeError("no line");
    const answer = await answered(url, options);
    if (line.left === 0) throw new TypeError("the answer did not arrive");
    return answer;
  };
  async function answered(url, options) {
    if (line.session !== (server.renewals ?? 0)) return no(401, "signed_out");
    if (["/notebook/records/", "/notebook/resealings/", "/halves/"].includes(url)) {
      const { envelope } = Object.fromEntries(options.body);
      const kid = Buffer.from(envelope, "base64url").subarray(1, 9).toString("base64url");
      if (kid !== server.keyring.kid) return no(409, "unknown_key");
    }
    const answer = await server.fetch(url, options);
    if (url === "/keyring/renewal/" && answer.ok) {
      // A lost answer takes the new session with it.
      line.session = line.left === 0 ? -1 : server.renewals;
    }
    return answer;
  }
  return line;
}

const no = (status, reason) =>
  new Response(JSON.stringify({ reason, sentence: "x" }), {
    status,
    headers: { "Content-Type": "application/json" },
  });
