/**
 * Look, beside a passphrase field: shows what is typed there, until it is sent, the sheet closes or
 * the page is covered. A password keeper also saves only what stands in a hidden field by then.
 */
export function watchLooks() {
  document.addEventListener("click", ({ target }) => {
    const look = target.closest("[data-look]");
    if (look) show(look, look.getAttribute("aria-pressed") !== "true");
  });
  for (const end of ["submit", "reset", "close", "drawleaf:closing", "drawleaf:wipe"]) {
    document.addEventListener(end, hide, true);
  }
}

function hide() {
  for (const look of document.querySelectorAll("[data-look]")) show(look, false);
}

function show(look, isSeen) {
  const field = look.closest(".field").querySelector("input");
  field.type = isSeen ? "text" : "password";
  look.setAttribute("aria-pressed", String(isSeen));
}
