// What the two have drawn, agreed and said yes to, as this device knows it.
import { today } from "#web/days.js";
import { sync, synced } from "#web/store.js";
import { usesOf } from "./deck.js";
import { yesesOf } from "./deeper.js";
import { lyingOn, openAll, readable } from "./lying.js";
import { safeSpace } from "./space.js";

const NONE = { mine: [], both: false };

/**
 * {asked, uses, space, yes, isFresh}. Without a line it is what lay here before: good enough to
 * read, and no yes of both, for the other may have taken theirs back.
 */
export async function known(couple, sets) {
  const isFresh = await sync().then(() => true, unlessKnown);
  const rowsOf = await lyingOn(couple);
  const asked = readable(await openAll(rowsOf("question.words")));
  const drawn = readable(await openAll(rowsOf("cards.drawn")));
  const space = await safeSpace(couple, asked, rowsOf, sets);
  const acts = space ? await openAll(rowsOf("cards.deeper")) : [];
  const yes = space ? yesesOf(acts, space.words, today()) : NONE;
  return { asked, uses: usesOf([...asked, ...drawn]), space, yes: isFresh ? yes : { ...yes, both: false }, isFresh };
}

async function unlessKnown(error) {
  if (!(await synced()).ever) throw error;
  return false;
}
