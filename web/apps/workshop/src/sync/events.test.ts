// @vitest-environment node
import type { FeedEvent, QueueOrder } from "@vitrazh/api";
import { describe, expect, it, vi } from "vitest";
import lives from "../store/lives.golden.json" with { type: "json" };
import { StorageFull, store } from "../store/store.ts";
import { takeEvent } from "./events.ts";
import { fetchWanted, reads, snapshot } from "./fetch.ts";
import { FakeServer, order, settled } from "./testing.ts";

const LIFE = lives[0] as unknown as { steps: { events: FeedEvent[]; row: QueueOrder }[] };
const EVERY = LIFE.steps.flatMap(({ events }) => events);
const LAST = LIFE.steps.at(-1)?.row as QueueOrder;

async function known(): Promise<QueueOrder | undefined> {
  return (await store.db.read((tables) => tables.orders.get(LAST.id)))?.order;
}

/** Fetches what is wanted, however long it would have waited. */
async function settle(): Promise<void> {
  await store.db.write(async ({ wanted }) => {
    for (const one of await wanted.all()) await wanted.put({ ...one, due: 0 });
  });
  await fetchWanted(store.db);
}

const told = (one: QueueOrder | undefined) =>
  one && { ...one, late: false, sequence: 0, shop: { ...one.shop, unseen_at: null } };

function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}

describe("events of a life", () => {
  it("in order end at the server's row, with the cursor of the last one", async () => {
    const db = await settled([]);
    const asked = vi.spyOn(reads, "order");
    for (const event of EVERY) await takeEvent(db, event, `c${event.sequence}`);
    expect(told(await known())).toEqual(told(LAST));
    expect(await db.value("cursor")).toBe(`c${EVERY.at(-1)?.sequence}`);
    await settle();
    expect(asked).not.toHaveBeenCalled();
  });

  it("in any order, some twice, some never, end at the server's row", async () => {
    for (let turn = 0; turn < 15; turn += 1) {
      const db = await settled([]);
      new FakeServer(LAST);
      const some = EVERY.filter(() => Math.random() > 0.2);
      // The server's newest fact always comes last: the log of one order is ordered.
      const all = [...shuffled([...some, ...some]), EVERY.at(-1) as FeedEvent];
      for (const event of all) await takeEvent(db, event, "c");
      await settle();
      expect(told(await known())).toEqual(told(LAST));
    }
  });

  it("and their receipts: one for every revision that came", async () => {
    const db = await settled([]);
    for (const event of EVERY) await takeEvent(db, event, "c");
    const outbox = await db.read((tables) => tables.outbox.all());
    expect(outbox.map(({ verb, revision }) => `${verb} ${revision}`)).toEqual([
      "receive 1",
      "receive 2",
    ]);
  });
});

describe("an event and the cursor", () => {
  it("are stored both or neither, and a full disk is told", async () => {
    const db = await settled([]);
    const real = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
    ) {
      if (this.name === "orders") throw new DOMException("full", "QuotaExceededError");
      return real.call(this, value);
    });
    const end = takeEvent(db, EVERY[0] as FeedEvent, "c1");
    await expect(end).rejects.toBeInstanceOf(StorageFull);
    put.mockRestore();
    expect(await db.value("cursor")).toBeUndefined();
    expect(await known()).toBeUndefined();
    expect(await db.value("full")).toBe(true);
  });

  it("that nobody understands does not stop the feed: the order is asked for", async () => {
    const db = await settled([]);
    const strange = { ...(EVERY[0] as FeedEvent), data: null } as unknown as FeedEvent;
    await takeEvent(db, strange, "c1");
    expect(await db.value("cursor")).toBe("c1");
    expect((await db.read(({ wanted }) => wanted.all())).map(({ id }) => id)).toEqual([LAST.id]);
  });
});

describe("a snapshot", () => {
  it("stores the rows with the cursor and asks for what they do not tell", async () => {
    const db = await settled([]);
    new FakeServer(order("1"), order("2"));
    await snapshot(db, "c9");
    expect(await db.value("cursor")).toBe("c9");
    expect((await db.read(({ wanted }) => wanted.all())).map(({ id }) => id)).toEqual(["1", "2"]);
    expect(await fetchWanted(db)).toBeNull();
    const rows = await db.read(({ orders }) => orders.all());
    expect(rows.map(({ whole, place }) => `${place} ${whole}`)).toEqual([
      "queue true",
      "queue true",
    ]);
  });

  it("asks for what is not in the queue any more, and forgets what is nobody's", async () => {
    const db = await settled([order("1"), order("2"), order("3")]);
    const server = new FakeServer(order("1"), order("2", { stage: "cancelled", sequence: 8 }));
    await snapshot(db, "c9");
    await fetchWanted(db);
    const rows = await db.read(({ orders }) => orders.all());
    expect(rows.map(({ id, gone }) => `${id} ${gone}`)).toEqual([
      "1 null",
      "2 cancelled",
      "3 moved",
    ]);
    expect(server.done).toEqual([]);
  });

  it("that does not come whole leaves everything as it was", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("2"));
    server.turns.push("well", { status: 503, code: "service-away" });
    await expect(snapshot(db, "c9")).rejects.toThrow();
    expect(await db.value("cursor")).toBeUndefined();
    expect((await db.read(({ orders }) => orders.all())).map(({ id }) => id)).toEqual(["1"]);
  });

  it("leaves an unsent action laid over what the server says", async () => {
    const db = await settled([order("1")]);
    new FakeServer(order("1", { sequence: 9 }));
    const { act } = await import("../store/act.ts");
    await act.start("1", "1-1");
    await snapshot(db, "c9");
    expect((await db.read(({ outbox }) => outbox.all())).map(({ verb }) => verb)).toEqual([
      "start",
    ]);
  });
});

describe("an order that is wanted", () => {
  it("is asked for again when the network is gone", async () => {
    const db = await settled([]);
    const server = new FakeServer(order("1"));
    await db.write(({ wanted }) => wanted.put({ id: "1", due: 0 }));
    server.turns.push("lost");
    expect(await fetchWanted(db)).toBeGreaterThan(1_000);
    await settle();
    expect((await db.read(({ orders }) => orders.all())).map(({ id }) => id)).toEqual(["1"]);
  });

  it("meanwhile once more is fetched once more", async () => {
    const db = await settled([]);
    new FakeServer(order("1"));
    await db.write(({ wanted }) => wanted.put({ id: "1", due: 0 }));
    const real = reads.order;
    vi.spyOn(reads, "order").mockImplementationOnce(async (...all) => {
      await db.write(({ wanted }) => wanted.put({ id: "1", due: 1 }));
      return real(...(all as Parameters<typeof real>)) as never;
    });
    await fetchWanted(db);
    expect(await db.read(({ wanted }) => wanted.all())).toEqual([{ id: "1", due: 1 }]);
  });
});
