import { fill } from "#web/paper.js";
import { sync } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { pairingWords } from "#web/vault.js";
import { comparisons, isSame, keepSame } from "./compared.js";
import { onPress } from "./form.js";

/**
 * Each table of the person with its six words, and whether they have been compared; under them,
 * shortly, those whose place new keys have taken.
 */
export async function showTables(place, couples, isOpen, renewing) {
  if (isOpen && couples.length) await sync();
  const compared = isOpen && couples.length ? await comparisons() : null;
  for (const couple of couples.filter(({ left }) => !left)) {
    place.append(await tableOf(couple, compared, renewing));
  }
  place.append(...couples.filter(({ left }) => left).map(tableFromBefore));
}

function tableFromBefore({ id, partner }) {
  const section = copyOf("table-from-before");
  fill(section, { partner: partner.name });
  section.querySelector("a").search = `?couple=${id}`;
  return section;
}

const copyOf = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

async function tableOf(couple, compared, renewing) {
  const section = copyOf("table-of-two");
  const words = await pairingWords(couple.id);
  fill(section, { partner: couple.partner.name, words: words.join(" ") });
  mark(section, compared === null ? "shut" : isSame(compared, couple) ? "yes" : "no");
  onPress(section.querySelector("[data-same]"), async () => {
    if (!(await needNotebook())) return;
    if (!isSame(await comparisons(), couple)) await keepSame(couple);
    mark(section, "yes");
    section.querySelector("[data-differ]").open = false;
    section.querySelector("[data-anew]").focus();
  });
  section.querySelector("[data-anew]").addEventListener("click", () => {
    mark(section, "again");
    section.querySelector("[data-same]").focus();
  });
  for (const button of section.querySelectorAll("[data-new-keys]")) {
    button.addEventListener("click", () => renewing(couple));
  }
  return section;
}

function mark(section, compared) {
  for (const part of section.querySelectorAll("[data-compared]")) {
    part.hidden = !part.dataset.compared.split(" ").includes(compared);
  }
}
