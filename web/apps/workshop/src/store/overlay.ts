/**
 * The order with what was done here and is not confirmed yet laid over it. The server's row stays
 * as it is, so its answer simply takes the place of both. Pure.
 */
import type { QueueOrder } from "@vitrazh/api";
import { isPossible, left } from "./standing.ts";
import type { Command, Item, Standing } from "./types.ts";

const NEXT = { start: "started", pause: "paused" } as const;

/** Lays the commands of one order over it, in the order in which they were done. */
export function overlay(order: QueueOrder, commands: readonly Command[], device: string) {
  const about = commands.filter((one) => one.order_id === order.id);
  if (about.length === 0) return order;
  const shown = structuredClone(order);
  for (const command of about) {
    if (command.revision === order.revision && !isThere(order, command, device)) {
      lay(shown, command, device);
    }
  }
  return shown;
}

/** Whether the server's row holds the effect already: its event was quicker than its answer. */
function isThere(order: QueueOrder, command: Command, device: string): boolean {
  const same = (at: string | null | undefined) =>
    at != null && Date.parse(at) === Date.parse(command.operated_at);
  if (command.verb === "ask") {
    return order.questions.some(
      ({ operated_at, text }) => same(operated_at) && text === command.text,
    );
  }
  const item = order.items.find(({ id }) => id === command.item_id);
  const step = item?.shops.find(({ shop }) => shop === order.shop.shop)?.last_step;
  return step?.device_id === device && same(step.operated_at);
}

function lay(order: QueueOrder, command: Command, device: string): void {
  const { verb, operated_at: at } = command;
  if (verb === "accept" && isPossible(order, verb, null)) {
    order.shop = {
      ...order.shop,
      state: "accepted",
      accepted_at: at,
      accepted_by: `device:${device}`,
      accepted_operated_at: at,
      accepted_operator_id: command.hands?.id ?? null,
      accepted_operator_verified: command.hands?.session != null,
      accepted_device_id: device,
    };
    order.accepted_revision = order.revision;
    order.changes = [];
  } else if (verb === "ask") {
    ask(order, command, device);
  } else if (command.item_id !== null) {
    const item = order.items.find(({ id }) => id === command.item_id);
    const here = item?.shops.find(({ shop }) => shop === order.shop.shop);
    if (item && here && isPossible(order, verb, item.id)) work(order, item, here, command, device);
  }
}

function ask(order: QueueOrder, command: Command, device: string): void {
  order.questions.push({
    id: command.key,
    revision: command.revision,
    shop: order.shop.shop,
    text: command.text ?? "",
    item_id: command.item_id,
    photo_id: command.photo_id,
    asked_at: command.operated_at,
    asked_by: `device:${device}`,
    operated_at: command.operated_at,
    operator_id: command.hands?.id ?? null,
    operator_verified: command.hands?.session != null,
    answered_at: null,
    answered_by: null,
    answer_text: null,
  });
  order.open_questions += 1;
  for (const item of order.items) if (item.id === command.item_id) item.open_questions += 1;
}

function work(
  order: QueueOrder,
  item: Item,
  here: Standing,
  command: Command,
  device: string,
): void {
  const { make, check } = left(order, item);
  const pieces = command.quantity ?? 0;
  const { verb } = command;
  if (verb === "start" || verb === "pause") here.state = NEXT[verb];
  else if (verb === "finish") {
    here.done += Math.min(pieces, make);
    if (here.done === item.quantity) here.state = "finished";
  } else if (verb === "pass-control") {
    here.passed += Math.min(pieces, check);
    if (here.passed === item.quantity) here.state = "passed";
  } else if (verb === "fail-control") {
    here.done = Math.max(0, here.done - pieces);
    here.passed = Math.min(here.passed, here.done);
    if (here.state === "finished" || here.state === "passed") here.state = "queued";
  } else if (verb === "take-back" && command.before) Object.assign(here, command.before);
  here.last_step = {
    step: verb,
    by: `device:${device}`,
    operator_id: command.hands?.id ?? null,
    operator_verified: command.hands?.session != null,
    device_id: device,
    step_at: command.operated_at,
    operated_at: command.operated_at,
  };
}
