/**
 * A refusal. `reason` is one word for the page to put into a sentence. `shown` is there for
 * `not_mine` and `from_before` only: words that may be looked at, marked, but never remembered,
 * counted or acted on.
 */
export class VaultError extends Error {
  constructor(reason, shown = undefined) {
    super(reason);
    this.name = "VaultError";
    this.reason = reason;
    if (shown) this.shown = shown;
  }
}

/** Refuses with `reason` unless `holds`. */
export function must(holds, reason) {
  if (!holds) throw new VaultError(reason);
}
