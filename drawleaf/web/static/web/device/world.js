/**
 * The one seam through which custody sees the browser. Each page has its own; tests put other
 * clocks, tabs and channels in its place.
 */
export const world = {
  now: () => Date.now(),
  tab: () => globalThis.sessionStorage,
  /** What the browser keeps by name, for this tab and for all of them. */
  shelves: () => [globalThis.sessionStorage, globalThis.localStorage].filter(Boolean),
  channel: (hear) => {
    const channel = new BroadcastChannel("drawleaf");
    channel.addEventListener("message", ({ data }) => hear(data));
    // In Node listening alone shall keep no process alive; a browser has no such thing.
    channel.unref?.();
    return channel;
  },
  /** What tabs hold while they live; a browser that sleeps a tab does not take it from it. */
  locks: () => globalThis.navigator?.locks,
  tell: (name) => globalThis.document?.dispatchEvent(new CustomEvent(`drawleaf:${name}`)),
};
