import { away, touch } from "#web/device.js";
import { lay, lift } from "#web/shell/cover.js";
import { tell } from "#web/shell/events.js";
import { lock } from "#web/vault.js";

const EVERY = 15_000;
let covered = false;
let isGone = false;

/** Away is no visible page, or no touch for five minutes: then the notebook shuts. */
export function watchAway() {
  for (const sign of ["pointerdown", "keydown", "scroll"]) {
    document.addEventListener(sign, atMostEvery(5_000, touch), { passive: true, capture: true });
  }
  setInterval(check, EVERY);
  document.addEventListener("visibilitychange", () => (document.hidden ? hide() : show()));
  window.addEventListener("pagehide", (event) => {
    isGone = !event.persisted;
    tell("wipe");
  });
  window.addEventListener("pageshow", (event) => event.persisted && show());
}

async function check() {
  if (await away()) await lock();
}

// A page that is left for good is seen by nobody any more, and the next one waits for it.
function hide() {
  if (isGone) return;
  covered = !document.getElementById("cover").open;
  lay();
  tell("wipe");
}

async function show() {
  await check();
  if (covered) lift();
  covered = false;
  tell("open");
}

/** Calls `act` at most every `milliseconds`. */
function atMostEvery(milliseconds, act) {
  let last = 0;
  return () => {
    if (Date.now() - last < milliseconds) return;
    last = Date.now();
    act();
  };
}
