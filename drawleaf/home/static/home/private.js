// The private pages: one address for all, so that requests do not tell which is being read. What
// is shown stands after the #, and in the page only while the notebook is open.
import { goOnFrom } from "#web/paper.js";
import { isCovered } from "#web/shell/covered.js";
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";

const place = document.getElementById("view");
const scrolled = new Map();
let turn = 0;
let shown = null;
let leaving = null;
let wasCleared = false;

/**
 * `views`: name → (page, ...words after it) => what to do when it is left. A page marked
 * `data-stays` is being written in: news does not draw it again.
 */
export function serve(views) {
  const show = () => showView(views);
  addEventListener("hashchange", () => turnTo(show));
  document.addEventListener("drawleaf:synced", ({ detail }) => detail.news && !stays() && show());
  document.addEventListener("drawleaf:open", () => !stays() && show());
  document.addEventListener("drawleaf:twice", () => !stays() && show());
  document.addEventListener("drawleaf:wipe", clear);
  // Shut in view, as by signing out from another device: the page says so.
  document.addEventListener("drawleaf:locked", () => setTimeout(() => !isCovered() && show()));
  return show();
}

async function turnTo(show) {
  if (shown) scrolled.set(shown.hash, scrollY);
  await show();
  const found = place.querySelector("[data-looked-for]");
  if (found) found.scrollIntoView({ block: "center" });
  else scrollTo(0, scrolled.get(location.hash) ?? 0);
  (found ?? firstOf(place))?.focus({ preventScroll: true });
}

const firstOf = (page) => page.querySelector("[data-focus]") ?? page.querySelector("h1");

async function showView(views) {
  const now = ++turn;
  await leaving;
  const { hash } = location;
  const [name, ...words] = hash.slice(1).split("/");
  const isOpen = Boolean((await who())?.notebook);
  const view = isOpen ? (Object.hasOwn(views, name) ? name : "list") : "shut";
  const template = document.querySelector(`template[data-view="${view}"]`);
  const page = template.content.firstElementChild.cloneNode(true);
  if (!isOpen) page.querySelector("button").addEventListener("click", needNotebook);
  const leave = isOpen ? await views[view](page, ...words) : undefined;
  if (now !== turn) return leave?.();
  leaving = shown?.leave?.();
  shown = { hash, leave };
  for (const heading of page.querySelectorAll("h1")) heading.tabIndex = -1;
  const isFirst = ["list", "shut"].includes(view);
  const { under = "list" } = template.dataset;
  for (const back of document.querySelectorAll("[data-to]")) back.hidden = isFirst || back.dataset.to !== under;
  document.querySelector("[data-to-settings]").hidden = !isFirst;
  const at = place.contains(document.activeElement) ? document.activeElement : null;
  place.replaceChildren(page);
  if (at || wasCleared) goOnFrom(sameLink(page, at?.href) ?? firstOf(page));
  wasCleared = false;
}

const sameLink = (page, href) => [...page.querySelectorAll("a")].find((link) => link.href === href);

function clear() {
  wasCleared = true;
  turn += 1;
  leaving = shown?.leave?.();
  shown = null;
  place.replaceChildren();
}

function stays() {
  return place.querySelector("[data-stays]") !== null;
}
