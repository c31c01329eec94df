// On a device not marked mine, what has not been sent dies with its last tab: the browser asks
// before that happens. Going from page to page within Drawleaf is no leaving.
const WITHIN = 1000;
let going = 0;

export function warnBeforeLeaving(isUnsent) {
  addEventListener("click", ({ target }) => {
    if (target.closest?.("a[href]")?.origin === location.origin) going = Date.now();
  });
  addEventListener("submit", (event) => {
    if (!event.defaultPrevented) going = Date.now();
  });
  addEventListener("beforeunload", (event) => {
    if (isUnsent() && Date.now() - going > WITHIN) event.preventDefault();
  });
}
