// Argon2id in WebAssembly, apart from the page: it takes half a second, and this script alone may
// compile it.
import hashwasm from "hash-wasm/dist/argon2.umd.min.js";

addEventListener("message", async ({ data: { password, salt, parameters } }) => {
  try {
    const how = { ...parameters, password, salt, outputType: "binary" };
    postMessage({ hash: await hashwasm.argon2id(how) });
  } catch {
    postMessage({ hash: null });
  }
});
