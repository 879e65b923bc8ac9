/** What an answer to a command means for it. Pure. */
import { Refusal } from "@vitrazh/api";
import type { Command, NoteKind } from "../store/types.ts";

export type Verdict =
  /** Nothing is known of the outcome, or it was not the time for it: the same again. */
  | { what: "again"; whose: "all" | "order"; seconds: number | null }
  /** The PIN session is over. */
  | { what: "pin" }
  /** The tablet was taken out of service. */
  | { what: "revoked" }
  /** The tablet's clock is so wrong that the action is not taken. */
  | { what: "clock" }
  | { what: "refused"; kind: NoteKind; refusal: Refusal };

const WRONG_TIME = new Set(["operated-too-long-ago", "tap-from-future", "tap-too-old"]);
const FIRST = new Set([
  "revision-already-accepted",
  "work-already-started",
  "work-resting",
  "work-already-finished",
  "work-already-passed",
  "not-your-step",
]);
const KIND: Record<string, NoteKind> = {
  "revision-superseded": "corrected",
  "not-routed-to-shop": "moved",
  "item-not-for-shop": "moved",
  "item-not-in-order": "moved",
  "not-found": "moved",
};

/** Judges what was thrown while a command was sent. */
export function judge(command: Command, error: unknown): Verdict {
  // Not a word of our server: no network, a proxy's page, an answer that broke off.
  if (!(error instanceof Refusal) || error.code.startsWith("http-")) {
    return { what: "again", whose: "all", seconds: null };
  }
  const { status, code, retryAfter } = error;
  if (status === 401) {
    if (code !== "operator-session-ended") return { what: "revoked" };
    return command.hands?.session ? { what: "pin" } : again("order", null);
  }
  if (status === 429 || status === 408) return again("all", retryAfter);
  if (status >= 500 || retryAfter !== null) return again("order", retryAfter);
  if (WRONG_TIME.has(code)) return { what: "clock" };
  return { what: "refused", kind: kindOf(error), refusal: error };
}

function again(whose: "all" | "order", seconds: number | null): Verdict {
  return { what: "again", whose, seconds };
}

/** Under which heading a refusal is noted. */
export function kindOf(refusal: Refusal): NoteKind {
  return KIND[refusal.code] ?? (FIRST.has(refusal.code) ? "first" : "refused");
}

/** A tablet's own receipt: nobody has to be told when it comes too late. */
export function isQuiet({ verb }: Command): boolean {
  return verb === "receive" || verb === "mark-seen";
}

/**
 * Whether a later command falls with a refused one. It was done on top of it: on the same item, or
 * on an order that is not what it was. Questions stand for themselves; the server judges them.
 */
export function follows(later: Command, refused: Command, kind: NoteKind): boolean {
  if (later.order_id !== refused.order_id || later.n <= refused.n) return false;
  if (isQuiet(refused) || isQuiet(later) || later.verb === "ask" || refused.verb === "ask") {
    return false;
  }
  if (refused.verb === "accept") return kind !== "first";
  if (kind === "corrected") return later.revision <= refused.revision;
  return later.item_id !== null && later.item_id === refused.item_id;
}
