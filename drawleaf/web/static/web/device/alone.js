// One tab at a time changes what this device holds.
const queues = new Map();

/** Runs `act` while no other tab runs anything under this name. Not to be nested. */
export function alone(name, act) {
  if (globalThis.navigator?.locks) return navigator.locks.request(`drawleaf ${name}`, act);
  const turn = (queues.get(name) ?? Promise.resolve()).then(act, act);
  queues.set(
    name,
    turn.catch(() => {}),
  );
  return turn;
}
