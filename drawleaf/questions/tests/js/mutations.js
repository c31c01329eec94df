// Takes each check of both, or neither, away in turn and shows that a test notices. It works on a
// copy: `node drawleaf/questions/tests/js/mutations.js` prints a table, check · red or green. Words
// after it name those to try.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const [WEB, QUESTIONS] = ["drawleaf/web", "drawleaf/questions"];
const PARTS = ["package.json", "vectors", `${WEB}/static`, `${WEB}/tests`, `${QUESTIONS}/static`, `${QUESTIONS}/tests`];
const TESTS = [
  ["--test-name-pattern", "reveal", `${WEB}/tests/js/vectors.test.js`],
  [`${QUESTIONS}/tests/js/reveal_elsewhere.test.js`],
  [`${QUESTIONS}/tests/js/reveal_histories.test.js`],
];
const LONG = 15 * 60_000;

const VAULT = `${WEB}/static/web/vault/reveal.js`;
const STORE = `${WEB}/static/web/store/reveal.js`;
const ENGINE = `${QUESTIONS}/static/questions/reveal.js`;
const PLACE = `${WEB}/static/web/vault/place.js`;
const HALF = "export async function halfOnTable({ couple, joint }, name, { revision, envelope }) {";
const halfBy = (line) => HALF.replace("{ revision, envelope }", "{ revision, envelope, ...row }") + line;

// What it holds, where, the words, and what stands there without them.
const CHECKS = [
  ["nothing that is withdrawn", VAULT, 'must(!body.withdrawn, "withdrawn");', ""],
  ["letters as they are composed", VAULT, 'text.normalize("NFC")', "text"],
  ["hers to what is on view", VAULT, 'must(kept.question === item.question, "other_question");', ""],
  ["his to what is on view", VAULT, 'must(theirs.body.question === item.question, "other_question");', ""],
  ["hers as ahead says", VAULT, 'must(ahead.body.own === kept.own, "changed");', ""],
  ["his as ahead says", VAULT, 'must(ahead.body.partner === theirs.digest, "changed");', ""],
  ["not without a press", VAULT, 'must(faced, "not_opened");', ""],
  ["not by ahead alone", VAULT, "  must(mine, \"not_opened\");\n", "  if (!mine) mine = { trouble: \"from_before\" };\n"],
  ["from before, by ahead alone", VAULT, "mine.trouble ? ahead : mine.body;", "mine.body;"],
  ["not by a release of nobody's", VAULT, "must(READABLE.includes(mine.trouble), mine.trouble);", ""],
  ["ahead and release the same", VAULT, 'sure(!ahead || (ahead.own === faced.own && ahead.partner === faced.partner), "other_version");', ""],
  ["by the commitment of ahead", VAULT, "if (!ahead || commitment?.digest !== ahead.own) return false;", "if (!ahead || !commitment) return false;"],
  ["hers as she was bound", VAULT, "return (await boundBy(item, release)) === commitment.body.commitment;", "return true;"],
  ["marked where it is not shown", ENGINE, "!trouble || (await isMine(item, release))", "true"],
  ["what stands, not what stood", ENGINE, "await needStillKept(item, kept);", ""],
  ["as he was bound", VAULT, 'sure((await boundBy(item, release)) === commitment.body.commitment, "differs");', ""],
  ["his that I faced", VAULT, 'sure(commitment.digest === faced.partner, "other_version");', ""],
  ["his it names", VAULT, 'sure(body.own === faced.partner, "other_version");', ""],
  ["hers it names", VAULT, 'sure(body.partner === faced.own, "other_version");', ""],
  ["to the question on view", VAULT, 'sure(commitment.body.question === item.question, "other_question");', ""],
  ["where the program knows it", VAULT, HALF, halfBy("\n  if (row.field) return { ...row, revision, envelope };")],
  ["his, and not hers again", VAULT, HALF, halfBy("\n  if (row.author) return { couple, author: row.author, record: joint, revision, collection: 'reveal', field: name.replace('their_', ''), envelope };")],
  ["of this joint", VAULT, HALF, halfBy("\n  joint = row.record;")],
  ["at the table it was kept for", VAULT, 'must(half.body.couple === sealedUuid(couple), "malformed");', ""],
  ["the newest of mine", VAULT, "trusted, { seen: seenOf(remembered) });", "trusted);"],
  ["one ahead for ever", STORE, "const before = await", 'const before = field === "ahead" ? undefined : await'],
  ["what I have looked at", STORE, "await rememberHalf(item, field, row.revision, half.digest);", ""],
  ["the newest that was said", ENGINE, 'await rememberHalf(item, "waiting", revision, waiting.digest);', ""],
  ["withdrawn for good", ENGINE, 'await rememberHalf(item, "waiting", revision, digest);', ""],
  ["rows that are rows", ENGINE, "(isRecord(given[name]) ? given[name] : null)", "given[name] ?? null"],
  ["no other trouble", STORE, 'if (error.reason !== "shut") throw error;', ""],
  ["none unseen gives way", STORE, 'if (seen?.revision > there) throw new VaultError("said_since");', ""],
  ["by a notebook that is open", `${WEB}/static/web/vault/sealing.js`, "ACTS.has(leaf.collection) ? (await own()).act : self", "self"],
  ["the revision inside", PLACE, '  "reveal.waiting": { revision: "revision" },\n', ""],
  ["the size of what waits", PLACE, '"reveal.waiting": 16384,', ""],
  ["the size of what opens", PLACE, '"reveal.release": 16384,', ""],
  ["the size of a commitment", PLACE, '"reveal.commitment": 1024,', ""],
];

// Red at the first test that fails: what comes after it is not waited for.
function fails(test, cwd) {
  return new Promise((resolve) => {
    let said = "";
    const run = spawn(process.execPath, ["--test-reporter=tap", ...test], { cwd, timeout: LONG });
    run.stdout.on("data", (more) => {
      said += more;
      if (/^\s*not ok /m.test(said)) run.kill();
    });
    run.on("close", (code) => resolve(code !== 0));
  });
}

async function isRed([, file, words, without]) {
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  if (file) {
    const text = readFileSync(join(ROOT, file), "utf8");
    if (text.split(words).length !== 2) throw new Error(`${words} is not once in ${file}`);
    writeFileSync(join(copy, file), text.replace(words, () => without));
  }
  let red = false;
  for (const test of TESTS) red ||= await fails(test, copy);
  rmSync(copy, { recursive: true });
  return red;
}

// In a copy with nothing taken away every test is green, or a red below would mean nothing.
const wanted = process.argv.slice(2);
const chosen = CHECKS.filter(([name]) => !wanted.length || wanted.includes(name));
let wrong = 0;
for (const check of [["nothing taken away"], ...chosen]) {
  const [red, due] = [await isRed(check), Boolean(check[1])];
  wrong += red === due ? 0 : 1;
  const said = red ? "red  " : "green";
  console.log(`${red === due ? said : said.toUpperCase()}  ${check[0]}  ${check[1] ?? ""}`);
}
process.exitCode = wrong;
