// The list: what is offered, what runs, and what its reader has set aside.
import { doubtOn } from "#table/agreed.js";
import { isAside, learnAsides, setAside } from "#table/aside.js";
import { during, goOnFrom } from "#web/paper.js";
import { openedIn } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { who } from "#web/vault.js";

/** Whatever can be set aside on this page, by its button. */
export function watchSettingAside() {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-set-aside]");
    if (button) away(button);
  });
}

export function watchOffers() {
  document.addEventListener("drawleaf:unlocked", look);
  document.addEventListener("drawleaf:open", look);
  for (const event of ["wipe", "locked"]) document.addEventListener(`drawleaf:${event}`, clearShelf);
  return look();
}

async function look() {
  await learnAsides();
  const isOpen = Boolean((await who())?.notebook);
  const places = document.querySelectorAll("[data-offered], [data-running], [data-past]");
  for (const place of places) await show(place, isOpen);
  const shelf = document.querySelector("[data-aside]");
  if (shelf) shelf.hidden = !isOpen || !shelf.querySelector("li");
}

async function show(place, isOpen) {
  const { couple, offered, running, past } = place.dataset;
  const ritual = offered ?? running ?? past;
  place.hidden = !past && (await isAside(couple, ritual).catch(() => false));
  await openedIn(place);
  if (place.hidden) return isOpen && onShelf(place, ritual);
  const words = place.querySelector("sealed-text").leaf;
  if (words.trouble === "shut") return undefined;
  const doubt = offered ? doubtOfOffer(place, words) : doubtOn(place, ritual, "ritual");
  if (doubt) place.querySelector("[data-leaf-trouble]").textContent ||= sentence(doubt);
  for (const form of place.querySelectorAll("form")) form.hidden = Boolean(doubt);
  for (const each of place.querySelectorAll("[data-is]")) each.hidden = words.body?.[each.dataset.is] !== each.dataset.one;
  return undefined;
}

// What stands as one's own offer is one's own, and what one may say yes to is the other's.
function doubtOfOffer(place, { body, mine }) {
  const isAsked = place.querySelector("form") !== null;
  return body?.kind === "ritual.words" && mine !== isAsked ? null : "malformed";
}

async function away(button) {
  const place = button.closest("form, section, .sheet");
  const { couple } = button.closest("[data-couple]").dataset;
  await during(place, async () => {
    if (!(await setAside(couple, button.dataset.setAside))) return;
    if (button.dataset.next) return location.assign(button.dataset.next);
    await look();
    goOnFrom(document.querySelector("[data-aside] h2"));
  });
}

// Only while the notebook is open: what was declined is nobody else's to read.
function onShelf(place, ritual) {
  const shelf = document.querySelector("[data-aside]");
  if (shelf.querySelector(`[data-ritual="${ritual}"]`)) return;
  const row = shelf.querySelector("template").content.firstElementChild.cloneNode(true);
  row.dataset.ritual = ritual;
  shelf.querySelector("ul").append(row);
  row.querySelector("[data-name]").textContent = place.querySelector("sealed-text").textContent;
  row.querySelector("button").addEventListener("click", () =>
    during(shelf, async () => {
      if (!(await setAside(place.dataset.couple, ritual, false))) return;
      row.remove();
      await look();
      goOnFrom(place);
    }),
  );
}

function clearShelf() {
  const shelf = document.querySelector("[data-aside]");
  if (!shelf) return;
  shelf.hidden = true;
  shelf.querySelector("ul").replaceChildren();
}
