// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Loop } from "./loop.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a loop", () => {
  it("runs when it is called, again when it wants to, and then rests", async () => {
    const run = vi
      .fn<() => Promise<number | null>>()
      .mockResolvedValueOnce(500)
      .mockResolvedValue(null);
    const loop = new Loop(run);
    loop.now();
    await vi.advanceTimersByTimeAsync(499);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("never runs twice at the same time, and once more after a call meanwhile", async () => {
    let running = 0;
    let most = 0;
    const loop = new Loop(async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 100));
      running -= 1;
      return null;
    });
    const turns = vi.spyOn(globalThis, "setTimeout");
    for (let call = 0; call < 5; call += 1) loop.now();
    await vi.advanceTimersByTimeAsync(10);
    for (let call = 0; call < 5; call += 1) loop.now();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(most).toBe(1);
    expect(turns.mock.calls.filter(([, ms]) => ms === 100)).toHaveLength(2);
  });

  it("goes on after a failure, and ends when it is stopped", async () => {
    const run = vi.fn<() => Promise<number | null>>().mockRejectedValue(new Error("no"));
    const loop = new Loop(run);
    loop.now();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(run).toHaveBeenCalledTimes(3);
    loop.stop();
    loop.now();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(3);
  });
});
