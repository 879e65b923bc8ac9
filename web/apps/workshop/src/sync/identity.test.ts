// @vitest-environment node
import { describe, expect, it } from "vitest";
import { act } from "../store/act.ts";
import { store } from "../store/store.ts";
import { become, isDisowned, ourHeaders, pair, revoked } from "./identity.ts";
import { DEVICE, FakeServer, order, settled } from "./testing.ts";

const outbox = () => store.db.read((tables) => tables.outbox.all());

/** A server that pairs the tablet as this one. */
function pairing(device: { id: string; shop: string; token: string }) {
  const server = new FakeServer(order("1"));
  const serve = globalThis.fetch;
  globalThis.fetch = (async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path.endsWith("/operators")) return Response.json([{ id: "v", name: "В", has_pin: true }]);
    if (!path.endsWith("/pair")) return serve(request);
    return Response.json({ name: "у печи", ...device }, { status: 201 });
  }) as typeof fetch;
  return server;
}

describe("pairing", () => {
  it("makes it a tablet of that shop, with its workers", async () => {
    await settled([]);
    pairing({ id: "d2", shop: "workshop", token: "vd_2" });
    await pair(" ABCD-EFGH ", "у печи");
    expect(await store.db.value("device")).toMatchObject({ id: "d2", revoked: false });
    expect(await store.db.value("tiles")).toEqual([{ id: "v", name: "В", has_pin: true }]);
    expect(ourHeaders()).toMatchObject({ Authorization: "Bearer vd_2" });
  });

  it("anew keeps what never went out, unverified, under its old key", async () => {
    await settled([order("1")]);
    await act.start("1", "1-1");
    await revoked();
    pairing({ id: "d2", shop: "workshop", token: "vd_2" });
    await pair("ABCDEFGH", "у печи");
    expect(await outbox()).toMatchObject([{ key: "d1:1", hands: { session: null } }]);
  });

  it("anew does not repeat what may have been done: it is noted", async () => {
    const db = await settled([order("1")]);
    await act.start("1", "1-1");
    await db.write(({ outbox }) => outbox.update(1, { attempts: 1 }));
    pairing({ id: "d2", shop: "workshop", token: "vd_2" });
    await pair("ABCDEFGH", "у печи");
    expect(await outbox()).toEqual([]);
    const notes = await db.read((tables) => tables.notes.all());
    expect(notes).toMatchObject([{ kind: "unknown", verb: "start", operator_name: "Волков" }]);
  });

  it("for another shop starts with an empty queue", async () => {
    const db = await settled([order("1")]);
    await act.start("1", "1-1");
    pairing({ id: "d2", shop: "art-shop", token: "vd_2" });
    await pair("ABCDEFGH", "у печи");
    expect(await db.read(({ orders }) => orders.all())).toEqual([]);
    expect(await db.read((tables) => tables.notes.all())).toMatchObject([{ kind: "unknown" }]);
  });
});

describe("a tablet out of service", () => {
  it("keeps orders and actions, and sends its token no more", async () => {
    const db = await settled([order("1")]);
    become(DEVICE);
    await act.start("1", "1-1");
    await revoked();
    expect(await db.value("device")).toMatchObject({ id: "d1", revoked: true });
    expect(await db.value("operator")).toBeNull();
    expect(ourHeaders()).not.toHaveProperty("Authorization");
    expect(await outbox()).toHaveLength(1);
    expect(await act.start("1", "1-2")).toBe(false);
  });

  it("is one only if our own server says so", async () => {
    await settled([]);
    const server = new FakeServer();
    server.turns.push("portal");
    expect(await isDisowned()).toBe(false);
    server.turns.push("lost");
    expect(await isDisowned()).toBe(false);
    server.turns.push({ status: 401, code: "not-signed-in" });
    expect(await isDisowned()).toBe(true);
  });
});
