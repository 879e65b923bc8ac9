/** The date that the server promises when nobody says otherwise: shown, never sent. */
import type { OfficeOut } from "@vitrazh/api";

const USUAL_WORKING_DAYS = 5;
const DAY_MS = 86_400_000;

/** Five working days from the office's today, by its calendar; `YYYY-MM-DD`. */
export function usualPromise(
  office: Pick<OfficeOut, "zone" | "closed" | "opened">,
  now: Date = new Date(),
): string {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: office.zone }).format(now);
  let at = Date.parse(`${today}T00:00:00Z`);
  for (let left = USUAL_WORKING_DAYS; left > 0; ) {
    at += DAY_MS;
    if (works(office, new Date(at))) left -= 1;
  }
  return iso(new Date(at));
}

function works(office: Pick<OfficeOut, "closed" | "opened">, at: Date): boolean {
  const date = iso(at);
  if (office.opened.includes(date)) return true;
  return at.getUTCDay() !== 0 && at.getUTCDay() !== 6 && !office.closed.includes(date);
}

function iso(at: Date): string {
  return at.toISOString().slice(0, 10);
}
