import { fill } from "#web/paper.js";
import { keep, records, sync } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { pairingWords } from "#web/vault.js";
import { onPress } from "./form.js";

/** Each table of the person with its six words, and whether they have been compared. */
export async function showTables(place, couples, isOpen) {
  const compared = isOpen && couples.length ? await comparisons() : null;
  for (const couple of couples) place.append(await tableOf(couple, compared));
}

async function comparisons() {
  await sync();
  return (await records()).map(({ body }) => body).filter(({ type }) => type === "compared");
}

function saysSame(couple) {
  return (body) => body.couple === sealedUuid(couple.id) && body.digest === couple.digest;
}

async function tableOf(couple, compared) {
  const template = document.getElementById("table-of-two");
  const section = template.content.firstElementChild.cloneNode(true);
  const words = await pairingWords(couple.id);
  fill(section, { partner: couple.partner.name, words: words.join(" ") });
  mark(section, compared === null ? "shut" : compared.some(saysSame(couple)) ? "yes" : "no");
  onPress(section.querySelector("[data-same]"), async () => {
    if (!(await needNotebook())) return;
    const { digest } = couple;
    const kind = "notebook.record";
    await keep({ kind, type: "compared", couple: sealedUuid(couple.id), digest });
    mark(section, "yes");
  });
  return section;
}

function mark(section, compared) {
  for (const part of section.querySelectorAll("[data-compared]")) {
    part.hidden = !part.dataset.compared.split(" ").includes(compared);
  }
}
