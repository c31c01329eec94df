// A text as blocks of plain data: {tag, words} for what holds words, {tag, children} for what holds
// blocks. Anything not named here is a paragraph. Headings go down one step at a time, however they
// were typed, so that somebody who listens to a page finds no step missing.

const DEEPEST = 6;
const ITEM = /^ {0,3}([-*+]|\d{1,9}[.)]) +(?=\S)/;
const HEADING = /^ {0,3}#{1,6} +(?=\S)/;
const QUOTE = /^ {0,3}> ?/;
const FENCE = /^ {0,3}```\s*$/;
const HEADINGS = ["h2", "h3", "h4"];

export function blocks(lines, depth = 0, above = { level: 0 }) {
  const out = [];
  const deeper = depth < DEEPEST;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line.trim()) at += 1;
    else if (FENCE.test(line)) fenced();
    else if (HEADING.test(line)) heading();
    else if (deeper && QUOTE.test(line)) quote();
    else if (deeper && ITEM.test(line)) list();
    else paragraph();
  }
  return out;

  function fenced() {
    const words = [];
    for (at += 1; at < lines.length && !FENCE.test(lines[at]); at += 1) words.push(lines[at]);
    at += 1;
    out.push({ tag: "pre", words: words.join("\n") });
  }

  function heading() {
    const typed = lines[at].trim().match(/^#+/)[0].length;
    above.level = Math.min(typed, above.level + 1, HEADINGS.length);
    out.push({
      tag: HEADINGS[above.level - 1],
      words: lines[at].replace(HEADING, "").trim(),
    });
    at += 1;
  }

  function quote() {
    const inside = [];
    for (; at < lines.length && QUOTE.test(lines[at]); at += 1) {
      inside.push(lines[at].replace(QUOTE, ""));
    }
    out.push({ tag: "blockquote", children: blocks(inside, depth + 1, above) });
  }

  function list() {
    const first = lines[at].match(ITEM)[1];
    const tag = /\d/.test(first) ? "ol" : "ul";
    const items = [];
    while (at < lines.length && isItem(lines[at], tag)) items.push(item());
    out.push({ tag, ...(tag === "ol" && { start: parseInt(first, 10) }), children: items });
  }

  function item() {
    const mark = lines[at].match(ITEM)[0];
    const inside = [lines[at].slice(mark.length)];
    for (at += 1; at < lines.length; at += 1) {
      const indent = lines[at].search(/\S/);
      if (indent < 0 && !/^ {2,}\S/.test(lines[at + 1] ?? "")) break;
      if (indent >= 0 && indent < 2) break;
      inside.push(lines[at].slice(Math.min(Math.max(indent, 0), mark.length)));
    }
    if (lines[at] !== undefined && !lines[at].trim() && isItem(lines[at + 1] ?? "")) at += 1;
    return { tag: "li", children: blocks(inside, depth + 1, above) };
  }

  function paragraph() {
    const words = [];
    do words.push(lines[at++].trim());
    while (at < lines.length && !endsParagraph(lines[at], deeper));
    out.push({ tag: "p", words: words.join("\n") });
  }
}

function isItem(line, tag = undefined) {
  const mark = line.match(ITEM)?.[1];
  return Boolean(mark) && (!tag || tag === (/\d/.test(mark) ? "ol" : "ul"));
}

function endsParagraph(line, deeper) {
  if (!line.trim() || FENCE.test(line) || HEADING.test(line)) return true;
  return deeper && (QUOTE.test(line) || /^ {0,3}([-*+]|1[.)]) +\S/.test(line));
}
