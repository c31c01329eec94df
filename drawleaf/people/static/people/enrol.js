import { send } from "#web/send.js";
import { alike } from "#web/vault/names.js";
import { enrol, user as normal } from "#web/vault.js";
import { open, saltOf, signIn, typed } from "./entering.js";
import { onSubmit, Refusal } from "./form.js";
import { passphraseField } from "./passphrase.js";
import { reserved } from "./reserved.js";

/**
 * The form of people/_enrol.html. `partner()` is the other's name, where it is known; `begun`
 * gets the root and the next address once this person is here.
 */
export function enrolment(form, begun, partner = () => "") {
  const names = () => [form.elements.user.value, form.elements.name.value, partner()];
  const choose = passphraseField(form.querySelector("[data-passphrase]"), names);

  onSubmit(form, async () => {
    const fields = typed(form);
    const user = normal(fields.user);
    // Two of one name could not be told apart, so the table would not open for them.
    if (alike(fields.name, partner())) throw new Refusal("name_of_other");
    if (reserved().some((word) => alike(fields.name, word))) throw new Refusal("name_reserved");
    const passphrase = await choose();
    await begun(await begin(form, { ...fields, user }, passphrase));
  });
}

async function begin(form, { user, name, mine, code }, passphrase) {
  const { invitation } = form.dataset;
  const { fields, root } = await enrol({ user, name, passphrase, ...(await saltOf(user)) });
  try {
    const answer = await send(form.action, { ...fields, mine, code, invitation });
    return await open(answer, root, { mine });
  } catch (error) {
    if (error.reason !== "name_taken") throw error;
    // If an earlier answer was lost on the way, the name is taken by this very person.
    return signIn(user, passphrase, mine).catch(() => Promise.reject(error));
  }
}
