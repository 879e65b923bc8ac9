/** Room on the tablet: asked for, shown, and made by forgetting what is long done. */
import type { ShopDatabase } from "./database.ts";

export const DAYS_KEPT = 14;
const DAY_MS = 86_400_000;

export interface Room {
  /** Bytes. */
  used: number;
  quota: number;
  persisted: boolean;
}

/** Asks the browser to keep what is stored even when the disk fills up. */
export async function keepStorage(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false; // An old browser, or a page that is not secure.
  }
}

/** How much room is taken; zeros where the browser does not say. */
export async function room(): Promise<Room> {
  try {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { used: usage, quota, persisted: await navigator.storage.persisted() };
  } catch {
    return { used: 0, quota: 0, persisted: false };
  }
}

/**
 * Forgets orders that are not in the queue and have not changed for so many days, and pictures
 * that neither a command nor a note speaks of. Both carry their own copy of the order.
 */
export async function purge(db: ShopDatabase, days = DAYS_KEPT): Promise<void> {
  const now = Date.now();
  await db.write(async ({ orders, outbox, notes, photos }) => {
    for (const { id, place, changed } of await orders.all()) {
      if (place !== "queue" && changed <= now - days * DAY_MS) await orders.delete(id);
    }
    const spoken = [...(await outbox.all()), ...(await notes.all())];
    const wanted = new Set(spoken.map(({ photo }) => photo));
    for (const { id, at } of await photos.all()) {
      if (!wanted.has(id) && at < now - DAY_MS) await photos.delete(id);
    }
  }, "relaxed");
}
