// Whatever happens: what was kept, and was not changed or deleted by somebody who saw it, is there
// on every device in the end, and lies at the server once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ana, another } from "./ana_of.js";
import { PASSPHRASE } from "./device_of.js";

const HISTORIES = 30;
const STEPS = 24;
const FAULTS = ["up", "up", "up", "down", "lost", "broken"];

const live = async (tab) => (await tab.store.records()).filter(({ body }) => body.type === "entry");

test(`${HISTORIES} histories of two devices and a bad line lose nothing that was kept`, async () => {
  for (let history = 1; history <= HISTORIES; history += 1) await liveThrough(history);
});

async function liveThrough(history) {
  const below = dice(history);
  const whole = await ana();
  const { courier } = whole;
  const tabs = [whole.tab, await another(whole)];
  const standing = new Set();
  let count = 0;

  for (let step = 0; step < STEPS; step += 1) {
    const tab = tabs[below(2)];
    courier.line = FAULTS[below(FAULTS.length)];
    const open = (await tab.vault.who()).notebook;
    if (!open) await tab.vault.unlock(PASSPHRASE);
    const before = await live(tab);
    const chosen = before.length && below(3) ? before[below(before.length)] : null;
    const act = below(8);
    if (act < 4) {
      const text = `${history}.${(count += 1)}`;
      await keep(tab, chosen, { type: "entry", day: "2026-11-22", text });
      standing.add(text);
    } else if (act === 4 && chosen) await keep(tab, chosen, { type: "tombstone" });
    else if (act === 5) await tab.vault.lock();
    else if (act === 6) await tab.page();
    else await tab.store.sync().catch(() => {});
    if (act <= 4 && chosen) standing.delete(chosen.body.text);
  }

  courier.line = "up";
  for (const tab of [...tabs, ...tabs]) {
    if (!(await tab.vault.who()).notebook) await tab.vault.unlock(PASSPHRASE);
    assert.equal((await tab.flush()).error, null, `history ${history}`);
    await tab.store.sync();
    assert.equal((await tab.flush()).left, 0, `history ${history}`);
  }
  await tabs[0].store.sync();
  for (const tab of tabs) {
    const found = (await live(tab)).map(({ body }) => body.text);
    for (const text of standing) assert.ok(found.includes(text), `history ${history}: ${text}`);
    assert.equal(new Set(found).size, found.length, `history ${history}: twice`);
  }
  const [one, other] = await Promise.all(
    tabs.map(async (tab) => (await live(tab)).map(said).sort()),
  );
  assert.deepEqual(one, other, `history ${history}: the devices differ`);
}

const said = ({ record, revision, body }) => `${record} ${revision} ${body.text}`;

function keep(tab, chosen, body) {
  const { record, revision } = chosen ?? {};
  return tab.store.keep({ kind: "notebook.record", ...body }, { record, revision });
}

// The same throws every time, so that a history can be lived through again.
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}
