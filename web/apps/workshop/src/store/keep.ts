/**
 * Stores what the server says of an order; everything that hangs on it happens in the same
 * transaction: the receipt, the highlight, what is to be heard, and the note that it was taken away.
 */
import type { QueueOrder, QueueRow } from "@vitrazh/api";
import type { Tables } from "./database.ts";
import { noteOf } from "./notes.ts";
import { put } from "./outbox.ts";
import type { Gone, Signal, StoredOrder } from "./types.ts";

type Kind = Signal["kind"];
/** What is to be heard of this transaction; see `tell`. */
export type Heard = { kind: Kind; id: string }[];

export interface Said {
  order: QueueOrder;
  /** False: a row of a list, without attachments, questions and changes. */
  whole: boolean;
  seen?: number | null;
  /** The traceparent of the click that caused it. */
  trace?: string | null;
}

/** Fills what a row of the list does not tell: empty, or as it was known before. */
export function widen(row: QueueRow, known: StoredOrder | undefined): QueueOrder {
  const same = known?.order.revision === row.revision ? known.order : undefined;
  return {
    ...row,
    attachments: known?.order.attachments ?? [],
    questions: known?.order.questions ?? [],
    accepted_revision: row.shop.accepted_at
      ? row.revision
      : (known?.order.accepted_revision ?? null),
    changes: same?.changes ?? [],
  };
}

function placeOf(order: QueueOrder): StoredOrder["place"] {
  if (order.stage === "cancelled") return "gone";
  return order.stage === "in-work" && order.shop.state !== "completed" ? "queue" : "done";
}

function freshOf(next: QueueOrder, known: StoredOrder | undefined): StoredOrder["fresh"] {
  const { seen_at, accepted_at } = next.shop;
  if (accepted_at !== null && known?.place !== "done") return null;
  if (known && known.order.revision < next.revision) return "corrected";
  // An order that lay seen in the queue before this tablet was paired is nothing new.
  if (known === undefined) return seen_at === null ? "new" : null;
  if (known.place !== "queue") return "new";
  return known.fresh;
}

function answered(next: QueueOrder, known: StoredOrder | undefined): boolean {
  const open = new Set(
    known?.order.questions.filter((one) => one.answered_at === null).map(({ id }) => id),
  );
  return next.questions.some(({ id, answered_at }) => answered_at !== null && open.has(id));
}

/** Stores an order unless something newer is there; inside a transaction over everything. */
export async function keep(db: Tables, said: Said, heard: Heard): Promise<void> {
  const { order } = said;
  const known = await db.orders.get(order.id);
  if (known && known.order.sequence > order.sequence) return;
  if (known?.order.sequence === order.sequence && known.whole && !said.whole) return;
  const place = placeOf(order);
  const row: StoredOrder = {
    id: order.id,
    order,
    place,
    gone: place === "gone" ? "cancelled" : null,
    fresh: place === "queue" ? freshOf(order, known) : null,
    whole: said.whole,
    seen: order.shop.seen_at ? order.revision : (said.seen ?? known?.seen ?? null),
    changed: Date.now(),
  };
  await db.orders.put(row);
  if (place === "queue") {
    await receive(db, row, said.trace ?? null);
    if (row.fresh && row.fresh !== known?.fresh) heard.push({ kind: row.fresh, id: order.id });
    else if (row.fresh === "corrected" && known && known.order.revision < order.revision) {
      heard.push({ kind: "corrected", id: order.id });
    }
  } else if (known?.place === "queue" && place === "gone") {
    await takenAway(db, known, "cancelled", heard);
  }
  if (answered(order, known)) heard.push({ kind: "answer", id: order.id });
}

/** The order does not go to this shop any more, or is closed; inside a transaction. */
export async function forget(
  db: Tables,
  id: string,
  heard: Heard,
  sequence?: number,
): Promise<void> {
  const known = await db.orders.get(id);
  if (!known || known.place === "gone") return;
  const order = sequence ? { ...known.order, sequence } : known.order;
  await db.orders.put({
    ...known,
    order,
    place: "gone",
    gone: "moved",
    fresh: null,
    changed: Date.now(),
  });
  if (known.place === "queue") await takenAway(db, known, "moved", heard);
}

/** Whoever looked at the order is told that there is nothing to do any more. */
async function takenAway(db: Tables, known: StoredOrder, gone: Gone, heard: Heard): Promise<void> {
  if (known.order.shop.seen_at === null && known.seen === null) return;
  await db.notes.put(noteOf(gone, known.order));
  heard.push({ kind: "cancelled", id: known.id });
}

/** Puts the receipt into the outbox, once for a revision. */
async function receive(db: Tables, row: StoredOrder, trace: string | null): Promise<void> {
  const { order } = row;
  const device = await db.value("device");
  if (!device || order.shop.received_at !== null) return;
  const sent = await db.outbox.by("order_id", order.id);
  if (sent.some((one) => one.verb === "receive" && one.revision === order.revision)) return;
  await put(db, device.id, "receive", row, { hands: null, shown: null, trace });
}

/** Says it aloud, in every tab; inside the transaction, so nothing is heard that is not stored. */
export async function tell(db: Tables, heard: Heard): Promise<void> {
  const loudest: Kind[] = ["refused", "cancelled", "corrected", "new", "answer"];
  const kind = loudest.find((one) => heard.some((each) => each.kind === one));
  if (!kind) return;
  const order_ids = heard.filter((each) => each.kind === kind).map(({ id }) => id);
  const before = await db.value("signal");
  await db.setValue("signal", { n: (before?.n ?? 0) + 1, signal: { kind, order_ids } });
}
