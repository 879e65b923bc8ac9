import type { FeedEvent, QueueOrder, Shop } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import lives from "./lives.golden.json" with { type: "json" };
import { type Known, reduce } from "./reducer.ts";

/** Two real orders: each fact, and the row that the server showed to the shop after it. */
interface Life {
  name: string;
  shop: Shop;
  steps: { events: FeedEvent[]; row: QueueOrder }[];
}
const LIVES = lives as unknown as Life[];

/**
 * What facts tell. Lateness follows from the calendar; the unseen alarm, and that the order is
 * ready, are facts that only the office hears, and count in the sequence.
 */
function told(order: QueueOrder | undefined): unknown {
  if (!order) return undefined;
  return { ...order, late: false, sequence: 0, shop: { ...order.shop, unseen_at: null } };
}

/** Applies facts as the tablet does: only newer ones, and doubt is settled by the server's row. */
function live(life: Life, events: FeedEvent[], from: QueueOrder | null = null): Known | null {
  let known: Known | null = from && { order: from, seen: from.shop.seen_at ? from.revision : null };
  for (const event of events) {
    if (known && event.sequence <= known.order.sequence) continue;
    const outcome = reduce(known, event, life.shop);
    if (outcome === "moved") return null;
    if (outcome === "unknown" || outcome.doubt) {
      const row = [...life.steps].reverse().find(({ row }) => row.sequence >= event.sequence)?.row;
      const later = life.steps.find(({ row }) => row.sequence >= event.sequence)?.row ?? row;
      if (later) known = { order: later, seen: later.shop.seen_at ? later.revision : null };
    } else known = outcome;
  }
  return known;
}

describe.each(LIVES)("an order's life, $name", (life) => {
  const every = life.steps.flatMap(({ events }) => events);

  it("is the server's row after every fact, without asking the server", () => {
    let known: Known | null = null;
    const doubted: string[] = [];
    for (const { events, row } of life.steps) {
      for (const event of events) {
        const outcome = reduce(known, event, life.shop);
        if (typeof outcome === "string") throw new Error(outcome);
        if (outcome.doubt) doubted.push(event.type);
        known = outcome;
      }
      expect(told(known?.order)).toEqual(told(row));
    }
    expect(doubted).toEqual([]);
  });

  it("is the same when facts come twice", () => {
    const twice = every.flatMap((event) => [event, event]);
    const last = life.steps.at(-1)?.row;
    expect(told(live(life, twice)?.order)).toEqual(told(last));
  });

  it("is the same when a snapshot is followed by old facts in any order", () => {
    for (const [index, { row }] of life.steps.entries()) {
      const later = life.steps.slice(index + 1).flatMap(({ events }) => events);
      for (let turn = 0; turn < 10; turn += 1) {
        const old = shuffled(every.filter(({ sequence }) => sequence <= row.sequence));
        const known = live(life, [...old, ...later], row);
        expect(told(known?.order)).toEqual(told(life.steps.at(-1)?.row));
      }
    }
  });

  it("asks the server when a fact is missing", () => {
    for (let missing = 1; missing < every.length - 1; missing += 1) {
      let known: Known | null = null;
      const doubts: number[] = [];
      for (const [index, event] of every.entries()) {
        if (index === missing) continue;
        const outcome = reduce(known, event, life.shop);
        if (typeof outcome === "string") throw new Error(outcome);
        if (outcome.doubt) doubts.push(index);
        known = outcome;
      }
      expect(doubts).toContain(missing + 1);
    }
  });
});

describe("a fact alone", () => {
  const life = LIVES[0] as Life;
  const [first, second] = life.steps.flatMap(({ events }) => events) as [FeedEvent, FeedEvent];

  it("of an order that is not known asks for the order", () => {
    expect(reduce(null, second, life.shop)).toBe("unknown");
  });

  it("of an order with no line for this shop leaves it out", () => {
    expect(reduce(null, first, "art-shop")).toBe("moved");
  });

  it("of looking shows no old changes any more to a shop that never accepted", () => {
    const art = LIVES.find(({ shop }) => shop === "art-shop") as Life;
    const corrected = art.steps.find(({ events }) => events[0]?.type.includes("corrected"));
    const { row, events } = corrected as Life["steps"][number];
    expect(row.changes).toMatchObject([{ field: "urgency", old: "normal", new: "urgent" }]);
    const seen = {
      ...(events[0] as FeedEvent),
      type: "orders.work-order.seen.v1",
      sequence: row.sequence + 1,
      data: { revision: row.revision, shop: "art-shop" },
    } as unknown as FeedEvent;
    const outcome = reduce({ order: row, seen: 1 }, seen, "art-shop") as Known;
    expect(outcome).toMatchObject({ seen: 2, order: { changes: [], shop: { state: "seen" } } });
  });

  it("changes nothing of what it is applied to", () => {
    const { order } = reduce(null, first, life.shop) as Known;
    const before = structuredClone(order);
    reduce({ order, seen: null }, second, life.shop);
    expect(order).toEqual(before);
  });
});

function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}
