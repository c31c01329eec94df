// What trust looks like to me: examples to mark, and words of one's own. Each mark is kept at once.
import { drafting } from "#notebook/drafting.js";
import { deleteEntry, keptAs, whyNot } from "#notebook/keeping.js";
import { part } from "#notebook/paper.js";
import { today } from "#web/days.js";
import { goOnFrom, putInOrder, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { briefly, draft, keep, leaves } from "#web/store.js";
import { hopesOf } from "../hopes.js";

export async function trust(page) {
  const sections = await Promise.all([...page.querySelectorAll("[data-foundation]")].map(sectionOf));
  const look = async () => {
    const [hopes, offered] = [hopesOf(await briefly()), await wishesOfMine()];
    for (const each of sections) each.show(hopes, offered);
  };
  const news = ({ detail }) => detail.news && look();
  page.addEventListener("hoped", look);
  document.addEventListener("drawleaf:synced", news);
  await look();
  return () => {
    document.removeEventListener("drawleaf:synced", news);
    return Promise.all(sections.map(({ leave }) => leave()));
  };
}

async function sectionOf(section) {
  const { foundation } = section.dataset;
  const form = section.querySelector("form");
  const field = form.querySelector("textarea");
  const name = `trust-${foundation}`;
  field.value = (await draft(name))?.text ?? "";
  section.querySelector("details").open = Boolean(field.value);
  const half = drafting(form, name, () => ({ text: field.value }));
  const rows = new Map();
  let hopes = [];

  section.addEventListener("change", ({ target }) => target.matches("[type=checkbox]") && turn(target));
  section.addEventListener("click", ({ target }) => target.closest("[data-delete]") && outOf(target.closest("li")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(() => half.around(write));
  });
  return { show, leave: half.leave };

  function show(all, offered) {
    hopes = all.filter((each) => each.foundation === foundation);
    for (const box of section.querySelectorAll("[type=checkbox]")) {
      box.checked = hopes.some(({ example }) => example === box.value);
    }
    const list = section.querySelector("[data-hoped]");
    const hasFocus = list.contains(document.activeElement);
    putInOrder(list, hopes.map(rowOf));
    if (hasFocus) goOnFrom(section.querySelector("h2"));
    for (const { record, what } of hopes) {
      rows.get(record).querySelector("[data-offer]").hidden = offered.includes(what);
      rows.get(record).querySelector("[data-offered]").hidden = !offered.includes(what);
    }
  }

  function rowOf({ record, what }) {
    if (!rows.has(record)) {
      const row = part("hoped");
      row.dataset.record = record;
      row.querySelector("[data-what]").textContent = what;
      row.querySelector("[data-offer]").href = `#wish/${record}`;
      rows.set(record, row);
    }
    return rows.get(record);
  }

  function turn(box) {
    const hope = hopes.find(({ example }) => example === box.value);
    if (Boolean(hope) === box.checked) return;
    const what = box.closest("label").textContent.trim();
    act(() => (hope ? out(hope) : into({ foundation, what, example: box.value })));
  }

  function outOf({ dataset }) {
    const hope = hopes.find(({ record }) => record === dataset.record);
    if (hope) act(() => out(hope));
  }

  async function write() {
    const what = field.value.trim();
    if (!what) return say(section, sentence("nothing_written"));
    await into({ foundation, what });
    await half.drop();
    field.value = "";
  }

  async function into(hope) {
    const result = await keepHope(hope);
    say(section, result.sent ? sentence("hoped_kept") : keptAs(result));
  }

  async function out(hope) {
    const result = await takeOut(hope);
    say(section, result.sent && !result.undeleted ? sentence("hoped_out") : keptAs(result));
  }

  async function act(how) {
    say(section);
    try {
      await how();
    } catch (error) {
      say(section, whyNot(error), true);
    }
    section.dispatchEvent(new Event("hoped", { bubbles: true }));
  }
}

/** What one has laid on the table as a wish, as this device knows it. */
async function wishesOfMine() {
  const found = await leaves(document.body.dataset.table, (row) => `${row.collection}.${row.field}` === "foundations.wish");
  return found.filter(({ mine, trouble }) => mine && !trouble).map(({ body }) => body.text);
}

/** The words are kept with it, so that a later set of examples does not change them. */
function keepHope({ foundation, what, example }) {
  const named = example ? { example } : {};
  return keep({ kind: "notebook.record", type: "trust", day: today(), foundation, what, ...named });
}

async function takeOut({ record, revision, twins }) {
  for (const twin of twins) await deleteEntry(twin);
  return deleteEntry({ record, revision });
}
