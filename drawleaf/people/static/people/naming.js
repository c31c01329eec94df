import { send } from "#web/send.js";
import { alike } from "#web/vault/names.js";
import { called } from "#web/vault.js";
import { onSubmit, Refusal } from "./form.js";
import { reserved } from "./reserved.js";

/** The form of people/_name.html; gone once somebody knows this person by name. */
export function naming(form) {
  onSubmit(form, async () => {
    const name = form.elements.name.value.trim();
    if (reserved().some((word) => alike(name, word))) throw new Refusal("name_reserved");
    await send(form.action, { name });
    await called(name);
    location.reload();
  });
}
