import "#web/shell.js";
import { openBy, signIn, typed } from "#people/entering.js";
import { onSubmit } from "#people/form.js";
import { clearMarks } from "#people/marks.js";
import { passkeyDoor } from "#people/passkeys.js";
import { keepLink, wanted, wayBack } from "#people/way_back.js";
import { say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";

const form = document.querySelector("[data-sign-in]");
const passphrase = form.querySelector("#passphrase");
const section = document.querySelector("[data-passkey-door]");
const opened = (next) => location.assign(wayBack() ?? wanted() ?? next);
let welcomed = null;

// What stands after # is told to no server.
addEventListener("hashchange", somebodyKnows);
somebodyKnows();

/** Whoever fears that somebody knows their passphrase goes from here to new keys. */
function somebodyKnows() {
  if (location.hash !== "#renew") return;
  const line = document.querySelector("[data-somebody-knows]");
  line.hidden = false;
  clearMarks(form);
  for (const place of [form, section]) say(place);
  keepLink(line.dataset.somebodyKnows);
  passphrase.form.elements.user.focus();
}

onSubmit(form, async () => {
  const { user, mine } = typed(form);
  const { next } = welcomed
    ? await openBy(passphrase.value, welcomed, mine)
    : await signIn(user, passphrase.value, mine);
  opened(next);
});

// Signed in by a passkey that cannot open the notebook: the passphrase does, here and now.
passkeyDoor(section, form, {
  opened,
  welcome(answer) {
    welcomed = answer;
    section.hidden = true;
    form.elements.user.value = answer.keyring.user;
    form.elements.user.readOnly = true;
    say(form, sentence("passkey_welcome"));
    passphrase.focus();
  },
});
