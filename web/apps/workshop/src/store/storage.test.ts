// @vitest-environment node
import { describe, expect, it } from "vitest";
import { order, settled, stored } from "../sync/testing.ts";
import { noteOf } from "./notes.ts";
import { DAYS_KEPT, purge } from "./storage.ts";
import { StorageFull, store, writing } from "./store.ts";

const DAY_MS = 86_400_000;
const full = () => new DOMException("full", "QuotaExceededError");

async function withOld() {
  const db = await settled([order("queue")]);
  const old = Date.now() - (DAYS_KEPT + 1) * DAY_MS;
  await db.write(async ({ orders, photos }) => {
    await orders.put(stored(order("old"), { place: "done", changed: old }));
    await orders.put(stored(order("new"), { place: "done" }));
    await orders.put(stored(order("queue"), { changed: old }));
    await photos.put({ id: "p", bytes: new ArrayBuffer(1), type: "image/jpeg", at: old });
  });
  return db;
}

const ids = () =>
  store.db.read(async ({ orders }) => (await orders.all()).map(({ id }) => id).sort());

describe("what is kept", () => {
  it("is the queue, and what is done for 14 days; pictures as long as they are waited for", async () => {
    const db = await withOld();
    await db.write((tables) =>
      tables.photos.put({ id: "q", bytes: new ArrayBuffer(1), type: "image/jpeg", at: 0 }),
    );
    await db.write((tables) => tables.notes.put({ ...noteOf("refused", order("1")), photo: "q" }));
    await purge(db);
    expect(await ids()).toEqual(["new", "queue"]);
    expect((await db.read(({ photos }) => photos.all())).map(({ id }) => id)).toEqual(["q"]);
  });
});

describe("a full disk", () => {
  it("is made room on, old orders first, and the write is done", async () => {
    await withOld();
    let tries = 0;
    const done = await writing(async () => {
      tries += 1;
      if (tries === 1) throw full();
      return "stored";
    });
    expect(done).toBe("stored");
    expect(await ids()).toEqual(["queue"]);
  });

  it("that stays full is told", async () => {
    const db = await withOld();
    await expect(writing(() => Promise.reject(full()))).rejects.toBeInstanceOf(StorageFull);
    expect(await db.value("full")).toBe(true);
    expect(await ids()).toEqual(["queue"]);
  });

  it("is no excuse for another failure", async () => {
    await withOld();
    await expect(writing(() => Promise.reject(new Error("else")))).rejects.toThrow("else");
    expect(await ids()).toContain("old");
  });
});
