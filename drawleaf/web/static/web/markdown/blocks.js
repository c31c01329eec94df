// A text as blocks of plain data: {tag, words} for what holds words, {tag, children} for what holds
// blocks. Anything not named here is a paragraph.

const DEEPEST = 6;
const ITEM = /^ {0,3}([-*+]|\d{1,9}[.)]) +(?=\S)/;
const HEADING = /^ {0,3}#{1,6} +(?=\S)/;
const QUOTE = /^ {0,3}> ?/;
const FENCE = /^ {0,3}```\s*$/;
const HEADINGS = ["h2", "h3", "h4"];

export function blocks(lines, depth = 0) {
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
    const level = lines[at].trim().match(/^#+/)[0].length;
    out.push({
      tag: HEADINGS[Math.min(level, HEADINGS.length) - 1],
      words: lines[at].replace(HEADING, "").trim(),
    });
    at += 1;
  }

  function quote() {
    const inside = [];
    for (; at < lines.length && QUOTE.test(lines[at]); at += 1) {
      inside.push(lines[at].replace(QUOTE, ""));
    }
    out.push({ tag: "blockquote", children: blocks(inside, depth + 1) });
  }

  function list() {
    const first = lines[at].match(ITEM)[1];
    const tag = /\d/.test(first) ? "ol" : "ul";
    const items = [];
    while (at < lines.length && sameList(lines[at], tag)) items.push(item());
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
    while (at < lines.length && !lines[at].trim() && sameList(lines[at + 1] ?? "", "ul", "ol")) at += 1;
    return { tag: "li", children: blocks(inside, depth + 1) };
  }

  function paragraph() {
    const words = [];
    do words.push(lines[at++].trim());
    while (at < lines.length && !endsParagraph(lines[at], deeper));
    out.push({ tag: "p", words: words.join("\n") });
  }
}

function sameList(line, ...tags) {
  const mark = line.match(ITEM)?.[1];
  return Boolean(mark) && tags.includes(/\d/.test(mark) ? "ol" : "ul");
}

function endsParagraph(line, deeper) {
  if (!line.trim() || FENCE.test(line) || HEADING.test(line)) return true;
  return deeper && (QUOTE.test(line) || /^ {0,3}([-*+]|1[.)]) +\S/.test(line));
}
