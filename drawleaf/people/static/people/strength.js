import { workerAddress } from "#web/trusted.js";

export const ENOUGH = 1e14;

/**
 * Judges passphrases in a worker, so that typing never waits for it; the dictionaries load
 * with the first question. `judge(passphrase, about)` → whether it takes enough guesses.
 */
export function judgeIn(address) {
  const waiting = new Map();
  let worker = null;
  let last = 0;

  function begin() {
    worker = new Worker(workerAddress(address));
    worker.addEventListener("message", ({ data: { id, guesses } }) => {
      waiting.get(id)?.resolve(guesses >= ENOUGH);
      waiting.delete(id);
    });
    worker.addEventListener("error", () => {
      for (const { reject } of waiting.values()) reject(new Error("strength"));
      waiting.clear();
    });
  }

  return function judge(passphrase, about) {
    if (!worker) begin();
    return new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ id: last, passphrase, about });
    });
  };
}
