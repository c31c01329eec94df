// Our page is read by months: the newest first, and within one from its first day on.
import { DAY } from "#web/days.js";

/**
 * `items` {day, came}, `came` being the order in which the server had them, as [[month, items]].
 * What has no day that can be read, as while the table is shut, stands first, the last that came.
 */
export function byMonth(items) {
  const months = new Map();
  for (const item of items) {
    const month = DAY.test(item.day) ? item.day.slice(0, 7) : "";
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  const found = [...months].sort(([one], [other]) => (one && other ? newestFirst(one, other) : one ? 1 : -1));
  for (const [month, here] of found) here.sort(month ? inOrder : (one, other) => other.came - one.came);
  return found;
}

const newestFirst = (one, other) => (one < other ? 1 : -1);

function inOrder(one, other) {
  if (one.day === other.day) return one.came - other.came;
  return one.day < other.day ? -1 : 1;
}
