// What lies on this device is sealed under one's own key, as JSON under a name.
import * as vault from "#web/vault.js";

export async function sealLocal(name, value) {
  return vault.sealLocal(name, new TextEncoder().encode(JSON.stringify(value)));
}

export async function openLocal(name, bytes) {
  return JSON.parse(new TextDecoder().decode(await vault.openLocal(name, bytes)));
}
