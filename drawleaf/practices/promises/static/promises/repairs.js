// Small repairs: each with its thanks beside it, and a way to the promise it is about.
import { leafAt, speaksOf } from "#table/about.js";
import { openedIn } from "#web/sealed.js";
import { uuidOf } from "#web/vault/bytes.js";
import { showThanks } from "./promise.js";

export async function watchRepairs(list) {
  const thanks = document.querySelector("[data-repair-thanks]");
  await Promise.all([openedIn(list), openedIn(thanks)]);
  for (const place of list.querySelectorAll("[data-repair]")) show(place, thanks);
  // A table that is shut opens later.
  const isShut = [...list.querySelectorAll("sealed-text")].some(({ leaf }) => leaf.trouble === "shut");
  const again = () => setTimeout(watchRepairs, 0, list);
  if (isShut) document.addEventListener("drawleaf:open", again, { once: true });
}

function show(place, all) {
  const repair = place.querySelector("sealed-text");
  const way = place.querySelector("[data-promise-of]");
  const promise = promiseOf(repair.leaf?.body);
  way.hidden = !promise;
  const link = way.firstElementChild;
  link.dataset.all ??= link.getAttribute("href");
  if (promise) link.href = `${link.dataset.all}${promise}/`;
  for (const each of all.querySelectorAll("sealed-text")) {
    if (!speaksOf(each.leaf, leafAt(repair))) continue;
    const isMine = each.leaf.mine;
    const thanking = place.querySelector("[data-thanking]");
    if (isMine && thanking) thanking.hidden = true;
    place.append(each.closest("[data-thanks]"));
    showThanks(each, repair);
  }
}

function promiseOf(body) {
  try {
    return Array.isArray(body?.about) ? uuidOf(body.about[0]) : "";
  } catch {
    return "";
  }
}
