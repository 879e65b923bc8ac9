/**
 * One fact of the feed applied to an order as this shop sees it. Pure.
 *
 * `doubt`: the fact does not say everything that the server knows by it (or facts were missed, or
 * are not for shops), so the order has to be fetched once more; until then this is close enough.
 */
import type { FeedEvent, QueueOrder, Shop } from "@vitrazh/api";
import { accept, answered, asked, type Fact, receive, see, settle, worked } from "./facts.ts";
import { contentOf, itemsOf, merged, sentTo } from "./revision.ts";

export interface Known {
  order: QueueOrder;
  /** Latest revision that somebody in this shop had looked at; null: not known, or none. */
  seen: number | null;
}

export type Outcome = (Known & { doubt: boolean }) | "moved" | "unknown";

/** What an order is after a fact; the fact must be newer than the order. */
export function reduce(known: Known | null, said: FeedEvent, shop: Shop): Outcome {
  // The feed and the rows write the same instant in two ways.
  const event = { ...said, time: said.time.replace(/\+00:00$/, "Z") } as FeedEvent;
  if (event.type === "orders.work-order.handed-over.v1") return handedOver(event, shop);
  if (!known) return "unknown";
  const missed = event.sequence > known.order.sequence + 1;
  const order = { ...known.order, sequence: event.sequence };
  if (event.type === "orders.work-order.corrected.v1") {
    return corrected({ order, seen: known.seen }, event, shop, missed);
  }
  const seen = { seen: known.seen };
  const doubt = change(order, event, seen);
  return { order, ...seen, doubt: doubt || missed };
}

/** Changes the order (a copy that is ours); true: it has to be fetched. */
function change(order: QueueOrder, event: FeedEvent, about: { seen: number | null }): boolean {
  switch (event.type) {
    case "orders.work-order.received.v1":
      if (event.data.shop === order.shop.shop) receive(order, event.time);
      return event.data.revision !== order.revision;
    case "orders.work-order.seen.v1":
      if (event.data.shop === order.shop.shop) see(order, event, event.data, about);
      return event.data.revision !== order.revision;
    case "orders.work-order.accepted.v1":
      if (event.data.shop === order.shop.shop) accept(order, event, event.data, about);
      return event.data.revision !== order.revision || settle(order, event.data.shop);
    case "orders.work-order.asked.v1":
      return asked(order, event, about);
    case "orders.work-order.answered.v1":
      return answered(order, event);
    case "orders.work-order.attached.v1":
      if (event.data.attachment.kind === "signature") return false;
      order.attachments = [
        ...order.attachments.filter(({ id }) => id !== event.data.attachment.id),
        event.data.attachment as QueueOrder["attachments"][number],
      ];
      return false;
    case "orders.work-order.detached.v1":
      order.attachments = order.attachments.filter(({ id }) => id !== event.data.attachment_id);
      return false;
    case "orders.work-order.cancelled.v1":
      order.stage = "cancelled";
      order.late = false;
      return false;
    case "orders.work-order.reopened.v1":
      order.stage = "in-work";
      return true;
    case "orders.work-order.work-started.v1":
    case "orders.work-order.work-paused.v1":
    case "orders.work-order.work-finished.v1":
    case "orders.work-order.work-taken-back.v1":
    case "orders.work-order.control-passed.v1":
    case "orders.work-order.control-failed.v1":
      return worked(order, event);
    default:
      return true;
  }
}

function handedOver(event: Fact<"orders.work-order.handed-over.v1">, shop: Shop): Outcome {
  const items = itemsOf(event.data.items, shop, () => undefined);
  if (items.length === 0) return "moved";
  return {
    seen: null,
    doubt: false,
    order: {
      ...contentOf(event.data),
      id: event.subject,
      sequence: event.sequence,
      stage: "in-work",
      late: false,
      shop: sentTo(shop),
      items,
      open_questions: 0,
      questions: [],
      accepted_revision: null,
      changes: [],
    },
  };
}

function corrected(
  { order, seen }: Known,
  event: Fact<"orders.work-order.corrected.v1">,
  shop: Shop,
  missed: boolean,
): Outcome {
  const touched = new Set(event.data.changes?.map(({ item_id }) => item_id));
  const before = new Map(order.items.map((item) => [item.id, item]));
  const items = itemsOf(event.data.items, shop, (id) =>
    touched.has(id) ? undefined : before.get(id),
  );
  if (items.length === 0) return "moved";
  for (const item of items) {
    item.open_questions = order.questions.filter(
      (question) => question.item_id === item.id && question.answered_at === null,
    ).length;
  }
  const from = order.accepted_revision ?? seen;
  const since = from !== null && from === order.revision ? [] : order.changes;
  return {
    seen,
    // Whether anybody had looked at an older revision is not known to us, only to the server.
    doubt: missed || (from === null && order.revision > 1),
    order: {
      ...order,
      ...contentOf(event.data),
      shop: sentTo(shop),
      items,
      changes: from === null ? [] : merged([...since, ...(event.data.changes ?? [])]),
    },
  };
}
