// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { act } from "../store/act.ts";
import { PIN_PATIENCE_MS } from "./sender.ts";
import { drain, FakeServer, order, outbox, settled, VOLKOV, ZAYTSEV } from "./testing.ts";
import { released, signWithoutPin } from "./wake-sender.ts";

describe("a lapsed PIN session", () => {
  const lapsed = (session: string) => (taken: { headers: Headers }) =>
    taken.headers.get("X-Operator") === session
      ? ({ status: 401, code: "operator-session-ended" } as const)
      : ("well" as const);

  it("holds its order back, lets others pass, and goes on with the next PIN", async () => {
    await settled([order("1"), order("2")]);
    const server = new FakeServer(order("1"), order("2"));
    server.refuses = lapsed("s1");
    await act.start("1", "1-1");
    await act.pause("1", "1-1");
    const sender = await drain();
    expect((await outbox()).map(({ state }) => state)).toEqual(["needs-pin", "waiting"]);
    await released(VOLKOV, "s2");
    await drain(sender);
    expect(server.done.map(({ headers }) => headers.get("X-Operator"))).toEqual(["s2", "s2"]);
  });

  it("of another worker goes out under his own name, unverified", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    server.refuses = lapsed("s1");
    await act.start("1", "1-1");
    const sender = await drain();
    await released(ZAYTSEV, "s2");
    await drain(sender);
    const [said] = server.done;
    expect(said?.headers.get("X-Operator")).toBeNull();
    expect(said?.headers.get("X-Operator-Id")).toBe(VOLKOV);
    expect(said?.headers.get("X-Operated-At")).toBe(said?.body["operated_at"]);
  });

  it("is not waited for longer than a minute", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    server.refuses = lapsed("s1");
    await act.start("1", "1-1");
    const sender = await drain();
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + PIN_PATIENCE_MS + 1);
    await drain(sender);
    expect(server.done[0]?.headers.get("X-Operator-Id")).toBe(VOLKOV);
  });

  it("is signed anew when its worker came while it was on its way", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    const at = Date.now();
    await db.setValue("operator", { id: VOLKOV, name: "В", session: "s2", opened: at, used: at });
    server.refuses = lapsed("s1");
    await drain();
    expect(server.done[0]?.headers.get("X-Operator")).toBe("s2");
  });

  it("is done with when the worker says so", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    server.refuses = lapsed("s1");
    await act.start("1", "1-1");
    const sender = await drain();
    expect(server.done).toEqual([]);
    await signWithoutPin();
    await drain(sender);
    expect(server.done[0]?.headers.get("X-Operator-Id")).toBe(VOLKOV);
  });

  it("never makes verified what was done without a PIN", async () => {
    await settled([order("1")], null);
    const server = new FakeServer(order("1"));
    await act.start("1", "1-1");
    await released(VOLKOV, "s2");
    await drain();
    expect(server.done[0]?.headers.get("X-Operator")).toBeNull();
    expect(server.done[0]?.headers.get("X-Operator-Id")).toBe(VOLKOV);
  });
});
