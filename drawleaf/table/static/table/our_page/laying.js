// Laying words on our page: they lie on this device first, and arrive once, with a line or later.
import { needOfPage } from "#web/sealed.js";
import { layAndSend, lying, onTheWay } from "#web/store.js";
import { who } from "#web/vault.js";
import { no, PLACE } from "./parts.js";

const MOMENT = 1200;

/**
 * Lays {day, text} as one's own addition, or as its next words where `shown` is the revision that
 * was on view. Resolves with its card, and whether it waits, which on a device not marked mine
 * means: in this tab alone.
 */
export async function lay(list, record, body, shown = 0) {
  const { couple } = list;
  needOfPage(couple);
  const { person, mine } = await who();
  const place = { couple, author: person, record, ...PLACE };
  // Written on another device of mine meanwhile, and not seen here.
  if (((await lying(place))?.revision ?? shown) > shown) throw no("changed");
  const waits = async () => (await onTheWay({ couple, ...PLACE })).some((row) => row.record === record);
  try {
    const laid = await layAndSend(list.page.dataset.to, place, { kind: "page.addition", ...body });
    await Promise.race([laid.sending, new Promise((resolve) => setTimeout(resolve, MOMENT))]).catch(() => {});
  } catch (error) {
    if (!(await waits())) throw error;
  }
  const card = list.show(await lying(place));
  await list.look();
  const isWaiting = await waits();
  return { card, waits: isWaiting && (mine ? "waiting" : "waits_in_tab") };
}
