// The one renderer, for one's own words and the partner's alike. It builds DOM nodes of the tags
// named here and text nodes, and nothing else: no HTML, no images, no addresses to follow. What it
// does not know, it shows as it was typed.
import { blocks as blocksOf } from "./markdown/blocks.js";
import { inline } from "./markdown/inline.js";

const TAGS = new Set("p h2 h3 h4 ul ol li blockquote pre code em strong br".split(" "));
const MOST_NODES = 4000;
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

export function parse(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(UNSEEN, "").replace(/\t/g, "    ").split("\n");
  return blocksOf(lines);
}

/** A DocumentFragment of the text. */
export function render(text) {
  return renderBlocks(parse(text));
}

/** Of parsed blocks; `words(block, element)` may take over how a block's words are filled in. */
export function renderBlocks(blocks, words = undefined) {
  const left = { nodes: MOST_NODES };
  const fragment = document.createDocumentFragment();
  for (const block of blocks) fragment.append(build(block, left, words));
  return fragment;
}

export function build(node, left = { nodes: MOST_NODES }, words = undefined) {
  if (node.text !== undefined) return document.createTextNode(node.text);
  if (left.nodes <= 0 || !TAGS.has(node.tag)) return document.createTextNode(`${plainOf(node)}\n`);
  left.nodes -= 1;
  const element = document.createElement(node.tag);
  if (node.words !== undefined) fill(node, element, left, words);
  else for (const child of node.children) element.append(build(child, left, words));
  if (node.start > 1) element.setAttribute("start", String(node.start));
  return element;
}

function fill(node, element, left, words) {
  element.setAttribute("dir", "auto");
  if (words) words(node, element);
  else if (node.tag === "pre") element.append(node.words);
  else for (const child of inline(node.words)) element.append(build(child, left));
}

/** The same words without marks, for search, first lines and plain places. */
export function plain(text) {
  return parse(text).map(plainOf).join("\n").trim();
}

function plainOf(node) {
  if (node.text !== undefined) return node.text;
  if (node.tag === "br") return "\n";
  if (node.tag === "pre") return node.words;
  if (node.words !== undefined) return inline(node.words).map(plainOf).join("");
  const between = ["ul", "ol", "li", "blockquote"].includes(node.tag) ? "\n" : "";
  return node.children.map(plainOf).join(between);
}
