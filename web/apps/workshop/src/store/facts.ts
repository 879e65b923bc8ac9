/** What single facts change in an order; each gets a copy of the order that it may write to. */
import type { Events, FeedEvent, QueueOrder, Shop } from "@vitrazh/api";
import type { Item, Standing } from "./types.ts";

export type Fact<Type extends FeedEvent["type"]> = Extract<FeedEvent, { type: Type }>;
type ItemFact = Fact<
  | "orders.work-order.work-started.v1"
  | "orders.work-order.work-paused.v1"
  | "orders.work-order.work-finished.v1"
  | "orders.work-order.work-taken-back.v1"
  | "orders.work-order.control-passed.v1"
  | "orders.work-order.control-failed.v1"
>;

const STEP: Record<ItemFact["type"], string> = {
  "orders.work-order.work-started.v1": "start",
  "orders.work-order.work-paused.v1": "pause",
  "orders.work-order.work-finished.v1": "finish",
  "orders.work-order.work-taken-back.v1": "take-back",
  "orders.work-order.control-passed.v1": "pass-control",
  "orders.work-order.control-failed.v1": "fail-control",
};

export function receive(order: QueueOrder, time: string): void {
  if (order.shop.received_at !== null) return;
  order.shop = { ...order.shop, state: "received", received_at: time };
}

export function see(
  order: QueueOrder,
  event: { time: string; actor: string },
  hands: Events.WorkOrderSeen,
  about: { seen: number | null },
): void {
  receive(order, event.time);
  about.seen = order.revision;
  if (order.shop.seen_at !== null) return;
  order.shop = {
    ...order.shop,
    state: "seen",
    seen_at: event.time,
    seen_by: event.actor,
    seen_operator_id: hands.operator_id ?? null,
  };
  // What changed is told since the last acceptance; who never accepted, since he last looked.
  if (order.accepted_revision === null) order.changes = [];
}

export function accept(
  order: QueueOrder,
  event: { time: string; actor: string },
  hands: Events.WorkOrderAccepted,
  about: { seen: number | null },
): void {
  see(order, event, hands, about);
  order.shop = {
    ...order.shop,
    state: "accepted",
    accepted_at: event.time,
    accepted_by: event.actor,
    accepted_operated_at: hands.operated_at ?? event.time,
    accepted_operator_id: hands.operator_id ?? null,
    accepted_operator_verified: hands.operator_verified ?? false,
    accepted_device_id: hands.device_id ?? null,
  };
  order.accepted_revision = order.revision;
  order.changes = [];
}

/** Whether an acceptance may have ended more: all that the shop, or everybody, makes had passed. */
export function settle(order: QueueOrder, by: Shop): boolean {
  const passed = (only: (shop: Shop) => boolean) =>
    order.items.every(({ shops }) =>
      shops.every(({ shop, state }) => !only(shop) || state === "passed"),
    );
  return passed(() => true) || (by === order.shop.shop && passed((shop) => shop === by));
}

export function asked(
  order: QueueOrder,
  event: Fact<"orders.work-order.asked.v1">,
  about: { seen: number | null },
): boolean {
  const { data } = event;
  if (order.questions.some(({ id }) => id === data.question_id)) return false;
  if (data.shop === order.shop.shop) {
    see(order, event, data, about);
    order.open_questions += 1;
  }
  order.questions = [
    ...order.questions,
    {
      id: data.question_id,
      revision: data.revision,
      shop: data.shop,
      text: data.text,
      item_id: data.item_id ?? null,
      photo_id: data.photo_id ?? null,
      asked_at: event.time,
      asked_by: event.actor,
      operated_at: data.operated_at ?? event.time,
      operator_id: data.operator_id ?? null,
      operator_verified: data.operator_verified ?? false,
      answered_at: null,
      answered_by: null,
      answer_text: null,
    },
  ];
  order.items = order.items.map((item) =>
    item.id === data.item_id ? { ...item, open_questions: item.open_questions + 1 } : item,
  );
  return false;
}

export function answered(order: QueueOrder, event: Fact<"orders.work-order.answered.v1">): boolean {
  const { data } = event;
  const question = order.questions.find(({ id }) => id === data.question_id);
  if (!question) return true;
  if (question.answered_at !== null) return false;
  order.questions = order.questions.map((one) =>
    one === question
      ? { ...one, answered_at: event.time, answered_by: event.actor, answer_text: data.text }
      : one,
  );
  if (question.shop === order.shop.shop) order.open_questions -= 1;
  order.items = order.items.map((item) =>
    item.id === question.item_id ? { ...item, open_questions: item.open_questions - 1 } : item,
  );
  return false;
}

export function worked(order: QueueOrder, event: ItemFact): boolean {
  const { data } = event;
  const step = {
    step: STEP[event.type],
    by: event.actor,
    operator_id: data.operator_id ?? null,
    operator_verified: data.operator_verified ?? false,
    device_id: data.device_id ?? null,
    step_at: event.time,
    operated_at: data.operated_at ?? event.time,
  };
  const stand = (one: Standing): Standing =>
    one.shop === data.shop
      ? {
          ...one,
          state: data.state,
          done: data.quantity_done,
          passed: data.quantity_passed ?? 0,
          last_step: step,
        }
      : one;
  const change = (item: Item): Item =>
    item.id === data.item_id ? { ...item, shops: item.shops.map(stand) } : item;
  order.items = order.items.map(change);
  const control = event.type.includes(".control-");
  if (control && data.shop === order.shop.shop) complete(order, event.time);
  if (event.type === "orders.work-order.control-passed.v1" && event.data.items_left === 0) {
    order.stage = "ready";
    order.late = false;
  }
  return false;
}

/** Controls the whole: a shop is through with an order when all its items have passed there. */
function complete(order: QueueOrder, time: string): void {
  const through = order.items.every((item) =>
    item.shops.every(({ shop, state }) => shop !== order.shop.shop || state === "passed"),
  );
  const { accepted_at, seen_at, received_at } = order.shop;
  const reached = accepted_at ? "accepted" : seen_at ? "seen" : received_at ? "received" : "sent";
  order.shop = {
    ...order.shop,
    state: through ? "completed" : reached,
    completed_at: through ? time : null,
  };
}
