// @vitest-environment node
import { describe, expect, it } from "vitest";
import { act } from "./store/act.ts";
import { drain, FakeServer, order, settled } from "./sync/testing.ts";
import { IDLE_MS, mayReplace, touchedAt } from "./update.ts";

describe("a new version", () => {
  it("waits for a minute without a touch", async () => {
    await settled([]);
    touchedAt(1_000);
    expect(await mayReplace(1_000 + IDLE_MS - 1)).toBe(false);
    expect(await mayReplace(1_000 + IDLE_MS)).toBe(true);
  });

  it("waits until nothing waits to be sent", async () => {
    await settled([order("1")]);
    new FakeServer(order("1"));
    touchedAt(0);
    await act.start("1", "1-1");
    expect(await mayReplace(IDLE_MS)).toBe(false);
    await drain();
    expect(await mayReplace(IDLE_MS)).toBe(true);
  });
});
