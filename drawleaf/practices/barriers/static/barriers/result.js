// What comes of the answers, by rules that are data, and in words that are data. How much a group
// weighs only chooses among them; no sum leaves this file.

/**
 * Whether a sentence about fear was met with more than a no. Own words beside it are not read, so
 * they are taken for more than one.
 */
export function mayFear({ fear }, rules, { answers, words }) {
  return fear.some((question) => {
    const isSaid = Boolean(words[question]) && answers[question] !== "no";
    return isSaid || leanOf(rules, answers[question]) >= rules.fear;
  });
}

/**
 * {sounds, light, step, leads, turn, isCalm, isOpen} of `family`: sentences, the heaviest group
 * first, at most one step and one place to turn to. `isAfraid`: there may be fear, here or elsewhere.
 * Then nothing is said that takes the other one, and nothing is called light.
 */
export function resultOf(family, rules, { answers, words }, isAfraid) {
  const groups = Object.values(family.groups).map((group) => ({ group, ...standing(group, rules, answers) }));
  const heavy = groups
    .filter(({ weight }) => weight >= rules.weighs)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, rules.most)
    .map(({ group }) => group);
  const may = (place, what) => place[what] && !(isAfraid && place.together?.includes(what));
  const stepping = heavy.find((group) => may(group, "step"));
  const otherwise = !heavy.length && may(family, "keep") ? family.keep : family.alone;
  const isMuch = groups.reduce((sum, { given }) => sum + given, 0) >= rules.calm;
  const isQuiet = !heavy.length && !mayFear(family, rules, { answers, words });
  return {
    sounds: heavy.map(({ sounds }) => sounds),
    light: (!isAfraid && groups.find(({ isLight }) => isLight)?.group.light) || "",
    step: stepping?.step ?? otherwise,
    leads: stepping?.leads ?? "",
    turn: heavy.find((group) => may(group, "turn"))?.turn ?? "",
    isCalm: isQuiet && isMuch,
    isOpen: isQuiet && !isMuch,
  };
}

function standing({ questions }, rules, answers) {
  const given = Object.keys(questions).filter((question) => Object.hasOwn(rules.leans, answers[question]));
  const weight = given.reduce((sum, question) => sum + leanOf(rules, answers[question]), 0);
  return { weight, given: given.length, isLight: given.length >= rules.enough && weight <= rules.light };
}

function leanOf({ leans }, answer) {
  return Object.hasOwn(leans, answer) ? leans[answer] : 0;
}
