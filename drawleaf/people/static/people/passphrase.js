import { sentence } from "#web/sentences.js";
import { generate } from "#web/vault.js";
import { Refusal } from "./form.js";
import { judgeIn } from "./strength.js";

/**
 * The field of people/_passphrase.html: five generated words, or one's own. `names()` gives what
 * else the page knows and somebody would try. Returns `choose()`: the passphrase, once it is
 * strong enough; throws Refusal("too_easy") until then.
 */
export function passphraseField(place, names = () => []) {
  const field = place.querySelector("input");
  const known = place.querySelector("textarea");
  const judge = judgeIn(place.dataset.strengthWorker);
  let given = null;
  let turn = 0;

  async function giveFive() {
    const asked = ++turn;
    // Without a line there is no list of words, and one's own may still be typed.
    const words = await generate(5).catch(() => null);
    if (asked !== turn) return;
    given = words;
    field.value = given ?? "";
    field.type = "password";
    show();
  }

  function show() {
    const isOwn = field.value !== given;
    place.querySelector("[data-given]").textContent = given;
    place.querySelector("[data-given]").hidden = isOwn;
    place.querySelector("[data-judged]").hidden = !isOwn;
    place.querySelector("[data-look]").hidden = !isOwn;
    if (isOwn) tell();
  }

  const about = () => [...names(), ...known.value.split("\n")].filter((line) => line.trim());

  async function tell() {
    const asked = field.value;
    const isEnough = asked && (await judge(asked, about()).catch(() => undefined));
    const verdict = { true: "strong", false: "weak" }[isEnough];
    if (asked !== field.value) return;
    place.querySelector("[data-verdict]").textContent = verdict ? sentence(verdict) : "";
  }

  field.addEventListener("input", later(show));
  known.addEventListener("input", later(tell));
  place.querySelector("[data-another]").addEventListener("click", giveFive);
  place.querySelector("[data-own]").addEventListener("click", () => {
    turn += 1;
    field.value = "";
    show();
    field.focus();
  });
  // What was chosen is in use by then: the next time begins with another five.
  field.form.addEventListener("reset", giveFive);
  giveFive();

  return async function choose() {
    if (field.value !== given && !(await judge(field.value, about()))) {
      throw new Refusal("too_easy");
    }
    return field.value;
  };
}

function later(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, 200);
  };
}
