// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { ShopDatabase, VERSION } from "./database.ts";
import { Database, tableIn } from "./idb.ts";

let made = 0;
const fresh = (name = `idb-${++made}`) => new ShopDatabase(name);
const wanted = (db: ShopDatabase) => db.read((tables) => tables.wanted.all());

describe("a transaction", () => {
  it("stores all of it or nothing", async () => {
    const db = fresh();
    const end = db.write(async (tables) => {
      await tables.wanted.put({ id: "a", due: 1 });
      await tables.setValue("cursor", "c1");
      throw new Error("the page ended");
    });
    await expect(end).rejects.toThrow("the page ended");
    expect(await wanted(db)).toEqual([]);
    expect(await db.value("cursor")).toBeUndefined();
  });

  it("sees what it wrote itself, and no other in between", async () => {
    const db = fresh();
    const count = () =>
      db.write(async (tables) => {
        const n = ((await tables.value("sequence")) ?? 0) + 1;
        await tables.setValue("sequence", n);
        return n;
      });
    const numbers = await Promise.all(Array.from({ length: 20 }, count));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it("is there for the next start", async () => {
    await fresh("again").write((tables) => tables.wanted.put({ id: "a", due: 1 }));
    expect(await wanted(fresh("again"))).toEqual([{ id: "a", due: 1 }]);
  });

  it("passes on why the disk took nothing", async () => {
    const db = fresh();
    const full = new DOMException("full", "QuotaExceededError");
    await expect(db.write(() => Promise.reject(full))).rejects.toBe(full);
  });
});

describe("word of a change", () => {
  it("reaches those who watch the table, in this tab and in another", async () => {
    const [here, there] = [fresh("tabs"), fresh("tabs")];
    const [own, foreign, other] = [vi.fn(), vi.fn(), vi.fn()];
    here.watch(["wanted"], own);
    there.watch(["wanted"], foreign);
    there.watch(["orders"], other);
    await here.write((tables) => tables.wanted.put({ id: "a", due: 1 }));
    expect(own).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(foreign).toHaveBeenCalledOnce());
    expect(other).not.toHaveBeenCalled();
  });

  it("is not given of what was undone, and not to those who left", async () => {
    const db = fresh();
    const [heard, left] = [vi.fn(), vi.fn()];
    db.watch(["wanted"], heard);
    db.watch(["wanted"], left)();
    await db
      .write(async (tables) => {
        await tables.wanted.put({ id: "a", due: 1 });
        throw new Error("no");
      })
      .catch(() => {});
    expect(heard).not.toHaveBeenCalled();
    await db.write((tables) => tables.wanted.put({ id: "b", due: 1 }));
    expect(heard).toHaveBeenCalledOnce();
    expect(left).not.toHaveBeenCalled();
  });
});

describe("a row", () => {
  it("is changed in some fields, found by an index, forgotten", async () => {
    const db = fresh();
    await db.write(async ({ wanted }) => {
      await wanted.put({ id: "a", due: 1 });
      expect(await wanted.update("a", { due: 2 })).toBe(true);
      expect(await wanted.update("b", { due: 2 })).toBe(false);
      expect(await wanted.get("a")).toEqual({ id: "a", due: 2 });
      await wanted.delete("a");
      expect(await wanted.get("a")).toBeUndefined();
    });
  });
});

describe("a newer version of the program", () => {
  it("gets the tables that an older tab holds open, and what is in them", async () => {
    const old = fresh("upgraded");
    await old.write((tables) => tables.wanted.put({ id: "a", due: 1 }));
    const steps: number[] = [];
    const newer = new Database("upgraded", VERSION + 1, (db, from) => {
      steps.push(from);
      db.createObjectStore("later", { keyPath: "id" });
    });
    const rows = await newer.run("readonly", "relaxed", (tx, changed) =>
      tableIn(tx, "wanted", changed).all(),
    );
    expect(steps).toEqual([VERSION]);
    expect(rows).toEqual([{ id: "a", due: 1 }]);
  });
});
