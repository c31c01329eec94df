// Rituals on Today: three at most, those whose hour it is first. A tap marks one, without a line
// too; where there is something to say beside the mark, a few fields open under it.
import { keepEntry } from "#notebook/keeping.js";
import { membersOf } from "#table/laying.js";
import { doubtOn } from "#table/agreed.js";
import { isAside, withoutAsides } from "#table/aside.js";
import { today } from "#web/days.js";
import { holdWords } from "#web/holding.js";
import { render } from "#web/markdown.js";
import { during, goOnFrom, putInOrder, say } from "#web/paper.js";
import { openedIn } from "#web/sealed.js";
import { explain, sentence } from "#web/sentences.js";
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";
import { isSet, markOf, setMark } from "./marks.js";
import { restsOn } from "./rests.js";
import { wordsOf } from "./said.js";

const MOST = 3;
const HOURS = { morning: [4, 12], day: [0, 24], evening: [17, 24] };

/** `section` holds every ritual that runs; `now()` is the clock of this device. */
export function watchToday(section, now = () => new Date()) {
  const given = JSON.parse(document.getElementById("ticks").textContent);
  const rows = [...section.querySelectorAll("[data-ritual]")];
  const ritualOf = (row) => ({ couple: section.dataset.couple, joint: row.dataset.ritual });
  let showsAll = false;
  let me = null;

  section.addEventListener("click", ({ target }) => {
    const row = target.closest("[data-ritual]");
    if (target.closest("[data-more]")) {
      showsAll = true;
      look().then(() => goOnFrom(section.querySelectorAll("[data-ritual]:not([hidden]) > .tick")[MOST]));
    } else if (row && target.closest(".tick")) tap(row);
  });
  for (const event of ["open", "unlocked", "synced"]) document.addEventListener(`drawleaf:${event}`, look);
  document.addEventListener("drawleaf:wipe", () => {
    for (const place of section.querySelectorAll("[data-theirs-words]")) place.replaceChildren();
  });
  return look();

  function look() {
    return withoutAsides(showRows);
  }

  async function showRows() {
    const [person, ...known] = await Promise.all([who(), ...rows.map(isDue)]);
    me = person?.person;
    const due = rows.filter((_, at) => known[at]);
    due.sort((one, other) => Number(isTime(other, now())) - Number(isTime(one, now())));
    await Promise.all(due.map(show));
    putInOrder(section.querySelector("ul"), [...rows.filter((row) => !due.includes(row)), ...due]);
    for (const row of rows) row.hidden = !due.includes(row);
    for (const row of showsAll ? [] : due.slice(MOST)) row.hidden = true;
    const more = section.querySelector("[data-more]");
    more.hidden = showsAll || due.length <= MOST;
    more.textContent = sentence("more_rituals", { number: due.length - MOST });
    section.querySelector("h2").textContent = sentence(hourOf(rows.filter((row) => !row.hidden), now()));
    section.hidden = !due.length;
  }

  async function isDue(row) {
    await openedIn(row);
    if (doubtOn(row, row.dataset.ritual, "ritual")) return false;
    if (await isAside(section.dataset.couple, row.dataset.ritual).catch(() => false)) return false;
    const rests = [...row.querySelectorAll("sealed-text[data-field=rest]")].map(({ leaf }) => ({
      field: "rest",
      ...leaf,
    }));
    return !restsOn(rests, today(now()), row.dataset.ritual);
  }

  async function show(row) {
    const day = today(now());
    const [theirs, mine] = await Promise.all([
      markOf({ ...ritualOf(row), person: section.dataset.partner }, day, given),
      markOf({ ...ritualOf(row), person: me }, day, given),
    ]);
    row.isMine = isSet(mine);
    row.takesWords = row.isMine && wordsOf(mine.body).length > 0;
    row.querySelector(".tick").setAttribute("aria-pressed", String(row.isMine || isSet(theirs)));
    const words = isSet(theirs) ? wordsOf(theirs.body) : [];
    const place = row.querySelector("[data-theirs]");
    place.hidden = !words.length;
    place.querySelector("[data-theirs-words]").replaceChildren(...words.map(([, text]) => render(text)));
    if (theirs) place.querySelector("bdi").textContent = theirs.author.name;
  }

  function tap(row) {
    const asks = document.querySelector(`template[data-ask="${CSS.escape(sortOf(row))}"]`);
    const open = row.querySelector("form");
    if (open) return open.remove();
    if (asks && !row.isMine) return ask(row, asks);
    if (row.takesWords) {
      row.takesWords = false;
      return say(section, sentence("takes_words"));
    }
    return mark(row, !row.isMine);
  }

  function ask(row, template) {
    const form = template.content.firstElementChild.cloneNode(true);
    holdWords(form);
    form.querySelector("[data-only-mark]").addEventListener("click", () => mark(row, true));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      during(form, () => keep(row, form));
    });
    row.append(form);
    form.querySelector("textarea").focus();
  }

  async function keep(row, form) {
    const words = membersOf(form);
    if (!form.querySelector("[data-alone]").checked || !Object.keys(words).length) {
      return mark(row, true, words);
    }
    if (!(await needNotebook())) return null;
    const kept = await keepEntry(form, { day: today(now()), text: Object.values(words).join("\n\n") });
    return kept && mark(row, true);
  }

  async function mark(row, done, words = {}) {
    try {
      await setMark(ritualOf(row), row.dataset.ticks, today(now()), done, words);
      row.querySelector("form")?.remove();
      await show(row);
      goOnFrom(row.querySelector(".tick"));
      const stays = !done && row.querySelector(".tick").getAttribute("aria-pressed") === "true";
      say(section, sentence(stays ? "stays_ticked" : done ? "ticked" : "unticked"));
    } catch (error) {
      if (!error.reason) console.error(error);
      say(section, explain(error), true);
    }
  }
}

const sortOf = (row) => row.querySelector("sealed-text").leaf?.body?.sort ?? "";

const isIn = ([from, until], now) => from <= now.getHours() && now.getHours() < until;

function whenOf(row) {
  const when = row.querySelector("sealed-text").leaf?.body?.when;
  return Object.hasOwn(HOURS, when) ? when : "day";
}

const isTime = (row, now) => isIn(HOURS[whenOf(row)], now);

/** Only what is all for this hour stands under its name. */
function hourOf(rows, now) {
  const when = ["morning", "evening"].find((each) => isIn(HOURS[each], now));
  return when && rows.every((row) => whenOf(row) === when) ? `this_${when}` : "this_day";
}
