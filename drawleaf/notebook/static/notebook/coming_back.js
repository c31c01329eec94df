// What was half-written when the notebook shut comes back into its form with the key that opens it.
import { inOne } from "#web/holding.js";
import { draft } from "#web/store.js";

/**
 * To be called whenever the notebook may be open; it acts once. `{answer}` of the draft kept under
 * `name` says what belongs into which field.
 */
export function comingBack(form, name) {
  let isBack = false;
  return async () => {
    const found = isBack ? null : await draft(name).catch(() => undefined);
    if (!isBack && found) bringBack(form, found.answer);
    isBack ||= found !== undefined;
  };
}

/** Puts members back into their fields; what was written there since stays beside them. */
function bringBack(form, members) {
  for (const [name, value] of Object.entries(members)) {
    const fields = [...form.querySelectorAll(`[data-member="${CSS.escape(name)}"]`)];
    if (fields[0]?.type !== "radio") for (const field of fields) field.value = inOne(value, field.value);
    else if (!fields.some(({ checked }) => checked)) fields.forEach((field) => (field.checked = field.value === value));
  }
}
