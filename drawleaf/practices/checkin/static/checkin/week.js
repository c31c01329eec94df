// One week of it, as the list has it: when it opens, and who has said *not this week*.
import { goOnFrom, say } from "#web/paper.js";
import { textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { isTimeOf } from "./instants.js";
import { wordsIn } from "./standing.js";

/** It opens when both have agreed that it does, whatever the server says. */
export function showWeek(place) {
  const { week, opens } = place.dataset;
  const { body, trouble } = wordsIn(place);
  const isOther = opens && body && !trouble && !isTimeOf(body, new Date(opens));
  place.querySelector("[data-doubt]").textContent = isOther ? sentence("other_time") : "";
  for (const field of place.querySelectorAll("[data-member=week]")) field.value = sealedUuid(week);
  const skips = [...place.querySelectorAll("[data-skip]")];
  for (const skip of skips) skip.hidden = !isOf(week, skip.querySelector("sealed-text").leaf);
  const isTold = skips.some((skip) => !skip.hidden && skip.querySelector("sealed-text").leaf.mine);
  for (const ask of place.querySelectorAll("[data-not-this-week]")) ask.hidden = isTold;
}

function isOf(week, { body, trouble }) {
  return !trouble && body.kind === "checkin.skip" && textOf(body, "week") === sealedUuid(week);
}

/** *Say nothing* is what it says: nothing leaves this page. */
export function sayNothing({ target }) {
  const fold = target.closest("details");
  fold.open = false;
  say(fold.parentElement, sentence("nothing_said"));
  goOnFrom(fold.querySelector("summary"));
}
