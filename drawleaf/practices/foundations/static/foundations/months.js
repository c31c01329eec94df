// The months of one's own notebook. What two devices have written of one month stands there twice;
// here it is one month again: the newer dots, and the lines of both.
import { inOne } from "#web/holding.js";

export const FOUNDATIONS = ["consistency", "transparency", "accountability", "boundaries"];
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MEMBERS = FOUNDATIONS.flatMap((name) => [name, `${name}_line`]);

export const isDots = (number) => Number.isInteger(number) && number >= 1 && number <= 5;

/** `items` in the order in which they last came → [{month, said, record, revision, twins}], the latest month first. */
export function monthsOf(items) {
  const months = new Map();
  for (const { record, revision, body, trouble } of items) {
    if (trouble || body?.type !== "foundations" || !MONTH.test(body.month)) continue;
    const { month } = body;
    const before = months.get(month);
    const said = before ? both(before.said, saidIn(body)) : saidIn(body);
    const twins = before ? [...before.twins, { record: before.record, revision: before.revision }] : [];
    months.set(month, { month, said, record, revision, twins });
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? 1 : -1));
}

/** What is said of a month, {consistency?: 1 to 5, consistency_line?: words, …}, in that order. */
export function saidIn(members) {
  const isSaid = (name) =>
    name.endsWith("_line") ? typeof members[name] === "string" && members[name].trim() : isDots(members[name]);
  return Object.fromEntries(MEMBERS.filter(isSaid).map((name) => [name, members[name]]));
}

function both(older, newer) {
  const said = { ...older, ...newer };
  for (const name of MEMBERS.filter((each) => typeof older[each] === "string" && newer[each])) {
    said[name] = inOne(older[name], newer[name]);
  }
  return saidIn(said);
}
