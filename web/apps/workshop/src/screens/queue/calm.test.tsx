import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ShownOrder } from "../../store/index.ts";
import { ticket } from "../testing/tablet.tsx";
import { CALM_MS, useCalm } from "./calm.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const local = { fresh: null, pending: [], notes: [], whole: true, gone: null };
const shown = (id: string, fresh: "new" | null = null): ShownOrder => ({
  ...ticket(id),
  local: { ...local, fresh },
});

it("puts new orders on top at once when nobody touches the list", () => {
  const { result, rerender } = renderHook(({ orders }) => useCalm(orders), {
    initialProps: { orders: [shown("1"), shown("2")] },
  });
  rerender({ orders: [shown("1"), shown("2"), shown("3", "new")] });
  expect(result.current.shown.map(({ id }) => id)).toEqual(["3", "1", "2"]);
});

it("moves nothing under a finger, and all of it two seconds after the last touch", () => {
  const { result, rerender } = renderHook(({ orders }) => useCalm(orders), {
    initialProps: { orders: [shown("1"), shown("2")] },
  });
  act(() => result.current.touched());
  rerender({ orders: [shown("2"), shown("3", "new")] });
  expect(result.current.shown.map(({ id }) => id)).toEqual(["1", "2"]);
  act(() => vi.advanceTimersByTime(CALM_MS - 10));
  expect(result.current.shown.map(({ id }) => id)).toEqual(["1", "2"]);
  act(() => vi.advanceTimersByTime(20));
  expect(result.current.shown.map(({ id }) => id)).toEqual(["3", "2"]);
});

it("shows at once what an order has become", () => {
  const { result, rerender } = renderHook(({ orders }) => useCalm(orders), {
    initialProps: { orders: [shown("1")] },
  });
  act(() => result.current.touched());
  rerender({ orders: [{ ...shown("1"), late: true }] });
  expect(result.current.shown[0]?.late).toBe(true);
});
