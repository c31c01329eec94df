import { knowsPasskeys, makePasskey, usePasskey } from "#web/authenticator.js";
import { during, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { askPassphrase } from "#web/unlock.js";
import * as vault from "#web/vault.js";

/** The list of people/_passkeys.html: adding one and removing one, each with the passphrase. */
export function passkeyList(section) {
  const button = section.querySelector("[data-add-passkey]");
  button.hidden = !knowsPasskeys();
  button.addEventListener("click", () => during(section, () => add(section)));
  for (const form of section.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      during(section, () => remove(section, form));
    });
  }
}

async function add(section) {
  const root = await askPassphrase("why_passkey", "is_it_you");
  if (!root) return;
  const asked = await send(section.dataset.challenge);
  const { credential, answer, output } = await makePasskey(asked);
  const fields = await vault.passkeyFields(root, { number: asked.number, credential, output });
  const K = await send(section.dataset.add, { ...fields, credential: answer });
  await vault.keepPasskey(root, K, output && credential);
  location.reload();
}

async function remove(section, form) {
  const root = await askPassphrase("why_passkey", "is_it_you");
  if (!root) return;
  await vault.keepPasskey(root, await send(form.action, vault.removalFields(root)));
  form.closest("li").remove();
  say(section, sentence("passkey_removed"));
}

/**
 * The button of people/_by_passkey.html. Signs in, and opens the notebook where the passkey can:
 * `opened(next)`. Where it cannot, `welcome(answer)`: the passphrase opens what is left.
 */
export function passkeyDoor(section, form, { opened, welcome }) {
  section.hidden = !knowsPasskeys();
  section.querySelector("button").addEventListener("click", () =>
    during(section, async () => {
      const used = await usePasskey({ asked: await send(section.dataset.challenge) });
      const mine = form.elements.mine.checked;
      const fields = { credential: used.answer, mine: mine ? "on" : undefined };
      const answer = await send(section.dataset.door, fields);
      const { keyring } = answer;
      document.body.dataset.person = keyring.person;
      if (!vault.opensBy(keyring, used)) return welcome(answer);
      await vault.enterByPasskey(keyring, used, { mine });
      return opened(answer.next);
    }),
  );
}
