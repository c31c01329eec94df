// The small change of format 1: numbers, lengths, base64url, uuids.
import { must } from "./errors.js";

const encoder = new TextEncoder();
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** UTF-8. Lone surrogates must have been refused before: they would turn into U+FFFD. */
export const utf8 = (text) => encoder.encode(text);

/** The parts in a row; text stands for its UTF-8. */
export function join(...parts) {
  const all = parts.map((part) => (typeof part === "string" ? utf8(part) : part));
  const joined = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export const u8 = (number) => Uint8Array.of(number);
export const u16 = (number) => Uint8Array.of(number >>> 8, number);
export const u32 = (number) => Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number);
export const u64 = (number) => join(u32(Math.floor(number / 2 ** 32)), u32(number % 2 ** 32));

/** Length-prefixed, so that two neighbours can never be read as one another. */
export function lp(part) {
  const bytes = join(part);
  return join(u16(bytes.length), bytes);
}

/** base64url without padding. */
export function b64u(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of `text`, `length` of them if given; malformed unless they encode to it again. */
export function unb64u(text, length = undefined) {
  must(typeof text === "string" && /^[A-Za-z0-9_-]*$/.test(text), "malformed");
  must(text.length % 4 !== 1, "malformed");
  const bytes = decoded(text);
  // Only the last letters can be spelled in more than one way: they carry bits that mean nothing.
  const last = text.length - (text.length % 4);
  must(b64u(bytes.subarray((last / 4) * 3)) === text.slice(last), "malformed");
  must(length === undefined || bytes.length === length, "malformed");
  return bytes;
}

function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text, { alphabet: "base64url" });
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** The 16 bytes of a uuid in its usual text form, lower case. */
export function uuidBytes(text) {
  must(typeof text === "string" && UUID.test(text), "malformed");
  const hex = text.replaceAll("-", "");
  const bytes = new Uint8Array(16);
  for (let at = 0; at < 16; at += 1) bytes[at] = parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

export function uuidText(bytes) {
  must(bytes.length === 16, "malformed");
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A uuid as it stands inside a body, and back to text. */
export const sealedUuid = (text) => b64u(uuidBytes(text));
export const uuidOf = (text) => uuidText(unb64u(text, 16));

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));
export const newUuid = () => crypto.randomUUID();

/** Compares in a time that tells nothing about where they differ. */
export function same(one, other) {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at += 1) difference |= one[at] ^ other[at];
  return difference === 0;
}
