/** Files on their way to the server: what may not go is said before it is sent. */
import { language } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";

const KILO = 1024;
const MEGA = KILO * KILO;
/** The server takes no more. */
export const MOST_BYTES = 25 * MEGA;

/** `340 КБ`, `2,4 МБ`. */
export function bytesWords(bytes: number): string {
  const locale = language() === "ru" ? "ru-RU" : "en-GB";
  const say = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (bytes < MEGA) return t("order.files.kilobytes", { size: say(Math.max(1, bytes / KILO), 0) });
  return t("order.files.megabytes", { size: say(bytes / MEGA, 1) });
}

/** Why a file cannot be sent at all; null when it can. */
export function fileFault(file: File): string | null {
  if (file.size === 0) return t("order.files.empty", { name: file.name });
  if (file.size <= MOST_BYTES) return null;
  return t("order.files.too-large", { name: file.name, size: bytesWords(file.size) });
}

/** Pictures are photos until somebody says otherwise; the rest are drawings. */
export function kindOf(file: File): "photo" | "drawing" {
  return file.type.startsWith("image/") && file.type !== "image/svg+xml" ? "photo" : "drawing";
}
