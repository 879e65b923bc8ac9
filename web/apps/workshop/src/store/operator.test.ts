// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { FakeServer, order, settled, VOLKOV, ZAYTSEV } from "../sync/testing.ts";
import { act } from "./act.ts";
import { handsOf, IDLE_MS, LONGEST_MS, signIn, signOut, until } from "./operator.ts";
import { store } from "./store.ts";

const hands = () => store.db.write((tables) => handsOf(tables));

describe("whoever holds the tablet", () => {
  it("is taken for it a quarter of an hour after each touch, a shift at most", async () => {
    const db = await settled([]);
    const begun = Date.now();
    const now = vi.spyOn(Date, "now").mockReturnValue(begun);
    for (let at = begun; at < begun + LONGEST_MS - IDLE_MS; at += IDLE_MS / 2) {
      now.mockReturnValue(at);
      expect(await hands()).toMatchObject({ id: VOLKOV, session: "s1" });
    }
    now.mockReturnValue(begun + LONGEST_MS);
    expect(await hands()).toBeNull();
    const operator = await db.value("operator");
    expect(operator && until(operator)).toBeLessThanOrEqual(begun + LONGEST_MS);
  });

  it("is asked again when the clock was set back", async () => {
    await settled([]);
    vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000);
    expect(await hands()).toBeNull();
  });
});

/** A server that takes this PIN. */
function doors() {
  const server = new FakeServer(order("1"));
  const serve = globalThis.fetch;
  const left = vi.fn();
  globalThis.fetch = (async (request: Request) => {
    if (!new URL(request.url).pathname.endsWith("/devices/operator")) return serve(request);
    if (request.method === "DELETE") {
      left(request.headers.get("X-Operator"));
      return new Response(null, { status: 204 });
    }
    const { staff_id, pin } = (await request.json()) as Record<string, string>;
    if (pin !== "2468") {
      return Response.json({ code: "pin-refused", title: "Неверный ПИН" }, { status: 422 });
    }
    return Response.json({ session: "s2", staff_id, name: "Зайцев", idle_minutes: 15 });
  }) as typeof fetch;
  return { server, left };
}

describe("a PIN", () => {
  it("opens a session, and is not kept", async () => {
    const db = await settled([]);
    doors();
    await signIn(ZAYTSEV, "2468");
    expect(await db.value("operator")).toMatchObject({ id: ZAYTSEV, session: "s2" });
    expect(JSON.stringify(await db.read(({ values }) => values.all()))).not.toContain("2468");
  });

  it("that is wrong is told in the server's words, and changes nothing", async () => {
    const db = await settled([]);
    doors();
    await expect(signIn(ZAYTSEV, "0000")).rejects.toMatchObject({ title: "Неверный ПИН" });
    expect(await db.value("operator")).toMatchObject({ id: VOLKOV });
  });
});

describe("putting the tablet down", () => {
  it("ends the session", async () => {
    const db = await settled([]);
    const { left } = doors();
    await signOut();
    expect(await db.value("operator")).toBeNull();
    expect(left).toHaveBeenCalledWith("s1");
  });

  it("leaves the session to what was done in it and is not sent", async () => {
    await settled([order("1")]);
    const { left } = doors();
    await act.start("1", "1-1");
    await signOut();
    expect(left).not.toHaveBeenCalled();
  });
});
