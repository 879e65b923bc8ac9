/** What the page of an order knows, and how it stays true: answers of the server, moved by the feed. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { FeedEvent, HandOff, WorkOrderOut } from "@vitrazh/api";
import {
  notificationsToldOptions,
  ordersHandOffOptions,
  ordersHistoryInfiniteOptions,
  ordersHistoryOptions,
  ordersQueueOrderOptions,
  ordersRevisionsOptions,
  ordersWorkOrderOptions,
} from "@vitrazh/api/query";
import { useOnEvent } from "../../shared/live.ts";

const HISTORY_PAGE = 30;
const MOST_MESSAGES = 50;

export const orderQuery = (id: string) => ordersWorkOrderOptions({ path: { order_id: id } });
export const handOffQuery = (id: string) => ordersHandOffOptions({ path: { order_id: id } });
export const revisionsQuery = (id: string) => ordersRevisionsOptions({ path: { order_id: id } });
export const queueOrderQuery = (id: string, shop: "workshop" | "art-shop") =>
  ordersQueueOrderOptions({ path: { order_id: id }, query: { shop } });
export const messagesQuery = (id: string) =>
  notificationsToldOptions({ query: { work_order_id: id, limit: MOST_MESSAGES } });
export const historyQuery = (id: string) =>
  ordersHistoryInfiniteOptions({ path: { order_id: id }, query: { limit: HISTORY_PAGE } });
/** The last few deeds alone: who was it just now? */
export const lastDeedsQuery = (id: string) =>
  ordersHistoryOptions({ path: { order_id: id }, query: { limit: 10 } });

/** Steps in the shops change the strip, not the sheet. */
const ON_THE_FLOOR =
  /^orders\.work-order\.(received|seen|accepted|asked|answered|unseen|work-[a-z-]+|control-[a-z]+)\./;

/**
 * Asks for the strip and the sheet anew at once, not after the burst as for all other queries: on
 * this page one waits for the tablet. What is already as new is left alone.
 */
function refreshBy(cache: QueryClient, id: string, event: FeedEvent): void {
  const ask = (queryKey: readonly unknown[]) => void cache.invalidateQueries({ queryKey });
  const handOff = handOffQuery(id).queryKey;
  if ((cache.getQueryData<HandOff>(handOff)?.sequence ?? 0) < event.sequence) ask(handOff);
  const sheet = orderQuery(id).queryKey;
  const known = cache.getQueryData<WorkOrderOut>(sheet)?.sequence ?? 0;
  if (!ON_THE_FLOOR.test(event.type) && known < event.sequence) ask(sheet);
}

/** Keeps the strip and the sheet as new as the feed says. */
export function useLiveOrder(id: string): void {
  const cache = useQueryClient();
  useOnEvent((event) => {
    if (event.subject === id) refreshBy(cache, id, event);
  });
}

/** Takes an answer into the cache unless something newer stands there. */
export function takeOrder(cache: QueryClient, answer: WorkOrderOut): void {
  cache.setQueryData(orderQuery(answer.id).queryKey, (known) =>
    known && known.sequence > answer.sequence ? known : answer,
  );
}

/** The same of the strip. */
export function takeHandOff(cache: QueryClient, answer: HandOff): void {
  cache.setQueryData(handOffQuery(answer.id).queryKey, (known) =>
    known && known.sequence > answer.sequence ? known : answer,
  );
}

/** Everything about the order anew: after a refusal that says we saw something old. */
export function refreshAll(cache: QueryClient, id: string): void {
  for (const { queryKey } of [orderQuery(id), handOffQuery(id), revisionsQuery(id)]) {
    void cache.invalidateQueries({ queryKey });
  }
  void cache.invalidateQueries({ queryKey: messagesQuery(id).queryKey });
  void cache.invalidateQueries({ queryKey: historyQuery(id).queryKey });
}
