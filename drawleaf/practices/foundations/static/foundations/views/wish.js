// Offering one of one's hopes to the other: first what they will see, then laying it down.
import { reveal } from "#notebook/paper.js";
import { layHere } from "#table/laying.js";
import { preview } from "#table/preview.js";
import { today } from "#web/days.js";
import { during } from "#web/paper.js";
import { whole } from "#web/store.js";
import { who } from "#web/vault.js";
import { hopesOf } from "../hopes.js";

export async function wish(page, record) {
  const [hope] = hopesOf([await whole(record)].filter(Boolean));
  const me = await who();
  const couple = me.couples.find(({ id, confirmed }) => confirmed && id === document.body.dataset.table);
  reveal(page, "gone", !hope);
  reveal(page, "when-alone", Boolean(hope) && !couple);
  reveal(page, "preview", Boolean(hope && couple));
  if (!hope || !couple) return;
  const bodyOf = () => ({ kind: "foundations.wish", day: today(), text: hope.what });
  const form = page.querySelector("form");
  form.dataset.couple = couple.id;
  preview(page, couple, bodyOf(), me);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, async () => {
      const { next } = await layHere(form, bodyOf());
      location.assign(next);
    });
  });
}
