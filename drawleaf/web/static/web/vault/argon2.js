import { workerAddress } from "#web/trusted.js";
import { VaultError } from "./errors.js";

/**
 * Argon2id in a worker of its own, which is ended with the answer, so that neither the passphrase
 * nor its 64 MiB stay behind. Resolves with 32 bytes.
 */
export function argon2(password, salt, parameters) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress(document.body.dataset.argon2Worker));
    const done = (hash) => {
      worker.terminate();
      if (hash) resolve(hash);
      else reject(new VaultError("unsupported"));
    };
    worker.addEventListener("message", ({ data }) => done(data.hash));
    worker.addEventListener("error", () => done(null));
    worker.postMessage({ password, salt, parameters });
  });
}
