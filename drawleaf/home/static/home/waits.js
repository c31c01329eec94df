// One card on Today: the oldest thing that waits, as this device knows it. What has been read here,
// or set aside, waits no more; nobody else learns of either. The way back in, while there is none,
// stands above it and holds up nothing of the other's.
import { isAside, setAside, withoutAsides } from "#table/aside.js";
import { during, goOnFrom } from "#web/paper.js";
import { isSeen } from "#web/store.js";
import { who } from "#web/vault.js";

const isWayBack = ({ dataset }) => dataset.wait === "recovery";

export function watchWaits(section) {
  const { couple, partner } = section.dataset;
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
    const shown = [];
    for (const card of cards) {
      const isNext = shown.every(isWayBack) || isWayBack(card);
      card.hidden = !(person && isNext && (await isDue(card, person)));
      if (!card.hidden) shown.push(card);
    }
    section.hidden = !shown.length;
    if (hasFocus) goOnFrom(shown[0] ?? document.querySelector("main h1"));
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
