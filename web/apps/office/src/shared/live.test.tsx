import { act, renderHook } from "@testing-library/react";
import type { FeedEvent } from "@vitrazh/api";
import { expect, test, vi } from "vitest";
import { emitEvent, linkNow, setLink, useLink, useOnEvent } from "./live.ts";

test("the link is seen by all, with its own beginning", () => {
  const { result } = renderHook(() => useLink());
  act(() => setLink("lost", 1_000));
  expect(result.current).toBe("lost");
  act(() => setLink("lost", 2_000));
  expect(linkNow()).toEqual({ state: "lost", since: 1_000 });
  act(() => setLink("live"));
  expect(result.current).toBe("live");
});

test("events reach the newest listener while the screen stands, and not after", () => {
  const heard = vi.fn();
  const event = { subject: "one" } as FeedEvent;
  const { rerender, unmount } = renderHook(({ name }) => useOnEvent((e) => heard(name, e)), {
    initialProps: { name: "a" },
  });
  emitEvent(event);
  rerender({ name: "b" });
  emitEvent(event);
  unmount();
  emitEvent(event);
  expect(heard.mock.calls).toEqual([
    ["a", event],
    ["b", event],
  ]);
});
