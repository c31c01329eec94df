// Takes each check of OPEN away in turn and shows that a test notices. It works on a copy:
// `node drawleaf/web/tests/js/mutations.js` prints a table, check · red or green.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const STATIC = "drawleaf/web/static/web";
const TESTS = "drawleaf/web/tests/js";
// What the devices of the tests load besides.
const BESIDES = "drawleaf/questions/static";
const MUST = /must\(\s*((?:[^;]|\n)*?),\s*"(\w+)",?\s*\);/g;
const THROW = /(throw new VaultError\("(not_mine|from_before)", opened\))/g;
// Without its end a loop goes on for ever: whoever waits this long has noticed, too.
const LONG = 60_000;
// The same cipher with its seal broken: it decrypts whatever comes.
const SEALED = /return new Uint8Array\(await subtle\.decrypt\(how, key, box\)\);/;
const BROKEN = `
    const { length } = box;
    const zeros = new Uint8Array(length - 16);
    const stream = await subtle.encrypt(how, key, zeros);
    return new Uint8Array(stream).slice(0, -16).map((byte, at) => byte ^ box[at]);`;

/** [name of the check, its file, the file's text without it]. */
function withoutEach() {
  const found = [];
  const add = (file, text, { index, 0: whole, 1: condition }, reason, instead) => {
    const line = text.slice(0, index).split("\n").length;
    const gone = text.slice(0, index) + instead + text.slice(index + whole.length);
    const said = condition.replace(/\s+/g, " ");
    found.push([`${reason.padEnd(16)}${file}:${line}  ${said}`, file, gone]);
  };
  for (const file of ["envelope.js", "body.js", "passkey.js", "passkeys.js"]) {
    const text = readFileSync(join(ROOT, STATIC, "vault", file), "utf8");
    const opening = file === "envelope.js" ? text.indexOf("export async function open(") : 0;
    for (const check of text.matchAll(MUST)) {
      if (check.index > opening) add(file, text, check, check[2], `void (${check[1]});`);
    }
    for (const check of text.matchAll(THROW)) add(file, text, check, check[2], "void 0");
  }
  const passkeys = readFileSync(join(ROOT, STATIC, "vault/passkeys.js"), "utf8");
  for (const check of passkeys.matchAll(/(used\.includes\(passkey\.credential\)) && /g)) {
    add("passkeys.js", passkeys, check, "used here", "");
  }
  for (const check of passkeys.matchAll(/ && (wrapOf\(K, passkey\))/g)) {
    add("passkeys.js", passkeys, check, "opens here", "");
  }
  const text = readFileSync(join(ROOT, STATIC, "vault/primitives.js"), "utf8");
  const check = Object.assign(text.match(SEALED), { 1: "the tag of AES-GCM" });
  add("primitives.js", text, check, "damaged", BROKEN);
  return found;
}

// What new keys rest on: its name, its file, the words, what stands there without them, and which
// test notices, where it is not renewal's.
const RENEWAL = [
  ["one key retires at a time", "vault/renewal.js", 'must(!retiringOf(ring), "renewing");', ""],
  ["the old key retires", "vault/keyring.js", '{ ...each, state: "retired" }', "each"],
  ["the outbox comes along", "vault/carrying.js", "await carryOutbox();", ""],
  ["the memory comes along", "vault/locals.js", "keys.filter((key) => key !== current)", "[]"],
  ["a keyring from before", "vault/root.js", "known.ring = seen", "void seen"],
  ["nothing left", "store/renewal.js", "await nothingLeft();", ""],
  ["retired whatever the server says", "device/keys.js", 'key.id === resealed ? ', "false ? ", "hostile"],
  ["only what was seen", "vault/sealing.js", 'key.state === "retiring" ? ', "false ? ", "hostile"],
  ["all of it was given", "store/renewal.js", "if (!left.length && (await isWhole(rows)))", "if (!left.length)", "hostile"],
  ["halves of it too", "store/renewal.js", ", ...(await rememberedHalves())", "", "renewal_halves"],
  ["at the revision it had", "vault/reveal.js", "return { record, field, revision, envelope: told(", "return { record, field, revision: revision + 1, envelope: told(", "renewal_halves"],
  ["only what was seen of them", "vault/reveal.js", "trustedFor(keys, place, remembered)", "keys", "renewal_halves"],
  ["known, and not seen", "store/seen.js", "found ?? ((await isKnown()) ? { revision: 0 } : undefined)", "found", "renewal_halves"],
  ["halves seen before", "store/renewal.js", "await together(async () => commit(await rememberingHalves(halves)));", "", "renewal_halves"],
  ["halves as they lie, once", "store/incoming.js", "(await isKnown()) ? [] : await rememberingHalves(page.reveal ?? [])", "[]", "renewal_halves"],
  ["none is left", "store/renewal.js", "if (!left.length && (await isWhole(rows)))", "if (await isWhole(rows))", "hostile"],
  ["round for ever", "store/renewal.js", "left.length >= before", "false", "hostile"],
  ["one eaten entry", "vault/carrying.js", 'unlessShut({ refused: "damaged" })', "(error) => { throw error; }", "hostile"],
  ["older than seen", "vault/renewal.js", "generation: keys.revision", "generation: 1"],
  ["held as another revision", "store/both.js", "if (digest === (await digestAs", "if (!(await digestAs"],
  ["only sealed anew", "store/both.js", "if (other && mine[0].on &&", "if (false &&"],
  ["another was first", "store/renewal.js", 'if (error.reason !== "changed") throw error;', "throw error;"],
  ["one's own partner", "vault/couple.js", "must(!renews || isSamePartner(", "void (!renews || isSamePartner(", "new_table"],
  ["the inviter's word", "vault/couple.js", 'must(renews === (row.renews ?? undefined), "another_partner");', "", "new_table"],
  ["as it was when answered", "vault/couple.js", "id in instead ? instead[id] : row.renews", "row.renews", "new_table"],
  ["that partner's table", "vault/couple.js", " && isSamePartner(couples, renews, couple)) {\n    await note", ") {\n    await note", "new_table"],
  ["not written any more", "vault/couple.js", 'if (state === "left" || left.includes(id)) return false;', "", "new_table"],
  ["another's row in a no", "store/both.js", "(isRecord(theirs) && theirs.record === record)", "isRecord(theirs)", "given"],
  ["no row in the feed", "store/incoming.js", "page.notebook.filter(isRecord)", "page.notebook", "given"],
  ["no row on the device", "store/incoming.js", ".filter(([, row]) => isRecord(row));\n  return merged", ";\n  return merged", "given"],
  ["no end of copies", "store/sending.js", "!twice.has(entry.record) && ", "", "given"],
  ["a passage once", "vault/sealing.js", 'must(leaf.collection !== "leaf" || Number(leaf.revision) === 1, "malformed");', "", "given"],
  ["no leaf taken back", "feed.js", "isLeaf(row) && !row.envelope", "!row.envelope", "given"],
  ["its own place", "vault/couple.js", "renews !== id && ", "", "given"],
  ["one salt for ever", "vault/entrance.js", 'must(kept?.person !== K.person || (kept.salt === K.salt && kept.user === K.user), "bad_kdf");', "", "given"],
  ["nothing marked is acted on", "store.js", "body && !trouble", "body", "hostile"],
  ["this place, enrolling", "authenticator.js", "rp: { id: location.hostname,", "rp: { id: asked.rp.id,", "authenticator"],
  ["this place, signing in", "authenticator.js", "rpId: location.hostname", "rpId: asked.rpId", "authenticator"],
  ["who holds it, enrolling", "authenticator.js", 'requireResidentKey: true,\n  userVerification: "required"', 'requireResidentKey: true,\n  userVerification: "preferred"', "authenticator"],
  ["who holds it, signing in", "authenticator.js", 'allow),\n        userVerification: "required"', 'allow),\n        userVerification: "preferred"', "authenticator"],
  ["one question for its bytes", "authenticator.js", "first: QUESTION", "first: random(16)", "authenticator"],
  ["the maker's word", "authenticator.js", 'attestation: "none"', "attestation: asked.attestation", "authenticator"],
  ["too long a name", "vault/passkeys.js", " || credential.length > LONGEST", "", "passkey"],
];

function isRenewalRed([, file, words, without, test = "renewal"]) {
  const text = readFileSync(join(ROOT, STATIC, file), "utf8");
  if (!text.includes(words)) throw new Error(`${words} is not in ${file}`);
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const part of ["package.json", STATIC, TESTS, BESIDES]) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  writeFileSync(join(copy, STATIC, file), text.replace(words, without));
  const { status } = spawnSync(process.execPath, ["--test", join(TESTS, `${test}.test.js`)], {
    cwd: copy,
    timeout: LONG,
  });
  rmSync(copy, { recursive: true });
  return status !== 0;
}

function isRed(file, text) {
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const part of ["package.json", "vectors", STATIC, TESTS, BESIDES]) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  if (file) writeFileSync(join(copy, STATIC, "vault", file), text);
  const names = file === "passkeys.js" ? ["passkey"] : ["refusals", "vectors"];
  const tests = names.map((name) => join(TESTS, `${name}.test.js`));
  const { status } = spawnSync(process.execPath, ["--test", ...tests], { cwd: copy, timeout: LONG });
  rmSync(copy, { recursive: true });
  return status !== 0;
}

// In a copy with nothing taken away every test is green, or a red below would mean nothing.
let wrong = 0;
const whole = ["renewal", "renewal_halves", "new_table", "passkey", "hostile", "authenticator", "given"];
const untouched = whole.map((test) => [test, isRenewalRed(["", "vault.js", "", "", test])]);
for (const [test, red] of [["refusals, vectors", isRed()], ...untouched]) {
  wrong += red ? 1 : 0;
  console.log(`${red ? "RED  " : "green"}  nothing taken away  ${test}`);
}
for (const [name, file, text] of withoutEach()) {
  const red = isRed(file, text);
  wrong += red ? 0 : 1;
  console.log(`${red ? "red  " : "GREEN"}  ${name}`);
}
for (const check of RENEWAL) {
  const red = isRenewalRed(check);
  wrong += red ? 0 : 1;
  console.log(`${red ? "red  " : "GREEN"}  ${check[0]}  ${check[1]}`);
}
process.exitCode = wrong;
