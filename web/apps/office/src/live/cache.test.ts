import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { type FeedEvent, NoAnswer } from "@vitrazh/api";
import {
  notificationsToldQueryKey,
  ordersBoardOrdersQueryKey,
  ordersCountsQueryKey,
  ordersHandOffQueryKey,
  ordersHistoryQueryKey,
  ordersWorkOrderQueryKey,
} from "@vitrazh/api/query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refresher, snapshot } from "./cache.ts";

const ONE = { path: { order_id: "one" } };
const TWO = { path: { order_id: "two" } };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function event(subject: string, sequence: number, type = "orders.work-order.seen.v1"): FeedEvent {
  return { subject, sequence, type } as FeedEvent;
}

function knowing() {
  const queries = new QueryClient();
  queries.setQueryData(ordersWorkOrderQueryKey(ONE), { sequence: 4 } as never);
  queries.setQueryData(ordersHandOffQueryKey(ONE), { sequence: 5 } as never);
  queries.setQueryData(ordersHistoryQueryKey(ONE), { items: [] } as never);
  queries.setQueryData(ordersWorkOrderQueryKey(TWO), { sequence: 1 } as never);
  queries.setQueryData(ordersCountsQueryKey(), { folders: [] } as never);
  queries.setQueryData(ordersBoardOrdersQueryKey(), { items: [] } as never);
  queries.setQueryData(notificationsToldQueryKey(), { items: [] } as never);
  const stale = () =>
    queries
      .getQueryCache()
      .getAll()
      .filter((query) => query.state.isInvalidated)
      .map((query) => {
        const key = query.queryKey[0] as { _id: string; path?: { order_id: string } };
        return key.path ? `${key._id} ${key.path.order_id}` : key._id;
      })
      .sort();
  return { queries, stale };
}

test("an event makes stale what it touches, and nothing that knows it already", () => {
  const { queries, stale } = knowing();
  refresher(queries).take(event("one", 5));
  vi.advanceTimersByTime(99);
  expect(stale()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(stale()).toEqual([
    "ordersBoardOrders",
    "ordersCounts",
    "ordersHistory one",
    "ordersWorkOrder one",
  ]);
});

test("a message makes stale what was told", () => {
  const { queries, stale } = knowing();
  refresher(queries).take(event("m", 1, "notifications.message.failed.v1"));
  vi.advanceTimersByTime(100);
  expect(stale()).toEqual(["notificationsTold"]);
});

test("a burst is one look, and no burst is put off for ever", () => {
  const { queries } = knowing();
  const looks = vi.spyOn(queries, "invalidateQueries");
  const refresh = refresher(queries);
  for (let at = 0; at < 10; at += 1) {
    refresh.take(event("one", 5 + at));
    vi.advanceTimersByTime(50);
  }
  expect(looks).toHaveBeenCalledTimes(0);
  vi.advanceTimersByTime(100);
  expect(looks).toHaveBeenCalledTimes(1);
  for (let at = 0; at < 24; at += 1) {
    refresh.take(event("one", 50 + at));
    vi.advanceTimersByTime(50);
  }
  expect(looks).toHaveBeenCalledTimes(2);
});

test("the snapshot begins again when something on the screen got no answer", async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let works = true;
  const screen = new QueryObserver(queries, {
    queryKey: ["a"],
    queryFn: async () => {
      if (!works) throw new NoAnswer("cut");
      return 1;
    },
  });
  const stop = screen.subscribe(() => {});
  await snapshot(queries);
  works = false;
  await expect(snapshot(queries)).rejects.toBeInstanceOf(NoAnswer);
  stop();
});
