import { guesses } from "#people/guesses.js";

self.addEventListener("message", ({ data: { id, passphrase, about } }) => {
  self.postMessage({ id, guesses: guesses(passphrase, about) });
});
