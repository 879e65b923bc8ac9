// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { drain, FakeServer, order, outbox, settled, ZAYTSEV } from "../sync/testing.ts";
import { act, markSeen } from "./act.ts";
import { chooseTile } from "./operator.ts";
import { show } from "./shown.ts";

describe("taking a step back", () => {
  it("sends nothing when the step was not sent", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    expect(await act.takeBack("1", "1-1")).toBe(true);
    await drain();
    expect(server.asked).toEqual([]);
    expect(await db.value("last")).toBeNull();
  });

  it("follows a step that may have arrived", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    server.turns.push("unanswered");
    const sender = await drain();
    expect(await act.takeBack("1", "1-1")).toBe(true);
    const row = await db.read((tables) => tables.orders.get("1"));
    const shown = row && show(row, await outbox(), [], "d1");
    expect(shown?.items[0]?.shops[0]?.state).toBe("queued");
    await drain(sender);
    expect(server.done.map(({ verb }) => verb)).toEqual(["start", "take-back"]);
  });

  it("is not offered after ten seconds", async () => {
    await settled([order("1")]);
    new FakeServer(order("1"));
    await act.start("1", "1-1");
    await drain();
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 10_001);
    expect(await act.takeBack("1", "1-1")).toBe(false);
  });
});

describe("whoever taps", () => {
  it("twice does it once", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    const done = await Promise.all([act.start("1", "1-1"), act.start("1", "1-1")]);
    expect(done).toEqual([true, false]);
    await drain();
    expect(server.done).toHaveLength(1);
  });

  it("without having said who he is does nothing", async () => {
    const db = await settled([order("1")]);
    await db.setValue("operator", null);
    await expect(act.start("1", "1-1")).rejects.toThrow();
    expect(await outbox()).toEqual([]);
    await db.setValue("tiles", [{ id: ZAYTSEV, name: "Зайцев", has_pin: true }]);
    await chooseTile(ZAYTSEV);
    expect(await act.start("1", "1-1")).toBe(true);
    expect((await outbox())[0]?.hands).toEqual({ id: ZAYTSEV, name: "Зайцев", session: null });
  });
});

describe("opening an order", () => {
  it("tells the office once, and ends the highlight", async () => {
    const made = order("1");
    Object.assign(made.shop, { seen_at: null, accepted_at: null, state: "received" });
    const db = await settled([made]);
    await db.write(({ orders }) => orders.update("1", { fresh: "new" }));
    await markSeen("1");
    await markSeen("1");
    expect((await outbox()).map(({ verb }) => verb)).toEqual(["mark-seen"]);
    expect((await db.read(({ orders }) => orders.get("1")))?.fresh).toBeNull();
  });

  it("that somebody has looked at tells nothing", async () => {
    await settled([order("1")]);
    await markSeen("1");
    expect(await outbox()).toEqual([]);
  });
});
