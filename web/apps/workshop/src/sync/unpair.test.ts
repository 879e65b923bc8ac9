// @vitest-environment node
import { describe, expect, it } from "vitest";
import { act } from "../store/act.ts";
import { order, settled } from "./testing.ts";
import { unpair } from "./unpair.ts";

describe("a tablet that leaves its shop", () => {
  it("forgets orders, workers and the token", async () => {
    const db = await settled([order("1")]);
    expect(await unpair()).toBe(true);
    expect(await db.value("device")).toBeNull();
    expect(await db.value("operator")).toBeNull();
    expect(await db.read(({ orders }) => orders.all())).toEqual([]);
    expect(JSON.stringify(await db.read(({ values }) => values.all()))).not.toContain("vd_1");
  });

  it("stays as long as something waits to be sent", async () => {
    const db = await settled([order("1")]);
    await act.start("1", "1-1");
    expect(await unpair()).toBe(false);
    expect(await db.value("device")).toMatchObject({ id: "d1" });
    expect(await db.read(({ outbox }) => outbox.all())).toHaveLength(1);
  });
});
