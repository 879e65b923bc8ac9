/** Stores one fact of the feed together with the place in the feed: both or neither. */
import type { FeedEvent, Shop } from "@vitrazh/api";
import type { ShopDatabase } from "../store/database.ts";
import { forget, type Heard, keep, tell } from "../store/keep.ts";
import { type Outcome, reduce } from "../store/reducer.ts";
import { writing } from "../store/store.ts";
import type { StoredOrder } from "../store/types.ts";
import { BURST_MS } from "./fetch.ts";

/** Applies an event if it is newer than what is stored of its order. */
export async function takeEvent(
  shop: ShopDatabase,
  event: FeedEvent,
  cursor: string,
): Promise<void> {
  await writing(() =>
    shop.write(async (db) => {
      await db.setValue("cursor", cursor);
      const device = await db.value("device");
      if (!device || !event.type.startsWith("orders.")) return;
      const known = await db.orders.get(event.subject);
      if (known && known.order.sequence >= event.sequence) return;
      const heard: Heard = [];
      const outcome = understood(known ?? null, event, device.shop);
      if (outcome === "moved") await forget(db, event.subject, heard, event.sequence);
      else if (outcome !== "unknown") {
        const whole = known ? known.whole : true;
        const { order, seen } = outcome;
        await keep(db, { order, seen, whole, trace: event.trace }, heard);
      }
      if (outcome === "unknown" || (outcome !== "moved" && outcome.doubt)) {
        await db.wanted.put({ id: event.subject, due: Date.now() + BURST_MS });
      }
      await tell(db, heard);
    }, "relaxed"),
  );
}

/** A fact of a newer server may say things that we do not know: then the order is asked for. */
function understood(known: StoredOrder | null, event: FeedEvent, shop: Shop): Outcome {
  try {
    return reduce(known, event, shop);
  } catch {
    return "unknown";
  }
}
