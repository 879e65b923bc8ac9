// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { act } from "../store/act.ts";
import type { ShopDatabase } from "../store/database.ts";
import { startTablet } from "./tablet.ts";
import { DEVICE, FakeServer, order, outbox, settled } from "./testing.ts";

const TIME = "2026-11-24T09:00:00Z";
type Say = (event: string, data: object, id: string) => void;

/** Web Locks, as far as one name goes. */
class Locks {
  #last: Promise<unknown> = Promise.resolve();

  request(_: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>) {
    const turn = this.#last.then(() => {
      signal.throwIfAborted();
      return run();
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}

let windows: EventTarget;
let lines: { headers: Headers; say: Say }[];
/** Answers of the feed's door; none left = it opens. */
let doors: number[];
let stops: (() => void)[];

beforeEach(() => {
  windows = new EventTarget();
  [lines, doors, stops] = [[], [], []];
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("navigator", { locks: new Locks() });
  vi.stubGlobal("addEventListener", windows.addEventListener.bind(windows));
  vi.stubGlobal("removeEventListener", windows.removeEventListener.bind(windows));
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.unstubAllGlobals();
});

/** A server whose feed the test speaks on. */
function speaking(...orders: Parameters<typeof order>[0][]): FakeServer {
  const server = new FakeServer(...orders.map((id) => order(id)));
  const serve = globalThis.fetch;
  globalThis.fetch = (async (request: Request | string, init?: RequestInit) => {
    if (typeof request !== "string") {
      if (request.url.endsWith("/operators")) return Response.json([]);
      return serve(request);
    }
    const status = doors.shift() ?? 200;
    if (status !== 200) return new Response(null, { status });
    const body = new ReadableStream<Uint8Array>({
      start(out) {
        init?.signal?.addEventListener("abort", () => out.error(new Error("aborted")));
        const say: Say = (event, data, id) =>
          out.enqueue(
            new TextEncoder().encode(
              `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
            ),
          );
        lines.push({ headers: new Headers(init?.headers), say });
      },
    });
    return new Response(body);
  }) as typeof fetch;
  return server;
}

function start(db: ShopDatabase): void {
  stops.push(startTablet(db));
}

const line = (index: number) =>
  vi.waitFor(() => {
    const found = lines[index];
    if (!found) throw new Error("not connected");
    return found;
  });
const linked = (db: ShopDatabase, state: string) =>
  vi.waitFor(async () => expect((await db.value("link"))?.state).toBe(state));

describe("a tablet at work", () => {
  it("takes the queue, follows the feed, sends what was done, and says how the link is", async () => {
    const db = await settled([]);
    const server = speaking("1");
    start(db);
    const { headers, say } = await line(0);
    expect(headers.get("Authorization")).toBe(`Bearer ${DEVICE.token}`);
    await linked(db, "connecting");
    say("hello", { time: TIME, resumed: false }, "c0");
    await linked(db, "live");
    await vi.waitFor(async () => {
      const rows = await db.read(({ orders }) => orders.all());
      expect(rows.map(({ id, whole }) => `${id} ${whole}`)).toEqual(["1 true"]);
    });
    await act.start("1", "1-1");
    await vi.waitFor(() => expect(server.done.map(({ verb }) => verb)).toEqual(["start"]));
    expect(await db.value("cursor")).toBe("c0");
  });

  it("says that the link is lost, connects again, and sends then", async () => {
    const db = await settled([order("1")]);
    const server = speaking("1");
    start(db);
    (await line(0)).say("hello", { time: TIME, resumed: true }, "c0");
    await linked(db, "live");
    server.turns.push("lost", "lost");
    windows.dispatchEvent(new Event("offline"));
    await linked(db, "lost");
    await act.start("1", "1-1");
    windows.dispatchEvent(new Event("online"));
    (await line(1)).say("hello", { time: TIME, resumed: true }, "c0");
    await vi.waitFor(() => expect(server.done.map(({ verb }) => verb)).toEqual(["start"]));
  });

  it("works in one tab at a time, and in the next when that closes", async () => {
    const db = await settled([order("1")]);
    speaking("1");
    start(db);
    (await line(0)).say("hello", { time: TIME, resumed: true }, "c0");
    await linked(db, "live");
    start(db);
    await act.start("1", "1-1");
    await vi.waitFor(async () => expect(await outbox()).toEqual([]));
    expect(lines).toHaveLength(1);
    stops.shift()?.();
    await line(1);
  });

  it("becomes another tablet when it is paired anew", async () => {
    const db = await settled([]);
    speaking();
    start(db);
    await line(0);
    await db.setValue("device", { ...DEVICE, id: "d2", token: "vd_2" });
    expect((await line(1)).headers.get("Authorization")).toBe("Bearer vd_2");
  });
});

describe("a tablet that the feed does not know", () => {
  it("is out of service when the server says so, and keeps what it has not sent", async () => {
    const db = await settled([order("1")]);
    const server = speaking("1");
    server.turns.push(
      { status: 401, code: "not-signed-in" },
      { status: 401, code: "not-signed-in" },
    );
    doors.push(401);
    await act.start("1", "1-1");
    start(db);
    await vi.waitFor(async () => expect((await db.value("device"))?.revoked).toBe(true));
    expect((await outbox()).map(({ verb }) => verb)).toEqual(["start"]);
    expect(lines).toEqual([]);
  });

  it("tries again when it was only a network in between", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const db = await settled([]);
    const server = speaking();
    server.turns.push("portal");
    doors.push(401);
    start(db);
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1_000);
      expect(lines).toHaveLength(1);
    });
    vi.useRealTimers();
    expect((await db.value("device"))?.revoked).toBe(false);
  });
});
