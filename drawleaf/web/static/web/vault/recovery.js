// The recovery code: 128 bits that a person can copy by hand and type back.
import { join, lp } from "./bytes.js";
import { must } from "./errors.js";
import { user } from "./passphrase.js";
import { hkdf } from "./primitives.js";

// Crockford's digits, then the five symbols only a check may be.
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECKS = `${DIGITS}*~$=U`;
const ALIKE = { I: "1", L: "1", O: "0", "-": "", " ": "" };

/** 27 symbols in groups of four; the last one catches a slip of the pen. */
export function spell(code) {
  const number = code.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = CHECKS[Number(number % 37n)];
  for (let place = 0n; place < 26n; place += 1n) {
    text = DIGITS[Number((number >> (place * 5n)) & 31n)] + text;
  }
  return text.match(/.{1,4}/g).join("-");
}

/** The 16 bytes of a code as typed; bad_code before anything is sent. */
export function read(typed) {
  must(/^[\x20-\x7e]*$/.test(typed), "bad_code");
  const text = typed.toUpperCase().replace(/[ILO -]/g, (sign) => ALIKE[sign]);
  must(text.length === 27, "bad_code");
  let number = 0n;
  for (const digit of text.slice(0, 26)) {
    must(DIGITS.includes(digit), "bad_code");
    number = (number << 5n) | BigInt(DIGITS.indexOf(digit));
  }
  must(number >> 128n === 0n, "bad_code");
  must(CHECKS[Number(number % 37n)] === text[26], "bad_code");
  return Uint8Array.from({ length: 16 }, (_, at) =>
    Number((number >> BigInt(120 - 8 * at)) & 255n),
  );
}

/** What the code signs in with, and what it opens the root key with. */
export async function derive(name, code) {
  const info = lp(user(name));
  return {
    login: await hkdf(code, "", join("sealed/1 recovery login", info)),
    wrap: await hkdf(code, "", join("sealed/1 recovery wrap", info)),
  };
}
