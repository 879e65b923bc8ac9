// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { act } from "../store/act.ts";
import { store } from "../store/store.ts";
import { post } from "./send.ts";
import { backOff, Sender } from "./sender.ts";
import {
  around,
  type database,
  drain,
  FakeServer,
  notes,
  order,
  outbox,
  settled,
  VOLKOV,
} from "./testing.ts";

describe("the outbox", () => {
  it("is sent in the order in which things were done, each once, by the tablet's own numbers", async () => {
    await settled([order("1"), order("2")]);
    const server = new FakeServer(order("1"), order("2"));
    await act.start("1", "1-1");
    await act.start("2", "2-1");
    await act.finish("1", "1-1", 2);
    await drain();
    expect(server.done.map(({ key, path }) => `${key} ${path}`)).toEqual([
      "d1:1 /api/work-orders/1/start",
      "d1:2 /api/work-orders/2/start",
      "d1:3 /api/work-orders/1/finish",
    ]);
    const said = server.done[2];
    expect(said?.body).toMatchObject({
      revision: 1,
      device_sequence: 3,
      operator_id: VOLKOV,
      item_id: "1-1",
      quantity: 2,
    });
    expect(said?.headers.get("X-Operator")).toBe("s1");
    expect(await outbox()).toEqual([]);
  });

  it("survives the end of the page between any two steps, and is done once", async () => {
    for (const broken of ["mark", "send", "answer"] as const) {
      const db = await settled([order("1")]);
      const server = new FakeServer(order("1"));
      await act.start("1", "1-1");
      const dying = new Sender(
        broken === "mark" ? failing(db, 1) : broken === "answer" ? failing(db, 2) : db,
        broken === "send" ? { ...post, command: () => new Promise(() => {}) } : post,
        around(),
      );
      const end = dying.pass();
      if (broken !== "send") await expect(end).rejects.toThrow("the page ended");
      else await vi.waitFor(async () => expect((await outbox())[0]?.state).toBe("sending"));
      await drain(new Sender(db, post, around()));
      expect(server.done.map(({ verb }) => verb)).toEqual(["start"]);
      expect(await outbox()).toEqual([]);
    }
  });

  it("sends the same key and the same body again when the answer was lost", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    server.turns.push("unanswered");
    const sender = await drain();
    expect((await outbox())[0]).toMatchObject({ state: "waiting", attempts: 1 });
    await drain(sender);
    expect(server.asked).toHaveLength(2);
    expect(server.asked[1]?.body).toEqual(server.asked[0]?.body);
    expect(server.done).toHaveLength(1);
    expect(await notes()).toEqual([]);
  });

  it("takes the page of a foreign network for no answer", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    server.turns.push("portal");
    const told = around();
    const sender = await drain(new Sender(store.db, post, told));
    expect(told.revoked).not.toHaveBeenCalled();
    expect(told.unanswered).toHaveBeenCalledOnce();
    await drain(sender);
    expect(server.done).toHaveLength(1);
  });

  it("goes on with other orders when the server fails at one", async () => {
    await settled([order("1"), order("2")]);
    const server = new FakeServer(order("1"), order("2"));
    server.refuses = ({ path }) =>
      path.includes("/1/") ? { status: 500, code: "internal-error" } : "well";
    await act.start("1", "1-1");
    await act.start("2", "2-1");
    await act.pause("1", "1-1");
    const sender = await drain();
    expect(server.done.map(({ key }) => key)).toEqual(["d1:2"]);
    expect((await outbox()).map(({ key }) => key)).toEqual(["d1:1", "d1:3"]);
    server.refuses = () => "well";
    sender.again();
    await drain(sender);
    expect(server.done.map(({ key }) => key)).toEqual(["d1:2", "d1:1", "d1:3"]);
  });
});

describe("a tablet out of service", () => {
  it("keeps what it has not sent", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    server.turns.push({ status: 401, code: "not-signed-in" });
    const told = around();
    await drain(new Sender(store.db, post, told));
    expect(told.revoked).toHaveBeenCalledOnce();
    expect((await outbox()).map(({ verb }) => verb)).toEqual(["start"]);
  });
});

describe("the pause after no answer", () => {
  it("grows from 1 s to 30 s, and is never the same for all tablets", () => {
    for (const [failures, longest] of [
      [0, 1_000],
      [3, 8_000],
      [9, 30_000],
    ] as const) {
      const pauses = Array.from({ length: 50 }, () => backOff(failures));
      expect(Math.max(...pauses)).toBeLessThanOrEqual(longest);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(longest / 2);
      expect(new Set(pauses).size).toBeGreaterThan(10);
    }
  });
});

/** A database that takes no writes from the nth on, as if the page ended there. */
function failing(db: ReturnType<typeof database>, nth: number): ReturnType<typeof database> {
  let left = nth;
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== "function") return value;
      if (name !== "write") return value.bind(target);
      return (...all: Parameters<typeof db.write>) => {
        left -= 1;
        return left <= 0 ? Promise.reject(new Error("the page ended")) : target.write(...all);
      };
    },
  });
}
