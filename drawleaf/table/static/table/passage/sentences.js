// A text as what can be marked in it: blocks of sentences, sentences of atoms. An atom is a word,
// or a piece of emphasis, code or link as a whole, so that a passage never begins inside one.
import { inline } from "#web/markdown/inline.js";

const WORD = /[^\s。！？]+[。！？]*|[。！？]+/g;
const END = /[.!?…]["'”’»)\]]*$/;
const END_ALONE = /[。！？]["'”’»)\]]*$/;

/** [{node, prefix, sentences: [[{at, end}, …], …]}, …] of parsed blocks, in reading order. */
export function markable(blocks) {
  return blocks.flatMap((node) => leavesOf(node, ""));
}

function leavesOf(node, prefix) {
  if (node.words !== undefined) return [block(node, prefix)];
  return node.children.flatMap((child, index) => {
    if (node.tag === "blockquote") return leavesOf(child, `${prefix}> `);
    if (node.tag === "li") return leavesOf(child, prefix);
    const bullet = node.tag === "ol" ? `${(node.start ?? 1) + index}. ` : "- ";
    return leavesOf(child, prefix.replace(/(- |\d+\. )$/, "") + bullet);
  });
}

function block(node, prefix) {
  const own = { h2: "# ", h3: "## ", h4: "### " }[node.tag] ?? "";
  const atoms = node.tag === "pre" ? [{ at: 0, end: node.words.length }] : atomsOf(node.words);
  return { node, prefix: prefix + own, sentences: sentencesOf(node.words, atoms) };
}

function atomsOf(words) {
  return inline(words).flatMap(({ text, isLink, at, end }) => {
    if (text === undefined || isLink) return [{ at, end }];
    return [...words.slice(at, end).matchAll(WORD)].map((found) => ({
      at: at + found.index,
      end: at + found.index + found[0].length,
    }));
  });
}

function sentencesOf(words, atoms) {
  const sentences = [[]];
  for (const atom of atoms) {
    const before = sentences.at(-1).at(-1);
    if (before && isEnd(words.slice(before.at, before.end), words.slice(before.end, atom.end))) {
      sentences.push([]);
    }
    sentences.at(-1).push(atom);
  }
  return sentences.filter((sentence) => sentence.length);
}

function isEnd(before, after) {
  if (after.startsWith("\n")) return true;
  return END_ALONE.test(before) || (END.test(before) && /^\s/.test(after));
}
