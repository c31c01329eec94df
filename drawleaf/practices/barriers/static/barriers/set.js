// The exploration as the page carries it: its rules, and each family's groups and their questions.

/** {set, rules, families: name → {name, why, groups, …}}. */
export function exploration() {
  const { set, rules, ...families } = JSON.parse(document.getElementById("exploration").textContent);
  return { set, rules, families };
}

/** [[name, text], …]: one of each group in turn, so that no group is told by what stands together. */
export function questionsOf({ groups }) {
  const columns = Object.values(groups).map(({ questions }) => Object.entries(questions));
  const longest = Math.max(...columns.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, at) => columns.map((column) => column[at]));
  return rounds.flat().filter(Boolean);
}
