/** A revision as an event tells it, turned into what the queue shows of it. */
import type { Change, Events, QueueOrder, Shop } from "@vitrazh/api";
import type { Item } from "./types.ts";

type Content = Events.WorkOrderHandedOver | Events.WorkOrderCorrected;

/** What the office says of the order as a whole. */
export function contentOf(data: Content) {
  return {
    number: data.number,
    revision: data.revision,
    urgency: data.urgency,
    promised_on: data.promised_on,
    office_id: data.office_id,
    pickup_office_id: data.pickup_office_id,
    manager_id: data.manager_id,
    attachments: (data.attachments ?? []).filter(
      ({ kind }) => kind !== "signature",
    ) as QueueOrder["attachments"],
  };
}

/** A shop that was told of a revision and has done nothing about it yet. */
export function sentTo(shop: Shop): QueueOrder["shop"] {
  return {
    shop,
    state: "sent",
    received_at: null,
    seen_at: null,
    seen_by: null,
    seen_operator_id: null,
    accepted_at: null,
    accepted_by: null,
    accepted_operated_at: null,
    accepted_operator_id: null,
    accepted_operator_verified: false,
    accepted_device_id: null,
    completed_at: null,
    unseen_at: null,
  };
}

/** The lines that go through this shop; `before` gives what was done with a line, if it counts. */
export function itemsOf(
  items: Content["items"],
  shop: Shop,
  before: (id: string) => Item | undefined,
): Item[] {
  return items
    .filter(({ route }) => route.includes(shop))
    .map((item) => {
      const known = before(item.id);
      return {
        id: item.id,
        position: item.position,
        quantity: item.quantity,
        route: item.route,
        piece: item.piece as Item["piece"],
        shops:
          known?.shops ??
          item.route.map((one) => ({
            shop: one,
            state: "queued" as const,
            done: 0,
            passed: 0,
            last_step: null,
          })),
        open_questions: 0,
      };
    });
}

/** Folds changes of several corrections: first old value, last new one, the undone left out. */
export function merged(changes: readonly Events.Change[]): Change[] {
  const folded = new Map<string, Change>();
  for (const { item_id, field, old, new: now } of changes) {
    const place = `${item_id ?? ""} ${field}`;
    const first = folded.get(place);
    folded.set(place, {
      item_id: item_id ?? null,
      field,
      old: first ? (first.old ?? null) : (old ?? null),
      new: now ?? null,
    });
  }
  return [...folded.values()].filter((change) => change.old !== change.new);
}
