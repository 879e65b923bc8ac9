/** Orders as the screens show them: the server's rows, what was done here, and what went wrong. */
import type { QueueOrder } from "@vitrazh/api";
import { overlay } from "./overlay.ts";
import { byUrgency, dayOf } from "./standing.ts";
import type { Command, Note, ShownOrder, StoredOrder, Unsent } from "./types.ts";

/** The tablet's own receipts are nobody's business. */
function isAct({ verb }: Command): boolean {
  return verb !== "receive" && verb !== "mark-seen";
}

/** An unsent action in the words that a screen needs. */
export function unsentOf(command: Command): Unsent {
  const { key, verb, state, order_id, number, item_id, position, quantity } = command;
  return {
    ...{ key, verb, state, order_id, number, item_id, position, quantity },
    reason: command.reason,
    text: command.text,
    operated_at: command.operated_at,
    attempts: command.attempts,
    has_photo: command.photo !== null,
    operator_name: command.hands?.name ?? "",
    verified: command.hands?.session != null,
  };
}

export function unsentActions(outbox: readonly Command[]): Unsent[] {
  return outbox.filter(isAct).map(unsentOf);
}

function lateOn(order: QueueOrder, today: string): boolean {
  return order.stage === "in-work" && order.promised_on < today;
}

/** Lays over a stored order what was done to it here. */
export function show(
  row: StoredOrder,
  outbox: readonly Command[],
  notes: readonly Note[],
  device: string,
  today = dayOf(Date.now()),
): ShownOrder {
  const order = overlay(row.order, outbox, device);
  const about = outbox.filter((one) => one.order_id === row.id);
  return {
    ...order,
    late: lateOn(order, today),
    local: {
      fresh: row.fresh,
      pending: unsentActions(about),
      notes: notes.filter((one) => one.order_id === row.id),
      whole: row.whole,
      gone: row.gone,
    },
  };
}

/** The queue in the order in which a shop works. */
export function queueOf(
  rows: readonly StoredOrder[],
  outbox: readonly Command[],
  notes: readonly Note[],
  device: string,
): ShownOrder[] {
  const today = dayOf(Date.now());
  return rows.map((row) => show(row, outbox, notes, device, today)).sort(byUrgency);
}
