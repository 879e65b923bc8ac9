import { act, cleanup, renderHook } from "@testing-library/react";
import { NoAnswer, Refusal } from "@vitrazh/api";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useAction } from "./action.ts";
import { isLost, sessionEnded, sessionRegained } from "./gate.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  cleanup();
  sessionEnded();
  vi.useRealTimers();
});

/** Lets promises and the pauses between tries pass. */
async function pass(ms = 0): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}

describe("useAction", () => {
  test("a double click sends once", async () => {
    const send = vi.fn(async (_key: string, text: string) => text);
    const { result } = renderHook(() => useAction(send));
    act(() => {
      void result.current.run("one");
      void result.current.run("one");
    });
    expect(result.current.pending).toBe(true);
    await pass();
    expect(send).toHaveBeenCalledTimes(1);
    expect(result.current.pending).toBe(false);
  });

  test("every try carries the same key, the next action another", async () => {
    const keys: string[] = [];
    const send = vi.fn(async (key: string) => {
      keys.push(key);
      if (keys.length < 3) throw new NoAnswer("cut");
    });
    const done = vi.fn();
    const { result } = renderHook(() => useAction(send, { done }));
    act(() => void result.current.run());
    await pass(5_000);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(done).toHaveBeenCalledTimes(1);
    act(() => void result.current.run());
    await pass();
    expect(keys[3]).not.toBe(keys[0]);
  });

  test("after three tries the error is shown; sending again keeps the key", async () => {
    const keys: string[] = [];
    let works = false;
    const send = async (key: string, _text: string) => {
      keys.push(key);
      if (!works) throw new Refusal(503, { title: "Занято" });
      return "готово";
    };
    const { result } = renderHook(() => useAction(send));
    act(() => void result.current.run("a"));
    await pass(5_000);
    expect(keys).toHaveLength(3);
    expect(result.current.error).toBeInstanceOf(Refusal);
    works = true;
    act(() => void result.current.again?.());
    await pass();
    expect(new Set(keys).size).toBe(1);
    expect(result.current.error).toBeNull();
  });

  test("other words after an unknown outcome are another action", async () => {
    const keys: string[] = [];
    const send = async (key: string, _text: string) => {
      keys.push(key);
      throw new NoAnswer("cut");
    };
    const { result } = renderHook(() => useAction(send));
    act(() => void result.current.run("a"));
    await pass(5_000);
    act(() => void result.current.run("b"));
    await pass(5_000);
    expect(new Set(keys).size).toBe(2);
  });

  test("a refusal is shown at once and forgets the key", async () => {
    const send = vi.fn(async (_key: string) => {
      throw new Refusal(422, { title: "Так нельзя" });
    });
    const { result } = renderHook(() => useAction(send));
    act(() => void result.current.run());
    await pass(5_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(result.current.error).toHaveProperty("title", "Так нельзя");
    expect(result.current.again).toBeNull();
    act(() => void result.current.run());
    await pass();
    expect(send.mock.calls[1]?.[0]).not.toBe(send.mock.calls[0]?.[0]);
  });

  test("a long wait that the server asks for is shown, not sat out", async () => {
    const send = vi.fn(async () => {
      throw new Refusal(429, { title: "Слишком часто" }, 60);
    });
    const { result } = renderHook(() => useAction(send));
    act(() => void result.current.run());
    await pass(5_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  test("a lost session waits for the sign-in and goes on with the same key", async () => {
    const keys: string[] = [];
    const send = async (key: string) => {
      keys.push(key);
      if (keys.length === 1) throw new Refusal(401, { title: "Войдите" });
      return "готово";
    };
    const { result } = renderHook(() => useAction(send));
    act(() => void result.current.run());
    await pass(60_000);
    expect(isLost()).toBe(true);
    expect(result.current.pending).toBe(true);
    expect(keys).toHaveLength(1);
    act(() => sessionRegained());
    await pass();
    expect(result.current.pending).toBe(false);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });
});
