/** What a worker does: stored as a command first, sent later; it shows at once. */
import { queued } from "../sync/wake-sender.ts";
import { handsOf } from "./operator.ts";
import { type About, put } from "./outbox.ts";
import { overlay } from "./overlay.ts";
import { isPossible, left, standing } from "./standing.ts";
import { NobodyAtTablet, store, writing } from "./store.ts";
import type { Asking, Command, Failing, LastStep, Verb } from "./types.ts";

const UNDO_MS = 10_000;
const CAN_BE_TAKEN_BACK: readonly Verb[] = ["start", "pause", "finish"];

/** Does it, if the order as it is shown allows it; false: it does not (a double tap). */
async function enqueue(verb: Verb, orderId: string, asked: About): Promise<boolean> {
  const done = await writing(() =>
    store.db.write(async (db) => {
      const device = await db.value("device");
      const row = await db.orders.get(orderId);
      if (!device || device.revoked || !row) return false;
      const unsent = await db.outbox.by("order_id", orderId);
      const shown = overlay(row.order, unsent, device.id);
      const itemId = asked.item_id ?? null;
      if (!isPossible(shown, verb, itemId)) return false;
      const hands = await handsOf(db);
      if (!hands) throw new NobodyAtTablet();
      const item = shown.items.find(({ id }) => id === itemId);
      const about = { ...asked };
      if (item && (verb === "finish" || verb === "pass-control" || verb === "fail-control")) {
        const { make, check } = left(shown, item);
        const all = {
          finish: make,
          "pass-control": check,
          "fail-control": check || item.quantity - make,
        };
        about.quantity ??= all[verb];
      }
      const here = item && standing(shown, item);
      const before = about.before ?? (here ? { state: here.state, done: here.done } : null);
      const command = await put(db, device.id, verb, row, { ...about, before, hands, shown });
      const last: LastStep | null =
        CAN_BE_TAKEN_BACK.includes(verb) && itemId && before
          ? { key: command.key, verb, order_id: orderId, item_id: itemId, at: Date.now(), before }
          : null;
      if (last || itemId) await db.setValue("last", last);
      await db.orders.update(orderId, { fresh: null });
      return true;
    }),
  );
  if (done) queued();
  return done;
}

/** Undoes the last step on an item: what was never sent is simply not sent. */
async function takeBack(orderId: string, itemId: string): Promise<boolean> {
  const last = await store.db.value("last");
  const fits = last?.order_id === orderId && last.item_id === itemId;
  const unsent = await writing(() =>
    store.db.write(async (db) => {
      const about = await db.outbox.by("order_id", orderId);
      const step = about.filter(({ item_id, verb }) => item_id === itemId && verb !== "ask").at(-1);
      if (!step) return "sent";
      if (!CAN_BE_TAKEN_BACK.includes(step.verb)) return "nothing";
      if (step.attempts > 0) return "sent";
      await db.outbox.delete(step.n);
      if (fits) await db.setValue("last", null);
      return "dropped";
    }),
  );
  if (unsent !== "sent") return unsent === "dropped";
  if (!fits || Date.now() - last.at > UNDO_MS) return false;
  return enqueue("take-back", orderId, { item_id: itemId, before: last.before });
}

export const act = {
  accept: (orderId: string) => enqueue("accept", orderId, {}),
  start: (orderId: string, itemId: string) => enqueue("start", orderId, { item_id: itemId }),
  pause: (orderId: string, itemId: string, reason?: string) =>
    enqueue("pause", orderId, { item_id: itemId, reason: reason?.trim() || null }),
  finish: (orderId: string, itemId: string, quantity?: number) =>
    enqueue("finish", orderId, { item_id: itemId, quantity: quantity ?? null }),
  takeBack,
  ask: (orderId: string, { text, itemId, photo }: Asking) =>
    enqueue("ask", orderId, {
      text: text.trim().slice(0, 1000),
      item_id: itemId ?? null,
      photo: photo ?? null,
    }),
  passControl: (orderId: string, itemId: string, quantity?: number) =>
    enqueue("pass-control", orderId, { item_id: itemId, quantity: quantity ?? null }),
  failControl: (orderId: string, itemId: string, { reason, quantity, photo }: Failing) =>
    enqueue("fail-control", orderId, {
      item_id: itemId,
      reason,
      quantity: quantity ?? null,
      photo: photo ?? null,
    }),
};

/** Somebody looked at the order: the highlight ends, and the office is told. */
export async function markSeen(orderId: string): Promise<void> {
  const told = await writing(() =>
    store.db.write(async (db) => {
      const [device, row] = [await db.value("device"), await db.orders.get(orderId)];
      if (!device || !row) return false;
      if (row.fresh) await db.orders.update(orderId, { fresh: null });
      const { order } = row;
      if (device.revoked || order.shop.seen_at || order.stage !== "in-work") return false;
      const unsent = await db.outbox.by("order_id", orderId);
      const enough = (one: Command) =>
        one.revision === order.revision && (one.verb === "mark-seen" || one.verb === "accept");
      if (unsent.some(enough)) return false;
      await put(db, device.id, "mark-seen", row, { hands: await handsOf(db), shown: null });
      return true;
    }),
  );
  if (told) queued();
}

/** Ends the highlight of an order. */
export async function touch(orderId: string): Promise<void> {
  await store.db.write(({ orders }) => orders.update(orderId, { fresh: null }), "relaxed");
}

/** The worker has taken note. */
export async function dismissConflict(noteId: string): Promise<void> {
  await store.db.write(async ({ notes, photos }) => {
    const note = await notes.get(noteId);
    if (note?.photo) await photos.delete(note.photo);
    await notes.delete(noteId);
  });
}
