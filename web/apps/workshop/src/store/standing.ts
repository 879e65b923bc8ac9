/** Where an order and its items stand in a shop, and what can be done next. */
import type { QueueOrder } from "@vitrazh/api";
import type { Item, Standing, Verb } from "./types.ts";

export type Step = "start" | "pause" | "finish" | "pass-control" | "fail-control";

/** Where an item stands in the shop that this order is shown to; null: another shop makes it. */
export function standing(order: QueueOrder, item: Item): Standing | null {
  return item.shops.find((one) => one.shop === order.shop.shop) ?? null;
}

/** Pieces still to be made, and pieces that are made and not yet controlled. */
export function left(order: QueueOrder, item: Item): { make: number; check: number } {
  const here = standing(order, item);
  if (!here) return { make: 0, check: 0 };
  return { make: item.quantity - here.done, check: here.done - here.passed };
}

function earlierStepsDone(order: QueueOrder, item: Item): boolean {
  const at = item.shops.findIndex((one) => one.shop === order.shop.shop);
  return item.shops
    .slice(0, Math.max(at, 0))
    .every(({ state }) => state === "finished" || state === "passed");
}

/** Whether the shop has to take the order, or its correction, on. */
export function mayAccept(order: QueueOrder): boolean {
  return order.stage === "in-work" && order.shop.accepted_at === null;
}

/** What can be done with an item now, the most likely first; the server has the last word. */
export function steps(order: QueueOrder, item: Item): Step[] {
  const here = standing(order, item);
  if (!here || order.stage !== "in-work") return [];
  const accepted = order.shop.accepted_at !== null;
  const check = here.done - here.passed;
  const found: Step[] = [];
  if (accepted && here.state === "started") {
    if (item.open_questions === 0) found.push("finish");
    found.push("pause");
  } else if (accepted && (here.state === "queued" || here.state === "paused")) {
    found.push("start");
  } else if (here.state === "started") {
    found.push("pause");
  }
  if (accepted && check > 0 && earlierStepsDone(order, item)) found.push("pass-control");
  if (here.done > 0) found.push("fail-control");
  return found;
}

/** Whether a verb makes sense on the order as it is shown; what does not is a double tap. */
export function isPossible(order: QueueOrder, verb: Verb, itemId: string | null): boolean {
  if (order.stage !== "in-work") return false;
  if (verb === "accept") return mayAccept(order);
  if (verb === "ask" || verb === "receive" || verb === "mark-seen") return true;
  const item = order.items.find(({ id }) => id === itemId);
  if (!item) return false;
  if (verb === "take-back") return standing(order, item) !== null;
  return steps(order, item).includes(verb);
}

/** The order in which a shop works: who waits, what is urgent or late, then by date. */
export function byUrgency(one: QueueOrder, other: QueueOrder): number {
  const pressing = (order: QueueOrder) => {
    if (order.urgency === "client-waits") return 0;
    return order.urgency === "urgent" || order.late ? 1 : 2;
  };
  return (
    pressing(one) - pressing(other) ||
    one.promised_on.localeCompare(other.promised_on) ||
    one.id.localeCompare(other.id)
  );
}

/** A day as the calendar of the tablet's own zone says it, `2026-11-24`. */
export function dayOf(ms: number): string {
  const at = new Date(ms);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
