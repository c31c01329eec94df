import { ask, send } from "#web/send.js";
import { derive, enter, user as normal, who } from "#web/vault.js";

/** What stands in the fields of a form: name → trimmed text, ticked boxes as "on". */
export function typed(form) {
  return Object.fromEntries(
    [...new FormData(form)]
      .filter(([name]) => name !== "csrfmiddlewaretoken")
      .map(([name, value]) => [name, value.trim()]),
  );
}

/** kdf and salt of a name, real or not. */
export function saltOf(user) {
  return ask(`/sign-in/salt/?user=${encodeURIComponent(user)}`);
}

/**
 * Opens the keyring of an answer on this device: the root, and where to go. `key` is the root of
 * `enrol`; or the wrapping key, and `login` came with it.
 */
export async function open({ keyring, next }, key, { mine, field, login }) {
  document.body.dataset.person = keyring.person;
  return { root: await enter(keyring, key, { field, mine: mine === "on", login }), next };
}

/** Signs in by passphrase. */
export async function signIn(name, passphrase, mine) {
  const user = normal(name);
  const { login, wrap } = await derive(user, passphrase, await saltOf(user));
  return open(await send("/sign-in/", { user, login, mine }), wrap, { mine, login });
}

/** Opens by passphrase what somebody has signed in to already; `answer` is what sign-in gave. */
export async function openBy(passphrase, answer, mine) {
  const { login, wrap } = await derive(answer.keyring.user, passphrase, answer.keyring);
  return open(answer, wrap, { mine, login });
}

/** For what needs the passphrase once more: the root, and the sign-in name. */
export async function prove(passphrase) {
  const keyring = await ask("/keyring/");
  const { login, wrap } = await derive(keyring.user, passphrase, keyring);
  const mine = Boolean((await who())?.mine);
  const root = await enter(keyring, wrap, { mine, login });
  return { root, user: keyring.user };
}
