// Keyrings made by hand, where a test needs to know the keys that lie in custody.
import { newUuid, random } from "#web/vault/bytes.js";

/** {ana, bo}: the keyrings of two who have as many tables, one after the other. */
export function ringsOfTwo(tables = 1) {
  const [ana, bo] = [newUuid(), newUuid()];
  const shared = Array.from({ length: tables }, () => ({
    id: newUuid(),
    key: random(32),
    digest: random(32),
    state: "paired",
  }));
  const ringOf = (person, id, name) => ({
    person,
    generation: 1,
    own: [{ key: random(32), state: "current" }],
    couples: shared.map((couple) => ({ ...couple, partner: { id, name } })),
  });
  return { ana: ringOf(ana, bo, "Bo"), bo: ringOf(bo, ana, "Ana") };
}

/** Her keys on a device of hers, as one that has just unlocked it has them. */
export function takeIn(install, ring) {
  const couples = ring.couples.map(({ id, partner, digest, state }) => ({ id, partner, digest, state }));
  return install(ring, { about: { person: ring.person, name: "Ana", couples } }, true);
}
