// Both, or neither, in the browser's vault and store, against a host who is Bo: he lies, exchanges,
// keeps back, and answers as he likes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceOf } from "../../../web/tests/js/chance.js";
import { deviceOf } from "../../../web/tests/js/device_of.js";
import { ringsOfTwo, takeIn } from "../../../web/tests/js/ring_of.js";
import { anaOf } from "./reveal_ana.js";
import { hostOf } from "./reveal_host.js";
import { liesOf } from "./reveal_lies.js";

const HISTORIES = 320;
const STEPS = 18;
// As many of them are lived on one device: what it remembers is of each joint by itself.
const ON_ONE_DEVICE = 20;

// What a page writes down a little later, it writes down at once.
const later = globalThis.setTimeout;
globalThis.setTimeout = (act, wait, ...more) => later(act, wait <= 50 ? 0 : wait, ...more);

test(`${HISTORIES} histories against a host who is Bo`, async (t) => {
  const counts = {};
  let [device, rings] = [null, null];
  const line = { fetch: (...request) => line.host.fetch(...request) };
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    if (seed % ON_ONE_DEVICE === 1) {
      rings = ringsOfTwo(2);
      device = { tab: await deviceOf(line).tab() };
      await takeIn(device.tab.device.install, rings.ana);
    }
    try {
      await live(seed, line, rings, device.tab, counts);
    } catch (error) {
      error.message = `history ${seed}: ${error.message}`;
      throw error;
    }
  }
  for (const [what, many] of Object.entries(counts).sort()) t.diagnostic(`${many} ${what}`);
  assert.ok(counts["true openings read"] > HISTORIES / 2);
  assert.ok(counts["false openings marked"] > HISTORIES / 2);
});

async function live(seed, line, rings, tab, counts) {
  const chance = chanceOf(seed * 7919);
  for (let warm = 0; warm < 5; warm += 1) chance(2);
  const host = await hostOf(chance, rings);
  line.host = host;
  const [first] = host.tables;
  const joints = [host.begin(first), host.begin(first)];
  host.often = [0, 2, 4, 7][chance(4)];
  host.lies = liesOf(host, host.often, counts);
  const ana = await anaOf(host, rings.ana, tab, counts);
  for (let step = 0; step < STEPS; step += 1) {
    const lying = joints[chance(5) === 0 ? 1 : 0];
    if (chance(2) === 0) {
      if (!lying.now.their_commitment) await host.bind(lying, `bo, ${seed}, ${step}`);
      else if (lying.now.release) await host.press(lying);
    }
    await ana.act(lying);
  }
  // And in the end the host is honest, as far as he still can be.
  host.lies = null;
  for (const lying of joints) {
    await host.press(lying);
    for (let often = 0; often < 3; often += 1) await ana.act(lying);
  }
}
