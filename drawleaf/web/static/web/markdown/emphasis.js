// Which * and _ belong together. Each mark is opened and closed at most once, so that a page of
// nothing but asterisks takes no longer than a page of words.

const LETTER = /[\p{L}\p{N}]/u;
const DEEPEST = 8;

export class Emphasis {
  #openers = [];
  #waiting = new Map();

  constructor(out) {
    this.out = out;
  }

  // How a run of marks may be read: can it open, can it close, and in which pieces.
  read(run, before, after) {
    const wordy = run[0] === "_";
    const opens = /\S/.test(after) && !(wordy && LETTER.test(before));
    const closes = /\S/.test(before) && !(wordy && LETTER.test(after));
    const top = this.#openers.at(-1);
    const nearest = closes && top?.sign === run[0] ? top.length : 1;
    return { opens, closes, pieces: run.length < 3 ? [run.length] : [nearest, 3 - nearest] };
  }

  open(sign, length, at) {
    this.#openers.push({ sign, length, at, index: this.out.length, inner: 0 });
    this.#count(sign, length, 1);
  }

  // Folds everything since the opener into one node that ends at `end`; false if there is none.
  close(sign, length, end) {
    if (!this.#waiting.get(sign + length)) return false;
    let found,
      inner = 0;
    do {
      found = this.#openers.pop();
      this.#count(found.sign, found.length, -1);
      inner = Math.max(inner, found.inner);
    } while (found.sign !== sign || found.length !== length);
    const fits = inner < DEEPEST;
    if (fits) {
      const children = this.out.splice(found.index + 1);
      const tag = length === 2 ? "strong" : "em";
      this.out[found.index] = { tag, children, at: found.at, end };
    }
    const outer = this.#openers.at(-1);
    if (outer) outer.inner = Math.max(outer.inner, inner + (fits ? 1 : 0));
    return fits;
  }

  #count(sign, length, by) {
    this.#waiting.set(sign + length, (this.#waiting.get(sign + length) ?? 0) + by);
  }
}
