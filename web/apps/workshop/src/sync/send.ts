/** One command, or its photo, said to the server under its own key. */
import {
  type ControlFailIn,
  keyed,
  NoAnswer,
  ordersAccept,
  ordersAsk,
  ordersAttachPhoto,
  ordersFailControl,
  ordersFinish,
  ordersMarkSeen,
  ordersPassControl,
  ordersPause,
  ordersReceive,
  ordersStart,
  ordersTakeBack,
  type QueueOrder,
} from "@vitrazh/api";
import type { Command, Photo } from "../store/types.ts";

const PATIENCE_MS = 5_000;
const PHOTO_PATIENCE_MS = 20_000;

/** Who sends: replaced in tests. */
export interface Post {
  command: (command: Command) => Promise<QueueOrder>;
  photo: (command: Command, photo: Photo) => Promise<string>;
}

/** Whose hands did it: by the session of that moment, or by name and marked as unverified. */
function signed({ hands, operated_at, trace }: Command): Record<string, string> {
  const headers: Record<string, string> = trace ? { traceparent: trace } : {};
  if (!hands) return headers;
  if (hands.session) return { ...headers, "X-Operator": hands.session };
  return { ...headers, "X-Operator-Id": hands.id, "X-Operated-At": operated_at };
}

function options(command: Command) {
  return {
    path: { order_id: command.order_id },
    headers: { ...keyed(command.key), ...signed(command) },
    signal: AbortSignal.timeout(PATIENCE_MS),
  };
}

/** The body never changes between tries: a key belongs to one body. */
function tap(command: Command) {
  return {
    revision: command.revision,
    operated_at: command.operated_at,
    device_sequence: command.n,
    operator_id: command.hands?.id ?? null,
  };
}

function call(command: Command) {
  const [how, body] = [options(command), tap(command)];
  const item_id = command.item_id ?? "";
  const quantity = command.quantity ?? 1;
  const { photo_id } = command;
  switch (command.verb) {
    case "receive":
      return ordersReceive({ ...how, body });
    case "mark-seen":
      return ordersMarkSeen({ ...how, body });
    case "accept":
      return ordersAccept({ ...how, body });
    case "start":
      return ordersStart({ ...how, body: { ...body, item_id } });
    case "pause":
      return ordersPause({ ...how, body: { ...body, item_id, reason: command.reason } });
    case "finish":
      return ordersFinish({ ...how, body: { ...body, item_id, quantity } });
    case "take-back":
      return ordersTakeBack({ ...how, body: { ...body, item_id } });
    case "ask":
      return ordersAsk({
        ...how,
        body: { ...body, text: command.text ?? "", item_id: command.item_id, photo_id },
      });
    case "pass-control":
      return ordersPassControl({ ...how, body: { ...body, item_id, quantity } });
    case "fail-control": {
      const reason = command.reason as ControlFailIn["reason"];
      return ordersFailControl({ ...how, body: { ...body, item_id, quantity, reason, photo_id } });
    }
  }
}

/** A network that wants a sign-in answers anything with a page: that is no answer. */
async function sendCommand(command: Command): Promise<QueueOrder> {
  const { data } = await call(command);
  if (data?.id !== command.order_id || typeof data.sequence !== "number") {
    throw new NoAnswer("the answer is not the order");
  }
  return data;
}

async function sendPhoto(command: Command, photo: Photo): Promise<string> {
  const { data } = await ordersAttachPhoto({
    path: { order_id: command.order_id },
    headers: { ...keyed(`${command.key}:photo`), ...signed({ ...command, trace: null }) },
    body: new Blob([photo.bytes], { type: photo.type }),
    signal: AbortSignal.timeout(PHOTO_PATIENCE_MS),
  });
  if (typeof data?.id !== "string") throw new NoAnswer("the answer is not a photo");
  return data.id;
}

export const post: Post = { command: sendCommand, photo: sendPhoto };
