// Bodies: JSON that has exactly one spelling, so that a digest of it means something.
import { utf8 } from "./bytes.js";
import { must, VaultError } from "./errors.js";

const DEPTH = 16;
const NAME = /^[a-z][a-z0-9_]*$/;
// A mark at the beginning is no part of JSON: it must be refused, not skipped.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The one spelling of `body`; what could not be read back is refused before it is sealed. */
export function write(body) {
  check(body, 1);
  const bytes = utf8(JSON.stringify(body));
  read(bytes);
  return bytes;
}

/** The body spelled by `bytes`; any other spelling of the same body is malformed. */
export function read(bytes) {
  let text;
  let body;
  try {
    text = decoder.decode(bytes);
    body = JSON.parse(text);
  } catch {
    throw new VaultError("malformed");
  }
  must(isObject(body), "malformed");
  check(body, 1);
  must(JSON.stringify(body) === text, "malformed");
  return body;
}

/** Whether `body` has exactly these members, in this order. */
export function hasMembers(body, names) {
  return isObject(body) && Object.keys(body).join() === names.join();
}

function check(value, depth) {
  if (typeof value === "string") must(value.isWellFormed(), "malformed");
  else if (typeof value === "number") must(Number.isSafeInteger(value), "malformed");
  else if (Array.isArray(value)) inside(value, depth);
  else if (isObject(value)) {
    for (const name of Object.keys(value)) must(NAME.test(name), "malformed");
    inside(Object.values(value), depth);
  } else must(value === null || typeof value === "boolean", "malformed");
}

function inside(values, depth) {
  must(depth <= DEPTH, "malformed");
  for (const value of values) check(value, depth + 1);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
