// Half-written words that are meant for the two are still one's own. They leave the page with the
// opened ones, wait in its memory five minutes without a touch at most, and come back to who wrote
// them: after a look elsewhere by themselves, after Close once the notebook is open again.
import { who } from "#web/vault.js";

const AWAY = 5 * 60_000;
const forms = new Map();
let isClosed = false;
let since = 0;

/** Watches a form's fields; one that is taken out of the page is forgotten with it. */
export function holdWords(form) {
  forms.set(form, []);
}

const fieldsOf = (form) => form.querySelectorAll("textarea, input:not([type=hidden])");

function takeAway() {
  since ||= Date.now();
  for (const form of forms.keys()) {
    if (!form.isConnected) forms.delete(form);
    else if (!forms.get(form).length) {
      forms.set(form, [...fieldsOf(form)].map((field) => [field, field.value, field.checked]));
      form.reset();
    }
  }
}

async function putBack() {
  const isLate = since && Date.now() - since > AWAY;
  if (isClosed && !isLate && !(await who())?.notebook) return;
  for (const [form, held] of forms) {
    for (const [field, value, checked] of isLate ? [] : held) Object.assign(field, { value, checked });
    forms.set(form, []);
  }
  isClosed = false;
  since = 0;
}

globalThis.document?.addEventListener("drawleaf:closing", () => (isClosed = true));
globalThis.document?.addEventListener("drawleaf:wipe", takeAway);
globalThis.document?.addEventListener("drawleaf:open", putBack);
