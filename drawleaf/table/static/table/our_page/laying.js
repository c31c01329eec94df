// Laying words on our page: they lie on this device first, and arrive once, with a line or later.
import { no } from "#web/no.js";
import { needOfPage } from "#web/sealed.js";
import { layAndSend, lying, onTheWay, takeOut } from "#web/store.js";
import { who } from "#web/vault.js";
import { PLACE } from "./parts.js";

const MOMENT = 1200;

/**
 * Lays {day, text} as one's own addition, or as its next words where `shown` {revision, digest} were
 * on view. Resolves with its card; its `waits` names what to say while it waits, which on a
 * device not marked mine it does in this tab alone. What the server would not take lies nowhere.
 */
export async function lay(list, record, body, shown = { revision: 0 }) {
  const { couple } = list;
  needOfPage(couple);
  const { person, mine } = await who();
  const place = { couple, author: person, record, ...PLACE, on: shown };
  // Written on another device of mine meanwhile, and not seen here.
  if ((await lying(place))?.revision > shown.revision) throw no("changed");
  list.underWay.add(record);
  const { here, waiting } = await tried(list, place, body, shown).finally(() => list.underWay.delete(record));
  const card = list.show(here);
  await list.look();
  card.waits = waiting && (mine ? "waiting" : "waits_in_tab");
  return card;
}

async function tried(list, place, body, shown) {
  const error = await sent(list.page.dataset.to, place, { kind: "page.addition", ...body });
  const here = await lying(place);
  if (!here || here.revision <= shown.revision) throw error;
  const { couple, record } = place;
  const waiting = (await onTheWay({ couple, ...PLACE })).find((row) => row.record === record);
  if (!waiting?.refused) return { here, waiting };
  await takeOut(place);
  throw error?.reason === waiting.refused ? error : no(waiting.refused);
}

/** Waits a moment at most; why it was not sent, where anything is known of it. */
async function sent(to, place, body) {
  const moment = new Promise((resolve) => setTimeout(resolve, MOMENT, {}));
  try {
    const { sending } = await layAndSend(to, place, body);
    return (await Promise.race([sending, moment])).error;
  } catch (error) {
    return error;
  }
}
