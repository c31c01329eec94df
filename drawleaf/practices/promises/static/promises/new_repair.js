// A small repair may be about a promise, named after the #. Its words come from what this device
// holds, so that no request tells which promise it is.
import { leaves, sync } from "#web/store.js";

export async function watchNewRepair(form) {
  const joint = location.hash.slice(1);
  if (!joint) return;
  // Before its words are open here, nothing is said about it.
  form.dataset.about = joint;
  await sync().catch(() => {});
  const isWords = ({ record, collection, field }) =>
    record === joint && collection === "promise" && field === "words";
  const words = (await leaves(form.dataset.couple, (row) => row.joint === joint)).find(isWords);
  if (words) return show(form, words);
  // It may lie on another table, or be here later: a repair about nothing is another thing.
  document.querySelector("[data-not-at-hand]").hidden = false;
  form.remove();
}

function show(form, { couple, author, record, revision, collection, field, envelope }) {
  const card = document.querySelector("template[data-part=promise]").content.firstElementChild.cloneNode(true);
  const row = { couple, author: author.id ?? author, record, revision, collection, field, envelope };
  Object.assign(card.querySelector("sealed-text").dataset, row);
  form.before(card);
}
