// On a device not marked mine, what has not been sent dies with its last tab: the browser asks
// before that happens. Going from page to page within Drawleaf is no leaving.
const WITHIN = 1000;
let going = 0;

export function warnBeforeLeaving(isUnsent) {
  for (const sign of ["click", "submit"]) addEventListener(sign, () => (going = Date.now()), true);
  addEventListener("beforeunload", (event) => {
    if (isUnsent() && Date.now() - going > WITHIN) event.preventDefault();
  });
}
