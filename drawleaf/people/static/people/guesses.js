import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";

const meter = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
});

// Dictionaries know English only, and a couple may write in any language: so no run of
// letters ever counts for more than one common word.
const COMMON_WORD = 1e4;

function byRuns(word) {
  const runs = word.match(/\p{L}+|[^\p{L}]/gu) ?? [];
  return runs.reduce((product, run) => product * Math.min(10 ** run.length, COMMON_WORD), 1);
}

/** What somebody close would try first, whole and in its parts, years with and without century. */
export function tried(about) {
  const parts = about.flatMap((line) => [line, ...line.split(/[^\p{L}\p{N}]+/u)]);
  const years = parts.filter((part) => /^(19|20)\d\d$/.test(part)).map((year) => year.slice(2));
  const all = [...parts, ...years].map((part) => part.trim().toLowerCase());
  return [...new Set(all)].filter((part) => part.length > 1);
}

/**
 * How many guesses it takes somebody who knows `about` (lines as typed): the least of the
 * whole and of its words one by one, since a space between common words is no secret.
 */
export function guesses(passphrase, about) {
  const known = tried(about);
  const count = (text) => meter.check(text, known).guesses;
  const words = passphrase.trim().split(/\s+/u);
  const oneByOne = words.reduce((all, word) => all * Math.min(count(word), byRuns(word)), 1);
  return Math.min(count(passphrase), oneByOne);
}
