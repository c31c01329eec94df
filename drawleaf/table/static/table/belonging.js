// What is said beside words belongs there where it names these very words and this very joint: the
// weeks of a standing time share their words. Whatever else a host lays there is not shown as said
// of them, and nothing is before that is known.
import { showLeaf } from "#web/sealed.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { leafAt, speaksOf } from "./about.js";

/**
 * Watches every `[data-belongs]` beside the words of the page, and gives the forms for more of it
 * the joint: the one that all else on the page is opened for, as `given` says it.
 */
export function watchBelonging() {
  const beside = document.querySelectorAll("[data-belongs] sealed-text");
  const words = document.querySelector("[data-words] > sealed-text");
  if (!words) return;
  const { joint } = JSON.parse(document.getElementById("given").textContent);
  for (const field of document.querySelectorAll("[data-member=joint]")) field.value = sealedUuid(joint);
  document.addEventListener("sealed:opened", look);
  look();

  function look() {
    for (const each of beside) if (each.leaf) show(each);
  }

  function show(place) {
    if (place.leaf.body && words.leaf?.body && !belongs(place.leaf, leafAt(words), joint)) {
      place.leaf = { trouble: "misplaced" };
      showLeaf(place.closest("[data-leaf]"), place.leaf, place);
    }
    place.closest("[data-leaf]").hidden = !words.leaf?.body;
  }
}

/**
 * Whether it does. What is wrong with either's seal is marked, and another matter. One from before
 * the joint was named with it is of the joint that the words themselves began.
 */
export function belongs({ body }, words, joint) {
  const isOfJoint = body.joint === undefined ? words.record === joint : body.joint === sealedUuid(joint);
  return isOfJoint && speaksOf({ body }, { ...words, trouble: undefined }) === "these";
}
