/** How far the tablet's clock is from the server's. It is told, and never used to order things. */
import { client } from "@vitrazh/api";
import { store } from "../store/store.ts";

/** A difference worth a warning, ms; smaller ones come from slow answers. */
export const WRONG_MS = 5 * 60_000;
/** A change of the difference that is worth storing, ms. */
const STEP_MS = 30_000;

let offset: number | null = null;

/** Server's clock minus ours, ms; null: not known in this session. */
export function clockOffset(): number | null {
  return offset;
}

/** Learns from a time that the server has just said. */
export function learn(serverTime: string | null): void {
  const at = Date.parse(serverTime ?? "");
  if (Number.isNaN(at)) return;
  const now = at - Date.now();
  if (offset !== null && Math.abs(now - offset) < STEP_MS) return;
  offset = now;
  void store.db.setValue("offset", now).catch(() => {});
}

/** The instant of an action by the server's clock, for a tablet whose clock is wrong; else null. */
export function righted(operatedAt: string): string | null {
  if (offset === null || Math.abs(offset) <= WRONG_MS) return null;
  return new Date(Date.parse(operatedAt) + offset).toISOString();
}

/** Minutes by which the tablet is ahead (+) or behind, if that is worth a warning. */
export function minutesWrong(off: number | undefined): number | null {
  if (off === undefined || Math.abs(off) <= WRONG_MS) return null;
  return -Math.round(off / 60_000);
}

client.interceptors.response.use((response) => {
  learn(response.headers.get("date"));
  return response;
});
