import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { judgeIn } from "#people/strength.js";

let workers = [];

class FakeWorker extends EventTarget {
  constructor(address) {
    super();
    this.asked = [];
    workers.push(Object.assign(this, { address }));
  }

  postMessage(question) {
    this.asked.push(question);
  }

  answer(data) {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

beforeEach(() => {
  workers = [];
  globalThis.Worker = FakeWorker;
});

test("the dictionaries load with the first question only", () => {
  const judge = judgeIn("/strength.js");
  assert.equal(workers.length, 0);
  judge("one", []);
  judge("two", []);
  assert.deepEqual(
    workers.map(({ address }) => address),
    ["/strength.js"],
  );
});

test("answers find their questions in any order", async () => {
  const judge = judgeIn("/strength.js");
  const [weak, strong] = [judge("one", ["Bo"]), judge("two", [])];
  const [worker] = workers;
  assert.deepEqual(worker.asked[0], { id: 1, passphrase: "one", about: ["Bo"] });
  worker.answer({ id: 2, guesses: 1e14 });
  worker.answer({ id: 1, guesses: 1e14 - 1e6 });
  assert.deepEqual([await weak, await strong], [false, true]);
});

test("a worker that cannot start lets no passphrase pass", async () => {
  const asked = judgeIn("/strength.js")("one", []);
  workers[0].dispatchEvent(new Event("error"));
  await assert.rejects(asked);
});
