// My own promise whose day is near, one at most, the oldest; never the other's. Kept is one tap,
// without a line too.
import { leafAt, nameOf } from "#table/about.js";
import { plus, today } from "#web/days.js";
import { during, goOnFrom, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { openedIn, textOf } from "#web/sealed.js";
import { layAndSend, lying } from "#web/store.js";
import { who } from "#web/vault.js";

import { inWords, showMeta, showWords, watchWords } from "./words.js";

/** `section` holds one's own promises that run; `now()` is the clock of this device. */
export function watchToday(section, now = () => new Date()) {
  let isDone = false;
  watchWords();
  section.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-kept]");
    if (button) during(section, () => keep(button.closest("[data-promise]")));
  });
  for (const event of ["open", "unlocked"]) document.addEventListener(`drawleaf:${event}`, look);
  return look();

  async function look() {
    if (isDone) return;
    const due = [];
    await openedIn(section);
    for (const place of section.querySelectorAll("[data-promise]")) {
      place.hidden = true;
      if (await isDue(place)) due.push(place);
    }
    due.sort((one, other) => (byOf(one) < byOf(other) ? -1 : Number(byOf(one) > byOf(other))));
    section.hidden = !due.length;
    if (due.length) show(due[0]);
  }

  function show(place) {
    place.hidden = false;
    showWords(place, wordsOf(place).leaf.body, byWhen);
    showMeta(place);
  }

  function byWhen(day) {
    const near = { [today(now())]: "for_today", [tomorrow()]: "for_tomorrow" }[day];
    return near ? sentence(near) : inWords(day);
  }

  async function isDue(place) {
    const by = byOf(place);
    return Boolean(by) && by <= tomorrow() && !(await lying(await outcomeOf(place)));
  }

  async function keep(place) {
    const about = nameOf(leafAt(wordsOf(place)));
    const body = { kind: "promise.outcome", day: today(now()), about, outcome: "kept" };
    const { sending } = await layAndSend(place.dataset.outcome, await outcomeOf(place), body);
    isDone = true;
    place.hidden = true;
    say(section, sentence("kept"));
    goOnFrom(section.querySelector(".say"));
    const { left } = await sending.catch(() => ({ left: 1 }));
    if (left) say(section, sentence("waiting"));
  }

  async function outcomeOf(place) {
    const { couple } = section.dataset;
    const record = place.dataset.promise;
    return { couple, author: (await who()).person, record, joint: record, collection: "promise", field: "outcome" };
  }

  function tomorrow() {
    return plus(today(now()), 1);
  }
}

const wordsOf = (place) => place.querySelector("sealed-text");

function byOf(place) {
  const { leaf } = wordsOf(place);
  return leaf?.body && !leaf.trouble && leaf.mine ? textOf(leaf.body, "by") : "";
}
