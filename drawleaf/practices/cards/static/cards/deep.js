// Deep cards are read aloud. They open where the safe space stands opened and both have said yes;
// back, or out, takes one, and is not held up by anything.
import { nameOf } from "#table/about.js";
import { layHere } from "#table/laying.js";
import { today } from "#web/days.js";
import { during, goOnFrom, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { rememberTakenBack } from "#web/store.js";
import { watchDrawing } from "./drawing.js";

const [OFTEN, LONG] = [4000, 10 * 60_000];

/**
 * `know()` asks for the table if it must, and draws the page anew; it gives null where it is shut.
 * `look()` draws it anew and asks for nothing.
 */
export function watchDeep(section, deck, know, look) {
  const drawing = watchDrawing(section, deck, allowed);
  const part = (name) => section.querySelector(`[data-${name}]`);
  let now = null;
  let waiting = "";
  let isResting = false;
  let [said, later] = [0, null];
  on("submit", part("say-yes"), sayYes);
  on("submit", part("put-away"), putAway);
  on("click", part("take-yes-back"), () => takeBack().then(know));
  for (const button of section.querySelectorAll("[data-look-again]")) on("click", button, know);
  part("lighter").addEventListener("click", goUp);
  part("out").addEventListener("click", () => {
    takeBack({ keepalive: true }).catch(() => {});
    location.assign(part("out").dataset.out);
  });
  return { show };

  function on(event, place, act) {
    place.addEventListener(event, (it) => {
      it.preventDefault();
      during(section, act);
    });
  }

  function show(found, spaceWaiting) {
    [now, waiting] = [found, spaceWaiting];
    const gate = gateOf();
    const hadFocus = section.contains(document.activeElement);
    for (const each of section.querySelectorAll("[data-gate]")) each.hidden = each.dataset.gate !== gate;
    if (gate !== "open") {
      isResting = false;
      drawing.putDown();
    }
    showDrawing();
    if (gate === "waits") part("waits").href = waiting;
    lookWhileWaiting(gate === "said");
    if (hadFocus) goOnFrom(section.querySelector("h1"));
  }

  // Two sit down to it: where one has said yes, the other's opens the cards on both, ten minutes long.
  function lookWhileWaiting(isWaiting) {
    clearTimeout(later);
    said = isWaiting ? said || Date.now() : 0;
    if (!isWaiting || Date.now() - said > LONG) return;
    const isInView = () => !document.hidden && section.checkVisibility();
    later = setTimeout(() => (isInView() ? look() : lookWhileWaiting(true)), OFTEN);
  }

  function showDrawing() {
    drawing.show();
    part("after").hidden = !isResting;
    part("choosing").hidden ||= isResting;
  }

  function gateOf() {
    if (!now) return "shut";
    if (!now.space) return waiting ? "waits" : "space";
    if (now.yes.both) return "open";
    return now.yes.mine.length ? "said" : "yes";
  }

  async function allowed() {
    isResting = false;
    const found = await know();
    if (found && !found.isFresh) say(section, sentence("no_line"), true);
    return found?.yes.both ? found : null;
  }

  async function sayYes() {
    const found = await know();
    if (!found?.space || found.yes.mine.length) return;
    const form = part("say-yes");
    await layHere(form, { kind: form.dataset.lay, day: today(), about: nameOf(found.space.words) });
    await know();
  }

  async function putAway() {
    const [form, card] = [part("put-away"), drawing.card()];
    await layHere(form, { kind: form.dataset.lay, day: today(), asks: card.id });
    drawing.putDown();
    isResting = true;
    showDrawing();
    for (const each of section.querySelectorAll("[data-weight]")) {
      each.hidden = each.dataset.weight !== (card.heavy ? "heavy" : "plain");
    }
    part("after").focus();
  }

  // One is up among the lighter ones at once, whatever the line does.
  function goUp() {
    drawing.putDown();
    const top = document.querySelector("[data-cards]");
    location.hash = "";
    goOnFrom(top.querySelector("h1"));
    if (now?.yes.mine.length) during(top, () => takeBack({ keepalive: true }).then(know));
  }

  function takeBack(how) {
    const each = async (act) => {
      await send(`${section.dataset.leaves}${act.record}/taking-back/`, {}, how);
      await rememberTakenBack({ ...act, author: act.author.id });
    };
    return Promise.all((now?.yes.mine ?? []).map(each));
  }
}
