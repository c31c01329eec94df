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
const MUST = /must\(\s*((?:[^;]|\n)*?),\s*"(\w+)",?\s*\);/g;
const THROW = /(throw new VaultError\("(not_mine|from_before)", opened\))/g;
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
  for (const file of ["envelope.js", "body.js"]) {
    const text = readFileSync(join(ROOT, STATIC, "vault", file), "utf8");
    const opening = file === "envelope.js" ? text.indexOf("export async function open(") : 0;
    for (const check of text.matchAll(MUST)) {
      if (check.index > opening) add(file, text, check, check[2], `void (${check[1]});`);
    }
    for (const check of text.matchAll(THROW)) add(file, text, check, check[2], "void 0");
  }
  const text = readFileSync(join(ROOT, STATIC, "vault/primitives.js"), "utf8");
  const check = Object.assign(text.match(SEALED), { 1: "the tag of AES-GCM" });
  add("primitives.js", text, check, "damaged", BROKEN);
  return found;
}

function isRed(file, text) {
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const part of ["package.json", "vectors", `${STATIC}/vault`, TESTS]) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  if (file) writeFileSync(join(copy, STATIC, "vault", file), text);
  const tests = ["refusals", "vectors"].map((name) => join(TESTS, `${name}.test.js`));
  const { status } = spawnSync(process.execPath, ["--test", ...tests], { cwd: copy });
  rmSync(copy, { recursive: true });
  return status !== 0;
}

let green = 0;
console.log(`${isRed() ? "RED" : "green"}  nothing taken away`);
for (const [name, file, text] of withoutEach()) {
  const red = isRed(file, text);
  green += red ? 0 : 1;
  console.log(`${red ? "red  " : "GREEN"}  ${name}`);
}
process.exitCode = green;
