/** Dates, money and sizes as people of the language write them, with no-break spaces. */
import { language } from "./i18n.ts";
import { t } from "./words.gen.ts";

const NBSP = "\u00a0";
const DAY_MS = 86_400_000;
/** `ноя`, not `нояб.`: every month has the same width. */
const MONTH_LETTERS = 3;

function locale(): string {
  return language() === "ru" ? "ru-RU" : "en-GB";
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), options);
    formats.set(key, format);
  }
  return format;
}

/** `8 037,00 ₽`; the server sends money as a string of roubles and kopecks. */
export function money(rub: string): string {
  const text = new Intl.NumberFormat(locale(), { minimumFractionDigits: 2 }).format(rub as never);
  return `${text.replaceAll(" ", NBSP)}${NBSP}₽`;
}

/** `600 × 900 × 4 мм`, or any number of lengths in mm. */
export function size(...lengths: (number | null | undefined)[]): string {
  const numbers = lengths.filter((length) => length !== null && length !== undefined);
  return t("shared.mm", { value: numbers.join(`${NBSP}×${NBSP}`) });
}

/** `пт 27 ноя`; with the year when it is another one than now. */
export function day(date: string, now: Date = new Date()): string {
  const at = noon(date);
  const far = at.getFullYear() !== now.getFullYear();
  return dateFormat({
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(far ? { year: "numeric" } : {}),
  })
    .formatToParts(at)
    .map(({ type, value }) => (type === "month" ? value.slice(0, MONTH_LETTERS) : value))
    .join("")
    .replace(/\sг\.?$|[.,]/g, "")
    .replaceAll(" ", NBSP);
}

/** `сегодня`, `завтра`, `просрочен на 2 дня`, else the date. `late` decides, not our clock. */
export function promised(date: string, late: boolean, now: Date = new Date()): string {
  const days = daysBetween(now, noon(date));
  if (late) return days < 0 ? t("shared.days-late", { count: -days }) : day(date, now);
  if (days === 0) return t("shared.today");
  if (days === 1) return t("shared.tomorrow");
  return day(date, now);
}

/** `14:02`. */
export function clock(instant: string): string {
  return dateFormat({ hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}

/** `14:02` today, `вчера 14:02`, else `пт 27 ноя 14:02`. */
export function moment(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const days = daysBetween(at, now);
  if (days === 0) return clock(instant);
  if (days === 1) return `${t("shared.yesterday")}${NBSP}${clock(instant)}`;
  return `${day(isoDay(at), now)}${NBSP}${clock(instant)}`;
}

/** `только что`, `5 минут назад`, later the moment. */
export function ago(instant: string, now: Date = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000);
  if (minutes < 1) return t("shared.just-now");
  return minutes < 60 ? t("shared.minutes-ago", { count: minutes }) : moment(instant, now);
}

/** `+7 921 555-12-34` for a Russian number, any other as it came; never broken over lines. */
export function phone(e164: string): string {
  const parts = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(e164);
  if (!parts) return e164;
  return `+7${NBSP}${parts[1]}${NBSP}${parts[2]}-${parts[3]}-${parts[4]}`.replaceAll("-", "\u2011");
}

/** `2026-11-27` of a moment in this machine's zone. */
export function isoDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function noon(date: string): Date {
  return new Date(`${date}T12:00:00`);
}

function daysBetween(from: Date, to: Date): number {
  const start = new Date(from.getFullYear(), from.getMonth(), from.getDate(), 12);
  const end = new Date(to.getFullYear(), to.getMonth(), to.getDate(), 12);
  return Math.round((end.getTime() - start.getTime()) / DAY_MS);
}
