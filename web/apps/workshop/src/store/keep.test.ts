// @vitest-environment node
import type { QueueOrder } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import { order, settled } from "../sync/testing.ts";
import { forget, type Heard, keep, tell, widen } from "./keep.ts";
import { store } from "./store.ts";

const untouched = { received_at: null, seen_at: null, accepted_at: null, state: "sent" };

function sent(id: string, changes: Partial<QueueOrder> = {}): QueueOrder {
  const made = order(id, changes);
  return { ...made, shop: { ...made.shop, ...untouched } };
}

async function said(...orders: QueueOrder[]): Promise<Heard> {
  const heard: Heard = [];
  await store.db.write(async (tables) => {
    for (const one of orders) await keep(tables, { order: one, whole: true }, heard);
    await tell(tables, heard);
  });
  return heard;
}

const row = (id: string) => store.db.read((tables) => tables.orders.get(id));
const outbox = () => store.db.read((tables) => tables.outbox.all());
const notes = () => store.db.read((tables) => tables.notes.all());

describe("a new order", () => {
  it("is marked, heard, and its receipt is queued with it", async () => {
    await settled([]);
    expect(await said(sent("1"))).toEqual([{ kind: "new", id: "1" }]);
    expect(await row("1")).toMatchObject({ place: "queue", fresh: "new", whole: true });
    expect(await outbox()).toMatchObject([{ verb: "receive", order_id: "1", hands: null }]);
    const signal = await store.db.value("signal");
    expect(signal?.signal).toEqual({ kind: "new", order_ids: ["1"] });
  });

  it("that comes twice has one receipt", async () => {
    await settled([]);
    await said(sent("1"), sent("1", { sequence: 6 }));
    expect(await outbox()).toHaveLength(1);
  });

  it("that the shop had looked at before this tablet came is not new", async () => {
    await settled([]);
    const made = sent("1");
    await said({ ...made, shop: { ...made.shop, received_at: "x", seen_at: "x", state: "seen" } });
    expect((await row("1"))?.fresh).toBeNull();
    expect(await outbox()).toEqual([]);
  });
});

describe("a correction", () => {
  it("is marked, heard and received anew", async () => {
    await settled([order("1")]);
    const heard = await said(sent("1", { sequence: 6, revision: 2 }));
    expect(heard).toEqual([{ kind: "corrected", id: "1" }]);
    expect((await row("1"))?.fresh).toBe("corrected");
    expect(await outbox()).toMatchObject([{ verb: "receive", revision: 2 }]);
  });

  it("of a correction is heard too", async () => {
    await settled([order("1")]);
    await said(sent("1", { sequence: 6, revision: 2 }));
    const heard = await said(sent("1", { sequence: 7, revision: 3 }));
    expect(heard).toEqual([{ kind: "corrected", id: "1" }]);
  });
});

describe("what is older", () => {
  it("changes nothing", async () => {
    await settled([order("1", { sequence: 9 })]);
    await said(order("1", { sequence: 8, number: "old" }));
    expect((await row("1"))?.order.number).toBe("Л-1/26");
  });

  it("or only a row of a list does not take away what is known", async () => {
    await settled([
      order("1", { attachments: [{ id: "a" } as QueueOrder["attachments"][number]] }),
    ]);
    const known = await row("1");
    const heard: Heard = [];
    await store.db.write((tables) =>
      keep(tables, { order: { ...order("1"), attachments: [] }, whole: false }, heard),
    );
    expect((await row("1"))?.order.attachments).toHaveLength(1);
    expect(widen(order("1", { sequence: 6 }), known).attachments).toHaveLength(1);
  });
});

describe("an order that leaves", () => {
  it("by being cancelled is told to whoever had looked at it", async () => {
    await settled([order("1")]);
    const heard = await said(order("1", { sequence: 6, stage: "cancelled" }));
    expect(heard).toEqual([{ kind: "cancelled", id: "1" }]);
    expect(await row("1")).toMatchObject({ place: "gone", gone: "cancelled", fresh: null });
    expect(await notes()).toMatchObject([
      { kind: "cancelled", number: "Л-1/26", shown_revision: 1 },
    ]);
  });

  it("before anybody looked leaves quietly", async () => {
    await settled([]);
    await said(sent("1"));
    await said(sent("1", { sequence: 6, stage: "cancelled" }));
    expect(await notes()).toEqual([]);
  });

  it("for another shop is told once, and is not in the queue", async () => {
    await settled([order("1")]);
    for (let turn = 0; turn < 2; turn += 1) {
      await store.db.write((tables) => forget(tables, "1", [], 7));
    }
    expect(await row("1")).toMatchObject({ place: "gone", gone: "moved" });
    expect((await row("1"))?.order.sequence).toBe(7);
    expect(await notes()).toHaveLength(1);
  });

  it("when the shop is through lies among the done, and may come back", async () => {
    await settled([order("1")]);
    const made = order("1", { sequence: 6 });
    await said({ ...made, shop: { ...made.shop, state: "completed", completed_at: "x" } });
    expect((await row("1"))?.place).toBe("done");
    expect(await said(order("1", { sequence: 7 }))).toEqual([{ kind: "new", id: "1" }]);
    expect((await row("1"))?.place).toBe("queue");
  });
});

describe("an answer of the desk", () => {
  it("is heard", async () => {
    const question = { id: "q", answered_at: null } as QueueOrder["questions"][number];
    await settled([order("1", { questions: [question] })]);
    const questions = [{ ...question, answered_at: "2026-11-24T09:00:00Z" }];
    expect(await said(order("1", { sequence: 6, questions }))).toEqual([
      { kind: "answer", id: "1" },
    ]);
  });
});
