import { afterEach, describe, expect, it, vi } from "vitest";
import { type FeedReader, openFeed } from "./feed.ts";

/** A feed that the test speaks: one stream a connection, and what each connection asked with. */
function speakingServer() {
  const asked: Headers[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  let status = 200;
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    asked.push(new Headers(init.headers));
    if (status !== 200) return new Response(null, { status });
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        streams.push(controller);
        init.signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
      },
    });
    return new Response(body, { status: 200 });
  });
  return {
    asked,
    refuse: (code: number) => {
      status = code;
    },
    say: (event: string, data: object, id?: string) => {
      const text = `event: ${event}\n${id ? `id: ${id}\n` : ""}data: ${JSON.stringify(data)}\n\n`;
      streams.at(-1)?.enqueue(new TextEncoder().encode(text));
    },
    cut: () => streams.at(-1)?.close(),
  };
}

function reader(overrides: Partial<FeedReader> = {}) {
  const did: string[] = [];
  const opened = openFeed({
    cursor: null,
    snapshot: async (cursor) => void did.push(`snapshot@${cursor}`),
    apply: async (event, cursor) => void did.push(`apply ${event.sequence}@${cursor}`),
    state: (state) => void did.push(state),
    signedOut: () => void did.push("signed out"),
    ...overrides,
  });
  running.push(opened);
  return { did, ...opened };
}

const running: { stop: () => void }[] = [];
afterEach(() => {
  for (const feed of running.splice(0)) feed.stop();
  vi.unstubAllGlobals();
});

const TYPE = "orders.work-order.ready.v1";

describe("the feed", () => {
  it("takes the snapshot at hello before any event that follows it", async () => {
    const server = speakingServer();
    let finish = () => {};
    const { did } = reader({
      snapshot: (cursor) =>
        new Promise((done) => {
          finish = () => {
            did.push(`snapshot@${cursor}`);
            done();
          };
        }),
    });
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.say("hello", { resumed: false }, "a");
    server.say(TYPE, { sequence: 7 }, "b");
    await new Promise((done) => setTimeout(done));
    expect(did).toEqual(["connecting"]);
    finish();
    await vi.waitFor(() => expect(did.at(-1)).toBe("apply 7@b"));
    expect(did).toEqual(["connecting", "snapshot@a", "live", "apply 7@b"]);
  });

  it("asks for what follows the last thing that was stored, not the last that came", async () => {
    const server = speakingServer();
    let stored = 0;
    const { did, wake } = reader({
      cursor: "start",
      apply: (_event, cursor) => {
        stored += 1;
        if (stored === 2) throw new Error("the disk is full");
        did.push(`stored ${cursor}`);
      },
    });
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    expect(server.asked[0]?.get("Last-Event-ID")).toBe("start");
    server.say("hello", { resumed: true }, "start");
    server.say(TYPE, { sequence: 1 }, "one");
    server.say(TYPE, { sequence: 2 }, "two");
    await vi.waitFor(() => expect(did).toContain("lost"));
    wake();
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    expect(server.asked[1]?.get("Last-Event-ID")).toBe("one");
  });

  it("takes no snapshot when it was resumed, and one after a reset", async () => {
    const server = speakingServer();
    const { did } = reader({ cursor: "start" });
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.say("hello", { resumed: true }, "start");
    await vi.waitFor(() => expect(did).toEqual(["connecting", "live"]));
    server.say("reset", { reason: "too-old" }, "fresh");
    await vi.waitFor(() => expect(did).toEqual(["connecting", "live", "snapshot@fresh", "live"]));
  });

  it("says that the bus is lost and back without asking anew", async () => {
    const server = speakingServer();
    const { did } = reader();
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.say("hello", { resumed: false }, "a");
    server.say("link", { bus: "lost" });
    server.say("link", { bus: "back" });
    await vi.waitFor(() => expect(did.slice(-2)).toEqual(["bus-lost", "live"]));
    expect(server.asked).toHaveLength(1);
  });

  it("ends when the server does not know the reader", async () => {
    const server = speakingServer();
    server.refuse(401);
    const { did } = reader();
    await vi.waitFor(() => expect(did).toContain("signed out"));
    expect(server.asked).toHaveLength(1);
  });

  it("connects again after a clean end of the stream", async () => {
    const server = speakingServer();
    const { did, wake } = reader();
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.say("hello", { resumed: false }, "a");
    await vi.waitFor(() => expect(did).toContain("live"));
    server.cut();
    await vi.waitFor(() => expect(did.at(-1)).toBe("lost"));
    wake();
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
    expect(server.asked[1]?.get("Last-Event-ID")).toBe("a");
  });

  it("gives a connection up when it is told that the network is gone, and tries again", async () => {
    const server = speakingServer();
    const { did, drop, wake } = reader();
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.say("hello", { resumed: false }, "a");
    await vi.waitFor(() => expect(did).toContain("live"));
    drop();
    await vi.waitFor(() => expect(did.at(-1)).toBe("lost"));
    wake();
    await vi.waitFor(() => expect(server.asked).toHaveLength(2));
  });

  it("passes on the server's time of its own messages, not that of facts", async () => {
    const server = speakingServer();
    const said = vi.fn();
    const { did } = reader({ said });
    await vi.waitFor(() => expect(server.asked).toHaveLength(1));
    server.say("hello", { resumed: true, time: "2026-11-24T09:00:00Z" }, "a");
    server.say(TYPE, { type: TYPE, sequence: 1, time: "2026-11-24T08:00:00Z" }, "b");
    server.say("beat", { time: "2026-11-24T09:00:15Z" }, "b");
    await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(2));
    expect(did).toContain("apply 1@b");
    expect(said.mock.calls.flat()).toEqual(["2026-11-24T09:00:00Z", "2026-11-24T09:00:15Z"]);
  });
});
