import "#web/shell.js";
import { signIn, typed } from "#people/entering.js";
import { onSubmit } from "#people/form.js";
import { wanted, wayBack } from "#people/way_back.js";

const form = document.querySelector("[data-sign-in]");

onSubmit(form, async () => {
  const { user, mine } = typed(form);
  const { next } = await signIn(user, form.querySelector("#passphrase").value, mine);
  location.assign(wayBack() ?? wanted() ?? next);
});
