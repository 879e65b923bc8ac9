// @vitest-environment node
import { describe, expect, it } from "vitest";
import { act, dismissConflict } from "../store/act.ts";
import { put } from "../store/outbox.ts";
import { store } from "../store/store.ts";
import { drain, FakeServer, notes, order, outbox, settled } from "./testing.ts";

const PHOTO = { id: "p", bytes: new ArrayBuffer(8), type: "image/jpeg", at: Date.now() };

/** A tablet on which a question with a photo has just been asked. */
async function asked() {
  const db = await settled([order("1")]);
  await db.write(({ photos }) => photos.put(PHOTO));
  const server = new FakeServer(order("1"));
  await act.ask("1", { text: "Это скол?", itemId: "1-1", photo: "p" });
  return { db, server };
}

const photos = () => store.db.read((tables) => tables.photos.all());

describe("a question with a photo", () => {
  it("sends the photo first, under a key of its own, and then names it", async () => {
    const { server } = await asked();
    await drain();
    expect(server.done.map(({ key, verb }) => `${key} ${verb}`)).toEqual([
      "d1:1:photo photos",
      "d1:1 ask",
    ]);
    expect(server.done[1]?.body).toMatchObject({
      text: "Это скол?",
      item_id: "1-1",
      photo_id: "photo of d1:1:photo",
    });
    expect(await photos()).toEqual([]);
  });

  it("does not send the photo twice when the question got no answer", async () => {
    const { server } = await asked();
    server.turns.push("well", "unanswered");
    const sender = await drain();
    expect((await outbox())[0]).toMatchObject({ photo_id: "photo of d1:1:photo" });
    await drain(sender);
    expect(server.asked.map(({ verb }) => verb)).toEqual(["photos", "ask", "ask"]);
    expect(server.done).toHaveLength(2);
  });

  it("keeps both while there is no network", async () => {
    const { server } = await asked();
    server.turns.push("lost");
    await drain();
    expect(server.asked).toEqual([]);
    expect(await photos()).toHaveLength(1);
    expect(await outbox()).toMatchObject([{ photo: "p", photo_id: null, state: "waiting" }]);
  });

  it("is asked without it when the photo alone is refused, and that is noted", async () => {
    const { server } = await asked();
    server.refuses = ({ verb }) =>
      verb === "photos" ? { status: 422, code: "picture-unreadable" } : "well";
    await drain();
    expect(server.done.map(({ verb }) => verb)).toEqual(["ask"]);
    expect(server.done[0]?.body).toMatchObject({ photo_id: null });
    expect(await notes()).toMatchObject([{ kind: "photo", code: "picture-unreadable" }]);
  });

  it("falls as a whole when the order takes nothing any more", async () => {
    const { server } = await asked();
    server.refuses = () => ({ status: 409, code: "work-order-closed" });
    await drain();
    expect(server.asked.map(({ verb }) => verb)).toEqual(["photos"]);
    const [note] = await notes();
    expect(note).toMatchObject({ kind: "refused", verb: "ask", text: "Это скол?", photo: "p" });
    expect(await photos()).toHaveLength(1);
    await dismissConflict(note?.id ?? "");
    expect(await photos()).toEqual([]);
  });

  it("is asked without it when the photo is not there any more", async () => {
    const { db, server } = await asked();
    await db.write((tables) => tables.photos.clear());
    await drain();
    expect(server.done.map(({ verb }) => verb)).toEqual(["ask"]);
    expect(await notes()).toMatchObject([{ kind: "photo" }]);
  });
});

describe("a defect", () => {
  it("says how many pieces, why, and shows them", async () => {
    const made = order("1");
    Object.assign(made.items[0]?.shops[0] ?? {}, { state: "finished", done: 3 });
    const db = await settled([made]);
    await db.write((tables) => tables.photos.put(PHOTO));
    const server = new FakeServer(made);
    await act.failControl("1", "1-1", { reason: "chip", quantity: 2, photo: "p" });
    await drain();
    expect(server.done.at(-1)?.body).toMatchObject({
      item_id: "1-1",
      reason: "chip",
      quantity: 2,
      photo_id: "photo of d1:1:photo",
    });
  });
});

describe("a receipt", () => {
  it("names nobody, and carries the trace of the click that caused it", async () => {
    const db = await settled([order("1")]);
    const server = new FakeServer(order("1"));
    const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await db.write(async (tables) => {
      const row = await tables.orders.get("1");
      if (row) await put(tables, "d1", "receive", row, { hands: null, shown: null, trace });
    });
    await drain();
    const [said] = server.done;
    expect(said?.headers.get("traceparent")).toBe(trace);
    expect(said?.headers.get("X-Operator")).toBeNull();
    expect(said?.headers.get("X-Operator-Id")).toBeNull();
    expect(said?.body).toMatchObject({ revision: 1, device_sequence: 1, operator_id: null });
  });
});
