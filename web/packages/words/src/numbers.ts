/** Numbers as people type them: sizes in whole millimetres, counts, money. Nothing here throws. */
import { t } from "./words.gen.ts";

/** Longest side of any sheet, mm: the orders service refuses more. */
export const MOST_MM = 6000;
/** Most equal pieces of one item. */
export const MOST_PIECES = 9999;
/** Roubles; the highest price that is written down. */
const MOST_RUB_DIGITS = 8;

export type FaultWord =
  | "shared.fault-empty"
  | "shared.fault-number"
  | "shared.fault-whole-mm"
  | "shared.fault-unit"
  | "shared.fault-length"
  | "shared.fault-size"
  | "shared.fault-whole"
  | "shared.fault-count"
  | "shared.fault-money"
  | "shared.fault-money-range";

/** The word of what is wrong, and the limits that its sentence names. */
export interface Unread {
  ok: false;
  fault: FaultWord;
  least?: number;
  most?: number;
}
export type Read<Value> = { ok: true; value: Value } | Unread;
export interface Limits {
  least?: number;
  most?: number;
}

/** Ordinary, no-break, narrow no-break and thin spaces: all of them group digits in some program. */
const SPACES = /[\s\u00a0\u202f\u2009]+/g;
const MM = /\s?(?:мм|mm)\.?$/i;
const OTHER_UNIT = /^[-−]?\d[\d ]*(?:[.,]\d+)?\s?(?:см|м|cm|m|дм|"|″)\.?$/i;
const WHOLE = /^(?:\d+|\d{1,3}(?: \d{3})+)$/;
const DECIMAL = /^(?:\d+|\d{1,3}(?: \d{3})+)[.,]\d+$/;
/** The same separators that the server understands, in either alphabet. */
const BETWEEN = /\s*(?:[xXхХ×✕*]|на|by)\s*/i;
/** A text longer than this is no number whatever it holds: it is not even looked at. */
const TOO_LONG = 60;

function tidy(text: string): string {
  return text
    .slice(0, TOO_LONG + 1)
    .replace(SPACES, " ")
    .trim();
}

function unread(fault: FaultWord, limits: Limits = {}): Unread {
  return { ok: false, fault, ...limits };
}

/** The digits of `1 200`, without sign and spaces; null when it is not a whole number. */
function digitsOf(text: string): string | null {
  return WHOLE.test(text) ? text.replaceAll(" ", "").replace(/^0+(?=\d)/, "") : null;
}

/**
 * A length in mm: `1200`, `1 200`, `1200 мм`. `least` below 0 allows a minus (positions from the
 * centre); by default 1 to 6000.
 */
export function readMm(text: string, limits: Limits = {}): Read<number> {
  const { least = 1, most = MOST_MM } = limits;
  const typed = tidy(text);
  if (typed === "") return unread("shared.fault-empty");
  const bare = typed.replace(MM, "");
  const negative = /^[-−]/.test(bare);
  const body = negative ? bare.slice(1).trim() : bare;
  const digits = digitsOf(body);
  if (digits === null) {
    if (DECIMAL.test(body)) return unread("shared.fault-whole-mm");
    return unread(OTHER_UNIT.test(typed) ? "shared.fault-unit" : "shared.fault-number");
  }
  const value = digits.length > 9 ? Number.POSITIVE_INFINITY : Number(digits);
  const signed = negative && value !== 0 ? -value : value;
  if (signed < least || signed > most) return unread("shared.fault-length", { least, most });
  return { ok: true, value: signed };
}

/** Width and height in mm: `1200x700`, `1 200 × 700 мм`, `1200 на 700`, `1200*700`. */
export function readSize(
  text: string,
  limits: Limits = {},
): Read<{ width: number; height: number }> {
  const typed = tidy(text);
  if (typed === "") return unread("shared.fault-empty");
  const parts = typed.split(BETWEEN);
  const [first, second] = parts;
  if (first === undefined || second === undefined || parts.length !== 2) {
    // One number alone: what is wrong with it is told before the form of the whole.
    const alone = parts.length === 1 ? readMm(typed, limits) : null;
    return alone && !alone.ok ? sizeFault(alone) : unread("shared.fault-size");
  }
  const width = readMm(first, limits);
  const height = readMm(second, limits);
  if (!width.ok) return sizeFault(width);
  if (!height.ok) return sizeFault(height);
  return { ok: true, value: { width: width.value, height: height.value } };
}

function sizeFault(part: Unread): Unread {
  const vague = !["shared.fault-whole-mm", "shared.fault-unit", "shared.fault-length"].includes(
    part.fault,
  );
  return vague ? unread("shared.fault-size") : part;
}

/** A whole count, by default of pieces: 1 to 9999. */
export function readCount(text: string, limits: Limits = {}): Read<number> {
  const { least = 1, most = MOST_PIECES } = limits;
  const typed = tidy(text).replace(/\s?(?:шт|pcs)\.?$/i, "");
  if (typed === "") return unread("shared.fault-empty");
  const digits = digitsOf(typed);
  if (digits === null) {
    return unread(DECIMAL.test(typed) ? "shared.fault-whole" : "shared.fault-number");
  }
  const value = digits.length > 9 ? Number.POSITIVE_INFINITY : Number(digits);
  if (value < least || value > most) return unread("shared.fault-count", { least, most });
  return { ok: true, value };
}

/** Roubles and kopecks, `5 400`, `5400,50 ₽`, as the server takes them: `5400.50`. */
export function readMoney(text: string): Read<string> {
  const typed = tidy(text).replace(/\s?(?:₽|руб(?:\.|лей|ля|ль)?|р\.?|rub)$/i, "");
  if (typed === "") return unread("shared.fault-empty");
  const found = /^([\d ]+?)(?:[.,](\d{1,2}))?$/.exec(typed);
  const digits = found?.[1] === undefined ? null : digitsOf(found[1].trim());
  if (digits === null) return unread("shared.fault-money");
  if (digits.length > MOST_RUB_DIGITS) return unread("shared.fault-money-range");
  return { ok: true, value: `${digits}.${(found?.[2] ?? "").padEnd(2, "0")}` };
}

/** The sentence of what is wrong with a number. */
export function faultText(unread: Unread): string {
  const { fault, least = 1, most = MOST_MM } = unread;
  if (fault === "shared.fault-length" || fault === "shared.fault-count") {
    return t(fault, { least: `${least}`, most: `${most}` });
  }
  return t(fault);
}
