// What is marked, as a text of its own. Where something between two marked places is left out,
// three dots say so: the other must not take them for one thing said.

/** `blocks` of `markable`, `marked` a Set of atoms. */
export function passageOf(blocks, marked) {
  const out = [];
  let before = null;
  for (const block of blocks) {
    const text = markedIn(block, marked);
    if (!text) continue;
    if (before) out.push(isSameList(before, block) ? "\n" : "\n\n");
    out.push(prefixed(block, text));
    before = block;
  }
  return out.join("");
}

function markedIn({ node, sentences }, marked) {
  let text = "";
  let end = null;
  for (const atom of sentences.flat()) {
    if (!marked.has(atom)) continue;
    const between = end === null ? "" : node.words.slice(end, atom.at);
    text = between.trim() ? `${text.trimEnd()} … ` : text + between;
    text += node.words.slice(atom.at, atom.end);
    end = atom.end;
  }
  return text.trim();
}

function prefixed({ node, prefix }, text) {
  if (node.tag === "pre") return `\`\`\`\n${text}\n\`\`\``;
  const [first, ...rest] = text.split("\n");
  const indent = (mark) => " ".repeat(mark.length);
  const further = prefix.replace(/- |\d+\. /g, indent).replace(/#+ /, "");
  return [prefix + first, ...rest.map((line) => further + line)].join("\n");
}

function isSameList(one, other) {
  return /(- |\d+\. )/.test(one.prefix) && /(- |\d+\. )/.test(other.prefix);
}
