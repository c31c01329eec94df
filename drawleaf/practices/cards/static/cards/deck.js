// The deck, drawn by chance on this device: which card it is, no server learns. A card is used once
// it was laid before both or, of the deep ones, put away; none comes again before all the others.

/** Every card of a practice's sets: [{id: "set@version/name", asks, depth, theme, heavy?}]. */
export function deckOf(sets) {
  return Object.entries(sets).flatMap(([set, { questions }]) =>
    Object.entries(questions)
      .filter(([, { depth }]) => depth)
      .map(([name, question]) => ({ ...question, id: `${set}/${name}` })),
  );
}

/** How often each card was used, by its id: `leaves` are those that name one in `asks`. */
export function usesOf(leaves) {
  const uses = new Map();
  for (const { body } of leaves) {
    if (typeof body?.asks === "string") uses.set(body.asks, (uses.get(body.asks) ?? 0) + 1);
  }
  return uses;
}

/** Those that may be drawn, of a depth and, if one likes, of a theme; `again` once all were used. */
export function freeOf(deck, uses, { depth, theme }) {
  const found = deck.filter((card) => card.depth === depth && (!theme || card.theme === theme));
  const usesOfOne = ({ id }) => uses.get(id) ?? 0;
  const fewest = Math.min(...found.map(usesOfOne));
  return { free: found.filter((card) => usesOfOne(card) === fewest), again: fewest > 0 };
}

/** One of `free`; none that was looked at already, while there is another. `chance(n)` is below n. */
export function drawn(free, looked = new Set(), chance = byChance) {
  const fresh = free.filter(({ id }) => !looked.has(id));
  if (!fresh.length) for (const { id } of free) looked.delete(id);
  const among = fresh.length ? fresh : free;
  const card = among[chance(among.length)];
  looked.add(card.id);
  return card;
}

/** A whole number below `n`, each as likely as any other. */
export function byChance(n) {
  const [most, number] = [2 ** 32 - (2 ** 32 % n), new Uint32Array(1)];
  do crypto.getRandomValues(number);
  while (number[0] >= most);
  return number[0] % n;
}
