// The page of the cards: what waits before both, the depths, and the safe space in their words.
import { nameOf } from "#table/about.js";
import { watchForm } from "#table/laying.js";
import { needTable } from "#table/shut.js";
import { showAnswers } from "#questions/parts.js";
import { readSets } from "#questions/sets.js";
import { between, today } from "#web/days.js";
import { openedIn } from "#web/sealed.js";
import { isCovered } from "#web/shell/covered.js";
import { isSeen } from "#web/store.js";
import { who } from "#web/vault.js";
import { deckOf } from "./deck.js";
import { watchDeep } from "./deep.js";
import { known } from "./known.js";
import { watchLight } from "./light.js";

const HALF_A_YEAR = 182;

export function watchCards(page) {
  const main = page.closest("main");
  const { couple } = page.dataset;
  const sets = readSets();
  const deck = deckOf(sets);
  let space = null;
  let [wiped, looking] = [0, Promise.resolve()];
  const depths = [...main.querySelectorAll("[data-depth]")].map((section) =>
    (section.dataset.aloud === undefined ? watchLight : watchDeep)(section, deck, know, look),
  );
  for (const form of main.querySelectorAll("[data-make-space]")) {
    watchForm(form, () => (space ? nameOf(space.words) : null));
  }
  for (const form of main.querySelectorAll("[data-ask-well]")) watchForm(form);
  document.addEventListener("drawleaf:wipe", wipe);
  document.addEventListener("drawleaf:open", look);
  document.addEventListener("drawleaf:locked", () => setTimeout(() => isCovered() || look()));
  return look();

  /** What is known now, on view; null where the table stays shut. */
  async function know() {
    return (await needTable()) ? look() : null;
  }

  // One after the other, so that what is on view is never from before the last act.
  function look() {
    looking = looking.catch(() => {}).then(lookOnce);
    return looking;
  }

  async function lookOnce() {
    const before = wiped;
    const person = await who();
    const now = person?.table ? await known(couple, sets) : null;
    await openedIn(main);
    if (before !== wiped) return null;
    space = now?.space ?? null;
    const [spaceWaits, wellWaits] = ["safe_space@", "well@"].map(waiting);
    for (const each of main.querySelectorAll("[data-partner]")) {
      each.textContent = person?.couples.find(({ id }) => id === couple)?.partner.name ?? "";
    }
    main.querySelector("[data-shut]").hidden = Boolean(now);
    showSpace(main, space, !now || spaceWaits);
    for (const depth of depths) depth.show(now, spaceWaits);
    const lately = now?.asked.filter(({ body }) => body.asks?.startsWith?.("well@")).map(({ body }) => body.day);
    main.querySelector("[data-well]").hidden = Boolean(wellWaits);
    main.querySelector("[data-well-due]").hidden =
      !lately?.length || between(lately.sort().at(-1), today()) < HALF_A_YEAR;
    const told = main.querySelector("[data-told]");
    if (told) told.hidden = !now || (await isSeen(told.dataset));
    return now;
  }

  /** Where one that begins like this waits before both, as the list of the page has it; or "". */
  function waiting(begins) {
    const rows = [...main.querySelectorAll("[data-asked]")].filter((row) => !row.closest("details"));
    const row = rows.find((each) => each.querySelector("sealed-text").leaf?.body?.asks?.startsWith?.(begins));
    return row?.querySelector("a").href ?? "";
  }

  function wipe() {
    wiped += 1;
    space = null;
    for (const place of main.querySelectorAll("[data-theirs], [data-mine]")) place.replaceChildren();
  }
}

function showSpace(main, space, isElsewhere) {
  for (const place of main.querySelectorAll("[data-space]")) {
    place.hidden = !space;
    if (!space) continue;
    showAnswers(place.querySelector("[data-theirs]"), space.question, { own: space.theirs });
    showAnswers(place.querySelector("[data-mine]"), space.question, { own: space.mine });
  }
  for (const place of main.querySelectorAll("[data-no-space]")) place.hidden = Boolean(space || isElsewhere);
}
