// Whoever has more than one table reads with whom this page is, wherever it says "you two": the name
// is the keyring's, so that no host can put one person's for another's.
import { sentence } from "#web/sentences.js";

export function nameTable({ couples }) {
  const confirmed = couples.filter((couple) => couple.confirmed && !couple.left);
  const couple = confirmed.find(({ id }) => id === document.body.dataset.table);
  if (!couple || confirmed.length < 2) return;
  const text = sentence("you_and", { name: couple.partner.name });
  for (const mark of document.querySelectorAll(".mark.ours")) mark.textContent = text;
}
