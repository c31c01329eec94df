// Fields for amounts: read as they are typed, said back, and sealed in their one spelling.
import { say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { inDigits, isCurrency, parse } from "./amounts.js";

/** Comes before the sealing of `table/laying.js`: what does not read as an amount is not sealed. */
export function watchAmounts() {
  document.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-amounts]");
    if (form) sayBack(form);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-amounts]");
    const wrong = form && spell(form);
    if (!wrong) return;
    event.preventDefault();
    event.stopPropagation();
    say(form, sentence(wrong), true);
  }, { capture: true });
}

const fieldsOf = (form) =>
  ["amount", "currency"].map((name) => form.querySelector(`[data-member=${name}]`));

/** Writes both in their one spelling; the name of a sentence where one cannot be. */
function spell(form) {
  const [amount, currency] = fieldsOf(form);
  if (!amount) return null;
  currency.value = currency.value.trim().toUpperCase();
  if (currency.value && !isCurrency(currency.value)) return "not_a_currency";
  if (!amount.value.trim()) return null;
  const read = parse(amount.value);
  if (!read) return "not_an_amount";
  if (!currency.value) return "not_a_currency";
  amount.value = read;
  return null;
}

function sayBack(form) {
  const [amount, currency] = fieldsOf(form);
  if (!amount) return;
  const read = parse(amount.value);
  const said = read && inWords(read, currency.value.trim().toUpperCase());
  say(form);
  form.querySelector("[data-read-as]").textContent = said ? sentence("read_as", { amount: said }) : "";
}

/** "1,250 EUR". */
export function inWords(amount, currency) {
  const digits = inDigits(amount, document.documentElement.lang);
  return sentence("amount_in", { amount: digits, currency }).trim();
}
