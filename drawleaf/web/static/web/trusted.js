/**
 * Addresses of worker scripts, the only ones a page makes at run time. Trusted Types refuse all
 * others, so an address that came in with somebody's words can never become a script.
 */
const policy = globalThis.trustedTypes?.createPolicy("drawleaf", {
  createScriptURL(address) {
    const { origin, href } = new URL(address, location.href);
    if (origin !== location.origin) throw new TypeError(address);
    return href;
  },
});

/** The worker address `address`, of this server alone; throws TypeError otherwise. */
export function workerAddress(address) {
  return policy ? policy.createScriptURL(address) : address;
}
