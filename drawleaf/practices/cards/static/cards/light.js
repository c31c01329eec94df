// Light cards are laid before both, written by each and opened together.
import { layHere } from "#table/laying.js";
import { today } from "#web/days.js";
import { during, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { watchDrawing } from "./drawing.js";

export function watchLight(section, deck, know) {
  const drawing = watchDrawing(section, deck, know);
  const form = section.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, lay);
  });
  return { show: drawing.show };

  async function lay() {
    const now = await know();
    if (!now) return;
    if (!drawing.isFree(now)) {
      await drawing.draw();
      say(section, sentence("laid_meanwhile"));
      return;
    }
    const { next } = await layHere(form, { kind: form.dataset.lay, day: today(), asks: drawing.card().id });
    location.assign(next);
  }
}
