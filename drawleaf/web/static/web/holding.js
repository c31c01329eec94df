// Half-written words that are meant for the two are still one's own. They leave the page with the
// opened ones, wait in its memory five minutes without a touch at most, and come back to who wrote
// them: after a look elsewhere by themselves, after Close once the notebook is open again.
import { who } from "#web/vault.js";

const AWAY = 5 * 60_000;
const AT_ONCE = 5000;
const forms = new Map();
const filled = new WeakMap();
// Where what was held came back: somebody's own, also what they left empty on purpose.
const written = new WeakSet();
let isClosed = false;
let since = 0;
let late = null;

/** Watches a form's fields; one that is taken out of the page is forgotten with it. */
export function holdWords(form) {
  forms.set(form, new Map());
}

/**
 * Puts a leaf's own words into a field that is there to change them: nobody has written those. What
 * somebody has written, or emptied, does not give way to them. Says whether they stand there.
 */
export function fillIn(field, words) {
  if (isTouched(field)) return false;
  field.value = words;
  filled.set(field, words);
  return true;
}

/** `words` of a field lie elsewhere now: they leave it, held or not. What was written on since stays. */
export function takeOff(form, field, words) {
  const held = forms.get(form)?.get(field);
  for (const place of held ? [field, held] : [field]) place.value = without(place.value, words);
}

function without(value, words) {
  const [begun, ended] = [value.trimStart(), value.trimEnd()];
  if (begun.startsWith(words)) return begun.slice(words.length).trimStart();
  return ended.endsWith(words) ? ended.slice(0, -words.length).trimEnd() : value;
}

const fieldsOf = (form) => form.querySelectorAll("textarea, select, input:not([type=hidden])");

function isTouched(field) {
  if (written.has(field)) return true;
  if (field.options) return [...field.options].some((each) => each.selected !== each.defaultSelected);
  const before = filled.get(field) ?? field.defaultValue;
  return field.value !== before || field.checked !== field.defaultChecked;
}

/** Words written one after the other without sight of each other: none gives way. */
export function inOne(older, newer, between = "\n\n") {
  if (newer.startsWith(older)) return newer;
  return older.includes(newer) ? older : older + between + newer;
}

/** What was held of a field, with what stands in it now. */
function withHeld(field, before) {
  const { value, checked } = field;
  const isLong = field.localName === "textarea";
  const isWords = isLong || (field.type === "text" && !field.inputMode);
  if (!before || !isWords) return { value, checked };
  return { value: inOne(before.value, value, isLong ? "\n\n" : " "), checked };
}

// What is held already stays, unless a newer choice stands in its field.
function takeAway() {
  let isTaken = false;
  for (const [form, held] of forms) {
    if (!form.isConnected) forms.delete(form);
    const touched = [...fieldsOf(form)].filter(isTouched);
    for (const field of touched) held.set(field, withHeld(field, held.get(field)));
    isTaken ||= touched.length > 0;
    form.reset();
    for (const field of fieldsOf(form)) {
      filled.delete(field);
      written.delete(field);
    }
  }
  if (isTaken) startTheClock();
}

function startTheClock() {
  clearTimeout(late);
  since = Date.now();
  late = setTimeout(letGo, AWAY);
}

function letGo() {
  for (const held of forms.values()) held.clear();
}

async function putBack() {
  // A page that slept comes here before its clock does.
  if (since && Date.now() - since > AWAY) letGo();
  if (isClosed && !(await who())?.notebook) return;
  for (const held of forms.values()) {
    for (const [field, before] of held) {
      const { value, checked } = isTouched(field) ? withHeld(field, before) : before;
      field.value = value;
      if (checked !== undefined) field.checked = checked;
      written.add(field);
    }
    held.clear();
  }
  clearTimeout(late);
  [isClosed, since, late] = [false, 0, null];
}

/**
 * Who has just pressed is here: what the end of a session takes out of the page stands there again.
 * Of a lock that comes later than that, nothing tells who is here.
 */
export function standAgain() {
  const soon = AbortSignal.timeout(AT_ONCE);
  document.addEventListener("drawleaf:locked", () => setTimeout(putBack), { once: true, signal: soon });
}

globalThis.document?.addEventListener("drawleaf:closing", () => (isClosed = true));
globalThis.document?.addEventListener("drawleaf:wipe", takeAway);
globalThis.document?.addEventListener("drawleaf:open", putBack);
