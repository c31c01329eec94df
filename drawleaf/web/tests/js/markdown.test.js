import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { parse, plain, render } from "#web/markdown.js";
import { every, markup, paper } from "./paper.js";

globalThis.document = paper;

const MEANT = [
  ["One line.", "<p>One line.</p>"],
  ["One\ntwo\n\nthree", "<p>One<br></br>two</p><p>three</p>"],
  ["a *b* **c** _d_ __e__", "<p>a <em>b</em> <strong>c</strong> <em>d</em> <strong>e</strong></p>"],
  ["***both***", "<p><em><strong>both</strong></em></p>"],
  ["**a *b***", "<p><strong>a <em>b</em></strong></p>"],
  ["*a **b***", "<p><em>a <strong>b</strong></em></p>"],
  ["snake_case_name and 2 * 3 * 4", "<p>snake_case_name and 2 * 3 * 4</p>"],
  ["*not closed and **nor this", "<p>*not closed and **nor this</p>"],
  ["\\*as typed\\*", "<p>*as typed*</p>"],
  ["`a *b* c` and ``d ` e``", "<p><code>a *b* c</code> and <code>d ` e</code></p>"],
  ["# One\n## Two\n#### Four", "<h2>One</h2><h3>Two</h3><h4>Four</h4>"],
  [
    "### Three\n# One\n> ### Two",
    "<h2>Three</h2><h2>One</h2><blockquote><h3>Two</h3></blockquote>",
  ],
  ["#tag is a word", "<p>#tag is a word</p>"],
  [
    "- a\n- b\n  - c\n\n- d",
    "<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li><li><p>d</p></li></ul>",
  ],
  ["3. a\n4. b", "<ol start=3><li><p>a</p></li><li><p>b</p></li></ol>"],
  ["It was\n1986. A good year", "<p>It was<br></br>1986. A good year</p>"],
  ["> a\n> > b\nc", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote><p>c</p>"],
  ["```\n<b>*x*\n```\nafter", "<pre>&#60;b>*x*</pre><p>after</p>"],
  ["[the words](https://example.org)", "<p>the words (https://example.org)</p>"],
  ["", ""],
];

for (const [text, expected] of MEANT) {
  test(`reads ${JSON.stringify(text)}`, () => assert.equal(markup(render(text)), expected));
}

const ALLOWED = new Set(
  "#fragment p h2 h3 h4 ul ol li blockquote pre code em strong br".split(" "),
);
const HOSTILE = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8"));

for (const { name, text, times = 1 } of HOSTILE) {
  test(`hostile: ${name}`, () => {
    const before = process.cpuUsage();
    const page = render(text.repeat(times));
    assert.ok(process.cpuUsage(before).user < 3e6, "takes longer than words would");
    let elements = 0;
    for (const node of every(page)) {
      if (node.text !== undefined) continue;
      elements += 1;
      assert.ok(ALLOWED.has(node.tag), `made a ${node.tag}`);
      for (const attribute of Object.keys(node.attributes)) {
        assert.ok(["dir", "start"].includes(attribute), `set ${attribute}`);
      }
    }
    assert.ok(elements <= 4001, `${elements} elements`);
    assert.ok(depthOf(page) <= 40, "nested too deep");
  });
}

test("hostile words stand there as they were typed", () => {
  assert.equal(plain("<script>alert(1)</script>"), "<script>alert(1)</script>");
  assert.equal(plain("![x](data:text/html,1)"), "!x (data:text/html,1)");
});

test("no letter is lost, whatever surrounds it", () => {
  const signs = "*_`[]()#>-\\ \n1.<&";
  let seed = 7;
  const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 2000; round += 1) {
    const typed = Array.from({ length: 40 }, () =>
      next(3) ? signs[next(signs.length)] : "abcx"[next(4)],
    );
    const letters = (text) => text.replace(/[^abcx]/g, "");
    const shown = [...every(render(typed.join("")))].map((node) => node.text ?? "").join("");
    assert.equal(letters(shown), letters(typed.join("")), JSON.stringify(typed.join("")));
  }
});

test("search reads the words without their marks", () => {
  assert.equal(plain("# Sunday\n\n- **soup**\n- bread\n\n> *hers*"), "Sunday\nsoup\nbread\nhers");
});

test("what is too much for one page is still there as words", () => {
  const page = render("word\n\n".repeat(6000));
  const words = [...every(page)].map((node) => node.text ?? "").join("");
  assert.equal(words.match(/word/g).length, 6000);
  assert.equal(parse("word\n\n".repeat(6000)).length, 6000);
});

function depthOf(node) {
  let deepest = 0;
  for (const child of node.children ?? []) deepest = Math.max(deepest, depthOf(child));
  return 1 + deepest;
}
