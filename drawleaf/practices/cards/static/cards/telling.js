// Telling the other something: seen first exactly as they will see it, then laid down by a second
// act. Beside each telling stands what was answered to it.
import { leafAt, speaksOf } from "#table/about.js";
import { layHere, membersOf } from "#table/laying.js";
import { preview } from "#table/preview.js";
import { needTable } from "#table/shut.js";
import { today } from "#web/days.js";
import { holdWords } from "#web/holding.js";
import { during, say } from "#web/paper.js";
import { openedIn } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { who } from "#web/vault.js";

export function watchTelling(form) {
  const seen = form.querySelector("[data-preview]");
  let body = null;
  holdWords(form);
  form.addEventListener("input", unseen);
  document.addEventListener("drawleaf:wipe", unseen);
  form.querySelector("[data-see]").addEventListener("click", () => during(form, see));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (body) during(form, lay);
  });

  async function see() {
    const { text } = membersOf(form);
    if (!text) return say(form, sentence("unsaid"), true);
    if (!(await needTable())) return undefined;
    const me = await who();
    const { partner } = me.couples.find(({ id }) => id === form.dataset.couple);
    body = { kind: form.dataset.lay, day: today(), text };
    preview(seen, { partner }, body, me);
    seen.hidden = false;
    seen.querySelector("[data-leaf]").focus();
    return undefined;
  }

  // What is changed has not been seen as it is now.
  function unseen() {
    [body, seen.hidden] = [null, true];
    seen.querySelector("[data-leaf-words]").replaceChildren();
  }

  async function lay() {
    const { next } = await layHere(form, body);
    location.assign(next);
  }
}

export async function watchReplies(list) {
  const replies = document.querySelector("[data-replies]");
  await Promise.all([openedIn(list), openedIn(replies)]);
  for (const reply of [...replies.querySelectorAll("sealed-text")].reverse()) putBeside(list, reply);
  // A table that is shut opens later.
  const isShut = [...list.querySelectorAll("sealed-text")].some(({ leaf }) => leaf.trouble === "shut");
  if (isShut) document.addEventListener("drawleaf:open", () => setTimeout(watchReplies, 0, list), { once: true });
}

/** Only the one who was told something answers it; what names no telling of the page is not shown. */
function putBeside(list, reply) {
  const telling = [...list.querySelectorAll("[data-telling] > article > sealed-text")].find((each) =>
    speaksOf(reply.leaf, leafAt(each)),
  );
  if (!telling || telling.leaf.author?.id === reply.leaf.author?.id) return;
  const place = telling.closest("[data-telling]");
  place.querySelector("[data-answered]").append(reply.closest("[data-reply]"));
}
