import { lay, lift, onLift } from "#web/shell/cover.js";
import { atMost, drafts, tell } from "#web/shell/events.js";
import { signOff } from "#web/shell/leaving.js";
import { lock, wipe } from "#web/vault.js";

const HOLD = 800;
let holding = null;
let pressed = false;

/** Close, by touch: covers as the finger comes down, leaves if it stays. By key: the same. */
export function watchClose() {
  dress(document);
  document.addEventListener("pointerdown", (event) => {
    if (isClose(event) && event.button === 0) press();
  });
  document.addEventListener("keydown", (event) => {
    if (!isClose(event) || event.repeat || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    press();
    if (event.shiftKey) leave();
  });
  document.addEventListener("click", (event) => {
    if (!isClose(event)) return;
    event.preventDefault();
    close();
  });
  document.addEventListener("contextmenu", (event) => isClose(event) && event.preventDefault());
  for (const end of ["pointerup", "pointercancel", "keyup"]) {
    window.addEventListener(end, release, true);
  }
  window.addEventListener("blur", release);
  onLift(
    () => !pressed,
    () => {
      lift();
      tell("open");
    },
  );
}

/** A link that leaves even before this script is here; with it, a button. */
export function dress(within) {
  for (const link of within.querySelectorAll("[data-close]")) link.role = "button";
}

function isClose(event) {
  return event.target.closest?.("[data-close]");
}

function press() {
  pressed = true;
  clearTimeout(holding);
  holding = setTimeout(leave, HOLD);
  close();
}

function release() {
  clearTimeout(holding);
  // The click that ends this very press must not lift the cover again.
  setTimeout(() => (pressed = false), 0);
}

let closing = null;

function close(leaving = false) {
  lay();
  closing ??= shut(leaving).finally(() => (closing = null));
  return closing;
}

async function shut(leaving) {
  await drafts(leaving);
  tell("wipe");
  await lock();
}

/** Covers, signs out, takes everything off this device and goes to a page that says nothing. */
export async function leave() {
  // Whatever fails or hangs on the way, the page is left.
  await atMost(1500, close(true)).catch(() => {});
  await atMost(1500, Promise.allSettled([signOff(), wipe()]));
  location.replace(document.body.dataset.leaveTo);
}
