// Looks for words that may land harder than they are meant. What to look for is data, one file for
// each language (content/<language>/gentle@1.toml, which says how it is written). Nothing here knows
// a language, and nothing that is looked at leaves the page.

const QUOTED =
  /"[^"\n]{1,300}"|[“„][^“”\n]{1,300}[“”]|«[^«»\n]{1,300}»|(?<![\p{L}\p{N}])[‘'](?:[^'’\n]|['’](?=\p{L})){1,200}['’](?!\p{L})/gu;
const HIDDEN = "\uFFFC";
const FOUND = "◊";
const AROUND = 400;
// Far quicker than to ask what is a letter anywhere; the few signs in between hurt nobody.
const LETTER = "a-z0-9\u00c0-\u1fff\u2c00-\ud7ff";
const BEGIN = `(?<![${LETTER}'])`;
const END = `(?![${LETTER}])`;
const BLANK = "(?:[ *_]+)";
const SIGNS = `[^${LETTER}${HIDDEN}]*`;
const CLAUSE_ENDS = `[!?;\\n]${SIGNS}|(?<!\\.)\\.(?=\\s|["'”’)]|$)${SIGNS}|^[^${LETTER}${HIDDEN}]+`;

const known = new WeakMap();

/** [{start, end, family, rule}, …] in `text`, in order, none over another; `rule` is one of `rules`. */
export function look(text, rules) {
  if (!known.has(rules)) known.set(rules, ready(rules));
  const { ends, patterns } = known.get(rules);
  const words = inLines(plain(text), ends);
  const taken = new Uint8Array(words.length);
  const found = [];
  for (const { family, rule, match, may } of patterns) {
    for (const { 0: piece, index: start } of words.matchAll(match)) {
      const end = start + piece.trimEnd().length;
      if (taken.subarray(start, end).includes(1) || !may(clauseOf(words, start, end))) continue;
      taken.fill(1, start, end);
      found.push({ start, end, family, rule });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Small letters and plain signs, as long as before; what is quoted is not said. */
function plain(text) {
  const said = text.replace(QUOTED, (words) => HIDDEN.repeat(words.length));
  const small = said.toLowerCase();
  const same = small.length === text.length ? small : said.replace(/\p{Lu}/gu, smaller);
  return same.replace(/[’ʼ‘´`]/g, "'").replace(/[^\S\n]/g, " ");
}

function smaller(letter) {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** Each clause on a line of its own, in the same room; no run in it so long that it holds one up. */
function inLines(words, ends) {
  const lines = words.replace(ends, (end) => `${end.slice(0, -1).replaceAll("\n", " ")}\n`);
  const few = lines.replace(/[ *_]{4,}/g, (run) => run.slice(0, 3) + HIDDEN.repeat(run.length - 3));
  return few.replace(/(\S{59})\S/g, "$1\n");
}

function ready({ words, ...families }) {
  const whole = (pattern) => `${BEGIN}(?:${spelled(pattern, words)})${END}`;
  const patterns = [];
  for (const [family, { unless, rules }] of Object.entries(families)) {
    const spared = guard(unless, whole);
    for (const rule of rules) {
      const [not, only] = [guard(rule.unless, whole), guard(rule.only, whole)];
      const may = (clause) => !spared(clause) && !not(clause) && (!rule.only || only(clause));
      for (const each of rule.match) {
        patterns.push({ family, rule, may, match: new RegExp(whole(each), "gm") });
      }
    }
  }
  const turn = `${whole(words.turn.join("|"))} `;
  return { patterns, ends: new RegExp(`${CLAUSE_ENDS}|${turn}`, "g") };
}

/** Whether one of `patterns` fits a clause, as it stands or with a sign for what was found in it. */
function guard(patterns = [], whole) {
  const some = (these) => these.length && new RegExp(these.map(whole).join("|"));
  const isMarked = (pattern) => pattern.includes(FOUND);
  const plainOnes = some(patterns.filter((each) => !isMarked(each)));
  const markedOnes = some(patterns.filter(isMarked));
  return ({ words, marked }) => plainOnes && plainOnes.test(words) || markedOnes && markedOnes.test(marked);
}

function clauseOf(words, start, end) {
  const before = words.slice(Math.max(0, start - AROUND), start).replace(/^.*\n/s, "");
  const [after] = words.slice(end, end + AROUND).split("\n", 1);
  return { words: before + words.slice(start, end) + after, marked: before + FOUND + after };
}

/** A pattern with its words in place of their names, any space for a blank, and a bracket that only groups. */
function spelled(pattern, words) {
  const parts = pattern.split(/\{([a-z]+)\}/);
  const named = (name) => `(?:${spelled(words[name].join("|"), words)})`;
  return parts.map((part, at) => (at % 2 ? named(part) : plainly(part))).join("");
}

const plainly = (part) => part.replace(/(?<!\\)\((?!\?)/g, "(?:").replaceAll(" ", BLANK);
