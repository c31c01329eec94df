// A standing time: offered, agreed to, gone on with. Its words say a day, an hour and whose clock;
// what the server is told with a yes are the next eight instants.
import { doubtOn } from "#table/agreed.js";
import { momentInWords } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { nextTimes } from "./instants.js";

const PRACTICE = "checkin";

export const wordsIn = (place) => place.querySelector('sealed-text[data-field="words"]').leaf;

/** Shows one, and gives its forms the instants that go with them. */
export function showTime(place) {
  const { standing, last, offered } = place.dataset;
  const { body, mine, trouble } = wordsIn(place);
  if (trouble === "shut") return;
  const times = body && timesOf(body, last ? new Date(last) : new Date());
  const doubt = offered ? doubtOfOffer(offered, body, mine) : doubtOn(place, standing, PRACTICE);
  const wrong = doubt ?? (times ? null : "malformed");
  if (wrong) place.querySelector("[data-leaf-trouble]").textContent ||= sentence(wrong);
  const every = times ? sentence("every_week", momentInWords(times[0], times[0])) : "";
  place.querySelector("[data-every]").textContent = every;
  for (const form of place.querySelectorAll("[data-with-times]")) {
    form.hidden = Boolean(wrong);
    form.inClear = { opens_at: (times ?? []).map((at) => at.toISOString()).join() };
    for (const field of form.querySelectorAll("[name=opens_at]")) field.value = form.inClear.opens_at;
  }
}

// What stands as one's own offer is one's own, and what one may say yes to is the other's.
function doubtOfOffer(offered, body, mine) {
  return body?.kind === `${PRACTICE}.words` && mine === (offered === "mine") ? null : "malformed";
}

function timesOf(body, after) {
  try {
    return nextTimes(body, after);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}
