// Half-written words are sealed as they are written, so that Close, a lock or a lost window cost
// nothing. They stay on this device.
import { dropDraft, keepDraft } from "#web/store.js";

const PAUSE = 400;

/** Watches a form whose words `now()` gives: {text, close?, outside?, …}. */
export function drafting(form, name, now) {
  let timer = null;
  let changed = false;
  let saving = Promise.resolve();

  const then = (act) => (saving = saving.then(act));
  const save = () => {
    clearTimeout(timer);
    if (!changed) return saving;
    changed = false;
    const words = now();
    const isSaid = words.text.trim() || words.close || words.outside;
    const act = () => (isSaid ? keepDraft(name, words) : dropDraft(name));
    return then(() => act().catch(() => (changed = true)));
  };
  const closing = (event) => event.detail.until(save());

  form.addEventListener("focusout", save);
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  document.addEventListener("drawleaf:closing", closing);

  return {
    now,
    save,
    /** Whether all that was written lies sealed on this device. */
    isKept: () => saving.then(() => !changed),
    /** The words are kept elsewhere now. */
    drop() {
      clearTimeout(timer);
      changed = false;
      return then(() => dropDraft(name));
    },
    /** Keeps the form still while `act` runs. */
    async around(act) {
      if (form.ariaBusy === "true") return;
      const fields = [...form.querySelectorAll("textarea")];
      form.ariaBusy = "true";
      for (const field of fields) field.readOnly = true;
      try {
        await act();
      } finally {
        form.ariaBusy = "false";
        for (const field of fields) field.readOnly = false;
      }
    },
    leave() {
      document.removeEventListener("drawleaf:closing", closing);
      return save();
    },
  };
}
