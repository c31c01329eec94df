// What the two have put aside: one sum a currency, of both together. Nothing here asks whose.
import { sentence } from "#web/sentences.js";
import { compare, isAmount, isCurrency, sumOf } from "./amounts.js";
import { inWords } from "./fields.js";
import { counts, isContribution } from "./leaves.js";

/** {sums, uncounted}: a Map of exact sums by currency, and whether something is left out. */
export function putAside(goal, contributions) {
  const found = contributions.filter((leaf) => counts(goal, leaf) && isContribution(leaf));
  const sums = new Map();
  for (const { body } of found) {
    sums.set(body.currency, sumOf([sums.get(body.currency) ?? "0.00", body.amount]));
  }
  return { sums, uncounted: found.length < contributions.length };
}

/** {amount, currency} of a goal's words, or null. */
export function aimOf({ amount, currency }) {
  return isAmount(amount) && isCurrency(currency) && amount !== "0.00" ? { amount, currency } : null;
}

/** The sum in words: towards the aim if there is one. Other currencies stand apart, as they are. */
export function saySums(aim, sums, own = aim?.currency ?? [...sums.keys()][0]) {
  const said = (name) => inWords(sums.get(name), name);
  const apart = [...sums.keys()].filter((name) => name !== own).map(said);
  return { sum: saySum(), apart: apart.length ? sentence("sum_apart", { sums: apart.join(", ") }) : "" };

  function saySum() {
    const sum = sums.has(own) ? said(own) : "";
    if (!aim) return sum && sentence("sum_alone", { sum });
    const amount = inWords(aim.amount, aim.currency);
    if (!sum) return sentence("nothing_yet", { amount });
    const name = ["sum_of", "sum_whole", "sum_more"][compare(sums.get(own), aim.amount) + 1];
    return sentence(name, { sum, amount });
  }
}
