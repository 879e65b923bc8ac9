import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { onNotKept, useDraft } from "./drafts.ts";
import { SessionContext } from "./session.ts";
import { becomeTab } from "./tab.ts";
import { DESK } from "./testing.tsx";

beforeEach(() => {
  localStorage.clear();
  becomeTab("one");
});

function as(subject: string) {
  return ({ children }: { children: ReactNode }) => (
    <SessionContext value={{ ...DESK, subject }}>{children}</SessionContext>
  );
}

const ANNA = { wrapper: as("staff:anna") };
const IRINA = { wrapper: as("staff:irina") };

test("what was typed is there after a reload, and gone once it is saved", () => {
  const first = renderHook(() => useDraft("order", { text: "" }), ANNA);
  expect(first.result.current[2].restoredAt).toBeNull();
  act(() => first.result.current[1]({ text: "Зеркало" }));
  expect(first.result.current[0]).toEqual({ text: "Зеркало" });
  first.unmount();

  const second = renderHook(() => useDraft("order", { text: "" }), ANNA);
  expect(second.result.current[0]).toEqual({ text: "Зеркало" });
  expect(second.result.current[2].restoredAt).not.toBeNull();
  act(() => second.result.current[2].clear());
  expect(second.result.current[0]).toEqual({ text: "" });
  second.unmount();
  const third = renderHook(() => useDraft("order", { text: "" }), ANNA);
  expect(third.result.current[0]).toEqual({ text: "" });
});

test("another person at the same browser sees nothing of it, and the first finds it again", () => {
  const anna = renderHook(() => useDraft("order", ""), ANNA);
  act(() => anna.result.current[1]("её"));
  anna.unmount();
  const irina = renderHook(() => useDraft("order", ""), IRINA);
  expect(irina.result.current[0]).toBe("");
  act(() => irina.result.current[2].clear());
  irina.unmount();
  expect(renderHook(() => useDraft("order", ""), ANNA).result.current[0]).toBe("её");
});

test("two changes in one turn build upon each other", () => {
  const { result } = renderHook(() => useDraft("order", [] as string[]), ANNA);
  act(() => {
    result.current[1]((now) => [...now, "a"]);
    result.current[1]((now) => [...now, "b"]);
  });
  expect(result.current[0]).toEqual(["a", "b"]);
});

test("another name is another draft", () => {
  const { result, rerender } = renderHook(({ name }) => useDraft(name, ""), {
    ...ANNA,
    initialProps: { name: "edit-1" },
  });
  act(() => result.current[1]("первый"));
  rerender({ name: "edit-2" });
  expect(result.current[0]).toBe("");
  rerender({ name: "edit-1" });
  expect(result.current[0]).toBe("первый");
});

test("a full storage is told once and the form goes on", () => {
  const tell = vi.fn();
  const stop = onNotKept(tell);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const { result } = renderHook(() => useDraft("order", ""), ANNA);
  act(() => result.current[1]("а"));
  act(() => result.current[1]("аб"));
  expect(result.current[0]).toBe("аб");
  expect(tell).toHaveBeenCalledTimes(1);
  stop();
});

test("rubbish in the storage is as good as nothing", () => {
  localStorage.setItem("vitrazh:draft:staff:anna:order#one", "{не json");
  expect(renderHook(() => useDraft("order", "пусто"), ANNA).result.current[0]).toBe("пусто");
});

describe("two tabs", () => {
  test("with the same form are two forms; neither takes from the other", () => {
    const one = renderHook(() => useDraft("order", ""), ANNA);
    act(() => one.result.current[1]("первая"));
    becomeTab("two");
    const two = renderHook(() => useDraft("order", ""), ANNA);
    expect(two.result.current[0]).toBe("");
    act(() => two.result.current[1]("вторая"));
    two.unmount();
    one.unmount();
    expect(renderHook(() => useDraft("order", ""), ANNA).result.current[0]).toBe("вторая");
    becomeTab("one");
    expect(renderHook(() => useDraft("order", ""), ANNA).result.current[0]).toBe("первая");
  });

  test("what a closed tab left is found by the next one, once", () => {
    const one = renderHook(() => useDraft("order", ""), ANNA);
    act(() => one.result.current[1]("осталось"));
    one.unmount();
    localStorage.removeItem("vitrazh:tab:one");
    becomeTab("two");
    expect(renderHook(() => useDraft("order", ""), ANNA).result.current[0]).toBe("осталось");
    becomeTab("three");
    expect(renderHook(() => useDraft("order", ""), ANNA).result.current[0]).toBe("");
  });
});
