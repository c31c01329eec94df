// One card on Today: the oldest thing that waits, as this device knows it. What has been read here,
// or set aside, waits no more; nobody else learns of either.
import { isAside, setAside, withoutAsides } from "#table/aside.js";
import { during, goOnFrom } from "#web/paper.js";
import { isSeen } from "#web/store.js";
import { who } from "#web/vault.js";

export function watchWaits(section) {
  const { couple, partner } = section.dataset;
  // In their order: the way back in, then what has waited longest.
  const cards = [...section.querySelectorAll("[data-wait]")];
  const kinds = { recovery: (_, { recovery }) => !recovery, offer: isWaiting, leaf: isUnread };
  section.addEventListener("click", ({ target }) => {
    const card = target.closest("[data-set-aside]") && target.closest("[data-wait]");
    if (card) during(section, () => setAside(couple, card.dataset.thing)).then(look);
  });
  document.addEventListener("drawleaf:unlocked", look);
  return look();

  function look() {
    return withoutAsides(show);
  }

  async function show() {
    const hasFocus = section.contains(document.activeElement);
    const person = await who();
    let shown = null;
    for (const card of cards) {
      shown ??= person && (await isDue(card, person)) ? card : null;
      card.hidden = card !== shown;
    }
    section.hidden = !shown;
    if (hasFocus) goOnFrom(shown ?? document.querySelector("main h1"));
  }

  async function isDue(card, person) {
    try {
      return await kinds[card.dataset.wait](card, person);
    } catch {
      return false;
    }
  }

  async function isWaiting({ dataset }, { table }) {
    return table && !(await isAside(couple, dataset.thing));
  }

  async function isUnread(card, person) {
    const { thing: record, collection, field } = card.dataset;
    const isRead = await isSeen({ couple, author: partner, record, collection, field });
    return !isRead && isWaiting(card, person);
  }
}
