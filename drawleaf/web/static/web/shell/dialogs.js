import { dress } from "#web/shell/close.js";

/** Help is already here: opening it asks the server for nothing. Back shuts any dialog. */
export function watchDialogs() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-back]")) event.target.closest("dialog")?.close();
    const help = document.getElementById("help");
    if (!help || !event.target.closest("a[data-help]") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open(help);
  });
}

function open(template) {
  const dialog = template.content.firstElementChild.cloneNode(true);
  dress(dialog);
  dialog.addEventListener("close", () => dialog.remove(), { once: true });
  document.body.append(dialog);
  dialog.showModal();
  dialog.scrollTop = 0;
}
