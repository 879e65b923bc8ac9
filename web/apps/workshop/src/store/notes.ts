/** Notes of what did not go as a worker meant it. */
import type { Change, QueueOrder, Refusal } from "@vitrazh/api";
import type { Command, Note, NoteKind } from "./types.ts";

function fresh(kind: NoteKind): Note {
  return {
    id: crypto.randomUUID(),
    kind,
    order_id: "",
    number: "",
    verb: null,
    item_id: null,
    position: null,
    quantity: null,
    reason: null,
    text: null,
    operator_name: "",
    verified: false,
    operated_at: null,
    code: "",
    title: "",
    changes: [],
    shown: null,
    shown_revision: null,
    current_revision: null,
    by: null,
    by_operator_id: null,
    by_at: null,
    at: Date.now(),
    photo: null,
    with: null,
  };
}

/** A note that an order was taken away. */
export function noteOf(kind: NoteKind, order: QueueOrder): Note {
  return {
    ...fresh(kind),
    order_id: order.id,
    number: order.number,
    shown: order,
    shown_revision: order.revision,
  };
}

/** A note of an action that was not done, with everything that the worker said in it. */
export function noteOfAction(kind: NoteKind, command: Command, refusal?: Refusal): Note {
  return {
    ...fresh(kind),
    order_id: command.order_id,
    number: command.number,
    verb: command.verb,
    item_id: command.item_id,
    position: command.position,
    quantity: command.quantity,
    reason: command.reason,
    text: command.text,
    photo: command.photo,
    operator_name: command.hands?.name ?? "",
    verified: command.hands?.session != null,
    operated_at: command.operated_at,
    shown: command.shown,
    shown_revision: command.revision,
    ...(refusal ? said(refusal) : {}),
  };
}

function said({ code, title, fields, body }: Refusal) {
  const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string) : null);
  const number = (name: string) => (typeof body[name] === "number" ? (body[name] as number) : null);
  return {
    code,
    title: fields[0]?.message ?? title,
    changes: Array.isArray(body["changes"]) ? (body["changes"] as Change[]) : [],
    current_revision: number("current"),
    by: text("by"),
    by_operator_id: text("operator_id"),
    by_at: text("step_at") ?? text("accepted_at"),
  };
}
