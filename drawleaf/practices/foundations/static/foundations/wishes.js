// Wishes on the table, each with what was answered to it.
import { leafAt } from "#table/about.js";
import { openedIn } from "#web/sealed.js";
import { answerTo } from "./answers.js";

export async function watchWishes(list) {
  const answers = document.querySelector("[data-answers]");
  await Promise.all([openedIn(list), openedIn(answers)]);
  for (const place of list.querySelectorAll("[data-wish]")) show(place, answers);
  // A table that is shut opens later.
  const isShut = [...list.querySelectorAll("sealed-text")].some(({ leaf }) => leaf.trouble === "shut");
  const again = () => setTimeout(watchWishes, 0, list);
  if (isShut) document.addEventListener("drawleaf:open", again, { once: true });
}

function show(place, answers) {
  const wish = leafAt(place.querySelector("sealed-text"));
  for (const each of answers.querySelectorAll("[data-answer]")) {
    const { leaf } = each.querySelector("sealed-text");
    const answer = answerTo(wish, leaf);
    if (!answer) continue;
    for (const said of each.querySelectorAll("[data-says]")) said.hidden = said.dataset.says !== answer;
    each.hidden = false;
    place.append(each);
  }
  const answering = place.querySelector("[data-answering]");
  const isAnswered = [...place.querySelectorAll("[data-answer] sealed-text")].some(({ leaf }) => leaf?.mine);
  if (answering) answering.hidden = isAnswered || !wish.body || Boolean(wish.trouble);
}
