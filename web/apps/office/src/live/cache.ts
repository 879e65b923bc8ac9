/**
 * What an event makes stale in the cache of answers. A burst is one look: queries are read again
 * 100 ms after its last event, once; what an action's own answer brought already is not.
 */
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { type FeedEvent, NoAnswer } from "@vitrazh/api";

const TRAILING_MS = 100;
/** However long the burst, nobody waits longer than this, ms. */
const LONGEST_MS = 1_000;
/** Queries of one order, by `path.order_id`. */
const OF_ORDER = new Set([
  "ordersWorkOrder",
  "ordersHandOff",
  "ordersHistory",
  "ordersRevisions",
  "ordersQueueOrder",
  "ordersBoardOrder",
]);
/** Queries over many orders. */
const OF_ORDERS = new Set([
  "ordersFolder",
  "ordersCounts",
  "ordersReadBoard",
  "ordersBoardOrders",
  "ordersShopQueue",
  "ordersDay",
  "ordersWaiting",
]);
const OF_MESSAGES = new Set(["notificationsTold", "notificationsMessage"]);
const OF_DEVICES = new Set(["gatewayAllDevices", "gatewayDevice"]);
const OF_OFFICES = new Set(["gatewayAllOffices", "gatewayOffice"]);

interface Key {
  _id?: string;
  path?: { order_id?: string };
}

function keyOf(key: QueryKey): Key {
  const first = key[0];
  return first !== null && typeof first === "object" ? first : {};
}

function sequenceOf(data: unknown): number {
  const known = data as { sequence?: unknown } | null | undefined;
  return typeof known?.sequence === "number" ? known.sequence : -1;
}

/** Whether the events make this query stale; its data may know them already. */
function isStale(key: Key, data: unknown, events: ReadonlyMap<string, FeedEvent>): boolean {
  const id = key._id ?? "";
  if (OF_ORDER.has(id)) {
    const event = events.get(key.path?.order_id ?? "");
    return event !== undefined && sequenceOf(data) < event.sequence;
  }
  const any = (kind: string) => [...events.values()].some((event) => event.type.startsWith(kind));
  if (OF_ORDERS.has(id)) return any("orders.");
  if (OF_MESSAGES.has(id)) return any("notifications.") || any("orders.work-order.client");
  if (OF_DEVICES.has(id)) return any("gateway.device.");
  return OF_OFFICES.has(id) && any("gateway.office.");
}

/** Takes events one by one and refreshes the cache after a burst. */
export function refresher(queries: QueryClient): { take: (event: FeedEvent) => void } {
  let events = new Map<string, FeedEvent>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = 0;

  function flush(): void {
    const all = events;
    events = new Map();
    begun = 0;
    void queries.invalidateQueries({
      predicate: (query) => isStale(keyOf(query.queryKey), query.state.data, all),
    });
  }

  return {
    take: (event) => {
      const known = events.get(event.subject);
      if (!known || known.sequence < event.sequence) events.set(event.subject, event);
      const now = Date.now();
      begun ||= now;
      clearTimeout(timer);
      timer = setTimeout(flush, Math.max(0, Math.min(TRAILING_MS, begun + LONGEST_MS - now)));
    },
  };
}

/** Fetches everything on the screen anew. Throws when no answer came: then the feed begins again. */
export async function snapshot(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries();
  const failed = queries
    .getQueryCache()
    .findAll({ type: "active" })
    .find((query) => query.state.error instanceof NoAnswer);
  if (failed) throw failed.state.error;
}
