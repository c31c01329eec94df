// The list: what is offered, what runs, and what its reader has set aside.
import { isAside, learnAsides, setAside } from "#table/aside.js";
import { during } from "#web/paper.js";
import { openedIn } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { doubtOn } from "./agreed.js";

export async function watchOffers() {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-set-aside]");
    if (button) await away(button);
  });
  document.addEventListener("drawleaf:unlocked", look);
  await look();
}

async function look() {
  await learnAsides();
  for (const place of document.querySelectorAll("[data-offered], [data-running]")) await show(place);
  const shelf = document.querySelector("[data-aside]");
  if (shelf) shelf.hidden = !shelf.querySelector("li");
}

async function show(place) {
  const ritual = place.dataset.offered ?? place.dataset.running;
  place.hidden = await isAside(place.dataset.couple, ritual).catch(() => false);
  if (place.hidden) return onShelf(place, ritual);
  await openedIn(place);
  const doubt = place.dataset.running && doubtOn(place);
  const line = place.querySelector("[data-leaf-trouble]");
  if (doubt && !isShut(place)) line.textContent ||= sentence(doubt);
}

const isShut = (place) => place.querySelector("sealed-text").leaf.trouble === "shut";

async function away(button) {
  const place = button.closest("form, section, .sheet");
  const { couple } = button.closest("[data-couple]").dataset;
  await during(place, async () => {
    if (!(await setAside(couple, button.dataset.setAside))) return;
    if (button.dataset.next) location.assign(button.dataset.next);
    else await look();
  });
}

async function onShelf(place, ritual) {
  const shelf = document.querySelector("[data-aside]");
  if (shelf.querySelector(`[data-ritual="${ritual}"]`)) return;
  const row = shelf.querySelector("template").content.firstElementChild.cloneNode(true);
  row.dataset.ritual = ritual;
  shelf.querySelector("ul").append(row);
  await openedIn(place);
  row.querySelector("[data-name]").textContent = place.querySelector("sealed-text").textContent;
  row.querySelector("button").addEventListener("click", async () => {
    if (!(await setAside(place.dataset.couple, ritual, false))) return;
    row.remove();
    await look();
  });
}

