// @vitest-environment node
import { describe, expect, it } from "vitest";
import { act } from "../store/act.ts";
import { put } from "../store/outbox.ts";
import { store } from "../store/store.ts";
import { drain, FakeServer, notes, order, outbox, settled } from "./testing.ts";

describe("a refusal", () => {
  const superseded = {
    status: 409,
    code: "revision-superseded",
    body: {
      shown: 1,
      current: 2,
      changes: [{ item_id: "1-1", field: "piece.shape.width_mm", old: "600", new: "620" }],
    },
  };

  it("becomes a note with old and new, and what was done on top falls with it", async () => {
    await settled([order("1"), order("2")]);
    const server = new FakeServer(order("1"), order("2"));
    server.refuses = ({ path }) => (path.includes("/1/") ? superseded : "well");
    await act.start("1", "1-1");
    await act.finish("1", "1-1");
    await act.start("2", "2-2");
    await drain();
    expect(await outbox()).toEqual([]);
    expect(server.asked.map(({ key }) => key)).toEqual(["d1:1", "d1:3"]);
    const [one, other] = (await notes()).sort(
      (a, b) => Number(b.with === null) - Number(a.with === null),
    );
    expect(one).toMatchObject({
      kind: "corrected",
      verb: "start",
      shown_revision: 1,
      current_revision: 2,
      changes: superseded.body.changes,
      operator_name: "Волков",
    });
    expect(one?.shown?.items[0]?.id).toBe("1-1");
    expect(other).toMatchObject({ kind: "follows", verb: "finish", quantity: 3, with: one?.id });
    const wanted = await store.db.read((tables) => tables.wanted.all());
    expect(wanted.map(({ id }) => id)).toEqual(["1"]);
  });

  it("leaves the other line of the order, and questions, to the server", async () => {
    await settled([order("1")]);
    const server = new FakeServer(order("1"));
    server.refuses = ({ body }) =>
      body["item_id"] === "1-1" && !body["text"]
        ? { status: 409, code: "work-already-started", body: { by: "device:d2" } }
        : "well";
    await act.start("1", "1-1");
    await act.ask("1", { text: "Где стекло?", itemId: "1-1" });
    await act.start("1", "1-2");
    await act.pause("1", "1-1");
    await drain();
    expect(server.done.map(({ verb }) => verb)).toEqual(["ask", "start"]);
    expect((await notes()).map(({ kind, verb }) => `${kind} ${verb}`).sort()).toEqual([
      "first start",
      "follows pause",
    ]);
  });

  it("of a receipt is no news for a worker", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("1"));
    await db.write(async (tables) => {
      const row = await tables.orders.get("1");
      if (row) await put(tables, "d1", "receive", row, { hands: null, shown: null });
    });
    server.refuses = () => superseded;
    await drain();
    expect(await outbox()).toEqual([]);
    expect(await notes()).toEqual([]);
  });
});
