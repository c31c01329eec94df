// What stands in some places only this device knows. Until it does, the page shows nothing that
// would move: while a place is `data-deciding`, its page waits a moment.

/** Calls `watch(place)`, if there is such a place, and lets the page be seen once that is done. */
export async function decide(place, watch) {
  if (!place) return;
  await Promise.resolve(watch(place)).catch((error) => error.reason || console.error(error));
  place.removeAttribute("data-deciding");
}
