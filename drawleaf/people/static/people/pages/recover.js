import "#web/shell.js";
import { open, typed } from "#people/entering.js";
import { onSubmit } from "#people/form.js";
import { changePassphrase } from "#people/new_passphrase.js";
import { passphraseField } from "#people/passphrase.js";
import { show } from "#people/steps.js";
import { send } from "#web/send.js";
import { recoveryKeys, user as normal } from "#web/vault.js";

const main = document.getElementById("main");
const door = document.querySelector("[data-recover]");
const form = document.querySelector("[data-renew]");
let known = null;
const names = () => [known?.user ?? "", known?.name ?? ""];
const choose = passphraseField(form.querySelector("[data-passphrase]"), names);

onSubmit(door, async () => {
  const { user: name, mine } = typed(door);
  const user = normal(name);
  const { login, wrap } = await recoveryKeys(user, door.querySelector("#code").value);
  const answer = await send(door.action, { user, login, mine });
  const { root, next } = await open(answer, wrap, { mine, login, field: "root-recovery" });
  known = { user, name: answer.keyring.name, root, next };
  form.querySelector("[data-user]").value = user;
  show(main, "passphrase");
});

onSubmit(form, async () => {
  await changePassphrase(known.root, await choose());
  location.assign(known.next);
});
