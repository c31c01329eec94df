import { weekday } from "#web/days.js";
import { sentence } from "#web/sentences.js";

const PARTS = [
  [5, "early"],
  [12, "morning"],
  [17, "afternoon"],
  [22, "evening"],
  [24, "night"],
];

/** The day in words, by the clock of this device: "Sunday evening." */
export function greeting(now = new Date()) {
  const [, part] = PARTS.find(([until]) => now.getHours() < until);
  return sentence(part, { day: weekday(now) });
}
