// Marking on the page: a tap or a key on a sentence marks it whole; selected words can be marked
// as they are.
import { build, parse, renderBlocks } from "#web/markdown.js";
import { inline } from "#web/markdown/inline.js";
import { passageOf } from "./passage.js";
import { markable } from "./sentences.js";

/**
 * Draws `text` into `place`, to be marked, and calls `changed(passage)` after each mark. `button`
 * stands there while words are selected, and marks them. Returns how to leave.
 */
export function marking(place, text, changed, button) {
  const tree = parse(text);
  const blocks = markable(tree);
  const marked = new Set();
  const shown = new Map();
  const draws = [];

  const mark = (atoms, isMarked) => {
    for (const atom of atoms) {
      if (isMarked) marked.add(atom);
      else marked.delete(atom);
    }
    for (const draw of draws) draw();
    changed(passageOf(blocks, marked));
  };

  place.replaceChildren(
    renderBlocks(tree, (node, element) => {
      const { sentences } = blocks.find((block) => block.node === node);
      sentences.forEach((atoms, index) => {
        const span = sentenceOf(() => mark(atoms, !atoms.every((atom) => marked.has(atom))));
        const next = sentences[index + 1]?.[0];
        draws.push(() => drawSentence(span, node, { atoms, next }, marked, shown));
        element.append(span);
      });
    }),
  );
  for (const draw of draws) draw();
  let markSelected = null;
  button.addEventListener("click", () => markSelected?.());
  return watchSelection(place, shown, mark, (act) => {
    markSelected = act;
    button.hidden = !act;
  });
}

function sentenceOf(toggle) {
  const span = document.createElement("span");
  span.className = "sentence";
  span.setAttribute("role", "checkbox");
  span.tabIndex = 0;
  span.addEventListener("click", () => getSelection().isCollapsed && toggle());
  span.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    toggle();
  });
  return span;
}

function drawSentence(span, node, { atoms, next }, marked, shown) {
  const count = atoms.filter((atom) => marked.has(atom)).length;
  const state = count === atoms.length ? "true" : count ? "mixed" : "false";
  if (state === "false" && span.getAttribute("aria-checked") === state) return;
  span.setAttribute("aria-checked", state);
  const parts = [];
  atoms.forEach((atom, index) => {
    const word = document.createElement("span");
    const words = node.words.slice(atom.at, atom.end);
    word.append(...(node.tag === "pre" ? [words] : inline(words).map((piece) => build(piece))));
    shown.set(word, atom);
    const after = atoms[index + 1] ?? next;
    const gap = node.words.slice(atom.end, after?.at);
    const goesOn = marked.has(atom) && marked.has(after);
    if (!marked.has(atom)) parts.push(word, gap);
    else {
      if (parts.at(-1)?.localName !== "mark") parts.push(document.createElement("mark"));
      parts.at(-1).append(word, goesOn ? gap : "");
      if (!goesOn) parts.push(gap);
    }
  });
  span.replaceChildren(...parts);
}

// A tap on the button takes the selection away before it is heard: so what was selected is kept
// for a moment.
function watchSelection(place, shown, mark, onSelected) {
  let forgetting = null;
  const look = () => {
    clearTimeout(forgetting);
    const selection = getSelection();
    if (selection.isCollapsed || !place.contains(selection.anchorNode)) {
      forgetting = setTimeout(onSelected, 400, null);
      return;
    }
    const range = selection.getRangeAt(0);
    const words = [...place.querySelectorAll(".sentence span")];
    const atoms = words.filter((word) => shown.has(word) && touches(range, word));
    onSelected(() => {
      mark(
        atoms.map((word) => shown.get(word)),
        true,
      );
      getSelection().removeAllRanges();
      onSelected(null);
    });
  };
  document.addEventListener("selectionchange", look);
  return () => document.removeEventListener("selectionchange", look);
}

// A selection that only ends where a word begins has not taken that word.
function touches(range, word) {
  const whole = document.createRange();
  whole.selectNodeContents(word);
  return (
    range.compareBoundaryPoints(Range.END_TO_START, whole) < 0 &&
    range.compareBoundaryPoints(Range.START_TO_END, whole) > 0
  );
}
