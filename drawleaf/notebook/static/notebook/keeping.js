// Keeping an entry, and the sentence that says how it was kept. Pages that use this include
// people/_recovery.html.
import { showRecovery } from "#people/recovery.js";
import { lacksRecovery } from "#people/recovery_first.js";
import { explain, sentence } from "#web/sentences.js";
import { briefly, keep, sync } from "#web/store.js";
import { who } from "#web/vault.js";
import { say } from "./paper.js";

// Who has written two entries has something to lose: from here on there is a way back in.
const WITHOUT_CODE = 2;
const SLOW = 1500;

/**
 * Keeps what is written in `form`, which says so if that takes long; `beside` is what else stands
 * in the entry. Null when there is no recovery
 * code yet and the person would rather not have one.
 */
export async function keepEntry(form, { day, text, ...beside }, { record, revision } = {}) {
  const needsCode = !record && (await isThird()) && (await lacksRecovery());
  if (needsCode) {
    say(form);
    if (!(await showRecovery({ before: "words" }))) {
      say(form, sentence("code_first"), true);
      return null;
    }
  }
  const body = { kind: "notebook.record", type: "entry", day, text, ...beside };
  const late = setTimeout(say, SLOW, form, sentence("one_moment"));
  const result = await keep(body, { record, revision }).finally(() => clearTimeout(late));
  return { ...result, withCode: needsCode };
}

/** Leaves a sealed tombstone in place of an entry. */
export function deleteEntry({ record, revision }) {
  return keep({ kind: "notebook.record", type: "tombstone" }, { record, revision });
}

/** The sentence for what `keep` resolved with. */
export function keptAs({ kept, sent, twice, undeleted, error, withCode }) {
  if (undeleted) return sentence("undeleted");
  if (twice) return sentence("both_kept");
  if (sent) return sentence(withCode ? "kept_with_code" : "kept");
  if (error?.reason === "signed_out") {
    return sentence(kept ? "kept_signed_out" : "signed_out_first");
  }
  if (error?.reason === "server_older") return explain(error);
  if (error?.status >= 400 && error.status < 500) {
    return sentence("not_taken", { why: explain(error) });
  }
  if (!kept && error?.status) return explain(error);
  return sentence(kept ? "waiting" : "not_kept_yet");
}

export function whyNot(error) {
  if (!error.reason) console.error(error);
  return error.reason ? explain(error) : sentence("else");
}

async function isThird() {
  if ((await who()).recovery) return false;
  await sync().catch(() => {});
  const written = (await briefly()).filter(({ body }) => body?.type === "entry");
  return written.length >= WITHOUT_CODE;
}
