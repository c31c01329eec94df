// The words inside one block, as plain data: {text} or {tag, children}, each with its place in the
// block (at, end). Every character is looked at a bounded number of times, whatever was typed.
import { Emphasis } from "./emphasis.js";

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const LINK = /\[([^[\]\n]{1,300})\]\(([^()\s]{1,600})\)/y;
const SPECIAL = /[\\\n`*_[]/g;
const LONGEST_FENCE = 3;

export function inline(block) {
  const out = [];
  const emphasis = new Emphasis(out);
  const unclosed = new Set();
  let at = 0;

  while (at < block.length) {
    const sign = block[at];
    if (sign === "\\" && ESCAPABLE.test(block[at + 1] ?? "")) say(block[at + 1], 2);
    else if (sign === "\n") add({ tag: "br", children: [] }, 1);
    else if (sign === "`") code(runFrom(block, at));
    else if (sign === "*" || sign === "_") marks(runFrom(block, at));
    else if (sign === "[") link();
    else say(wordsFrom(block, at));
  }
  return out;

  function add(node, length) {
    node.at = at;
    node.end = at += length;
    out.push(node);
  }

  function say(text, length = text.length) {
    const last = out.at(-1);
    if (last?.text === undefined || last.opener || last.isLink) return add({ text }, length);
    last.text += text;
    last.end = at += length;
  }

  function code(fence) {
    const close = closing(fence);
    if (close < 0) return say(fence);
    const text = block.slice(at + fence.length, close).trim();
    add({ tag: "code", children: [{ text }] }, close + fence.length - at);
  }

  function closing(fence) {
    if (fence.length > LONGEST_FENCE || unclosed.has(fence)) return -1;
    let close = at + fence.length;
    while ((close = block.indexOf("`", close)) >= 0) {
      const run = runFrom(block, close);
      if (run === fence) return close;
      close += run.length;
    }
    unclosed.add(fence);
    return -1;
  }

  // A link stands as its words and its address: nobody is led anywhere by a leaf.
  function link() {
    LINK.lastIndex = at;
    const found = LINK.exec(block);
    if (found) add({ text: `${found[1]} (${found[2]})`, isLink: true }, found[0].length);
    else say("[");
  }

  function marks(run) {
    if (run.length > 3) return say(run);
    const how = emphasis.read(run, block[at - 1] ?? " ", block[at + run.length] ?? " ");
    for (const length of how.pieces) {
      if (how.closes && emphasis.close(run[0], length, at + length)) at += length;
      else if (how.opens) {
        emphasis.open(run[0], length, at);
        add({ text: run.slice(0, length), opener: true }, length);
      } else say(run.slice(0, length));
    }
  }
}

function wordsFrom(block, at) {
  SPECIAL.lastIndex = at + 1;
  return block.slice(at, SPECIAL.test(block) ? SPECIAL.lastIndex - 1 : block.length);
}

function runFrom(text, at) {
  let end = at;
  while (text[end] === text[at]) end += 1;
  return text.slice(at, end);
}
