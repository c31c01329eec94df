// Amounts are exact: text with two decimals ("1250.00") outside, BigInt of hundredths inside. They
// are never numbers of the machine, which cannot say a tenth.
const AMOUNT = /^(?:0|[1-9]\d{0,11})\.\d\d$/;
const CURRENCY = /^[A-Z]{3}$/;
// As people write them: plain; in groups of three, of one sign, and another one before the
// hundredths; or with the groups of two that India uses.
const PLAIN = /^(\d*)(?:[.,](\d\d?))?$/;
const GROUPED = /^([1-9]\d{0,2}(?:([ '’.,])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d\d?))?$/;
const PAIRED = /^([1-9]\d?(?:,\d\d)+,\d{3})(?:\.(\d\d?))?$/;

/** What somebody has typed as an amount above nothing, or null where it is not clearly one. */
export function parse(typed) {
  const text = typed.trim().replace(/\s/gu, " ");
  const [whole, rest = ""] = partsOf(text);
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "") || "0";
  const amount = `${digits}.${rest.padEnd(2, "0")}`;
  return isAmount(amount) && hundredths(amount) > 0n ? amount : null;
}

function partsOf(text) {
  const plain = PLAIN.exec(text);
  if (plain) return [plain[1], plain[2]];
  const grouped = GROUPED.exec(text);
  if (grouped) return [grouped[1], grouped[3]];
  return PAIRED.exec(text)?.slice(1) ?? [""];
}

/** Whether a member of a body is an amount; whatever else may stand there is none. */
export const isAmount = (text) => typeof text === "string" && AMOUNT.test(text);
export const isCurrency = (text) => typeof text === "string" && CURRENCY.test(text);

export const hundredths = (amount) => BigInt(amount.replace(".", ""));

/** The exact sum of amounts; of none "0.00". */
export function sumOf(amounts) {
  const digits = amounts.reduce((all, each) => all + hundredths(each), 0n).toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** -1, 0 or 1 as one is less than, the same as, or more than the other. */
export function compare(one, other) {
  const between = hundredths(one) - hundredths(other);
  return between < 0n ? -1 : Number(between > 0n);
}

/** How far `part` fills `whole`, for a picture: a whole number from 0 to `steps`. */
export function filled(part, whole, steps) {
  const found = (hundredths(part) * BigInt(steps)) / hundredths(whole);
  return found > BigInt(steps) ? steps : Number(found);
}

/** "1,250" or "1,250.50", as `lang` groups digits. */
export function inDigits(amount, lang) {
  const [whole, rest] = amount.split(".");
  const format = new Intl.NumberFormat(lang === "en" ? "en-GB" : lang);
  const said = format.format(BigInt(whole));
  if (rest === "00") return said;
  const sign = format.formatToParts(1.5).find(({ type }) => type === "decimal").value;
  return `${said}${sign}${rest}`;
}
