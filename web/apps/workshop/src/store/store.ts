/** The one database of this page, and how it is written to when there is hardly any room left. */
import { ShopDatabase } from "./database.ts";
import { purge } from "./storage.ts";

/** Held in an object so that a test can put another database in its place. */
export const store = { db: new ShopDatabase() };

/** The tablet has no room left, and nothing old that could be thrown away. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
}

/** Nobody has said whose hands these are. */
export class NobodyAtTablet extends Error {
  override readonly name = "NobodyAtTablet";
}

function isQuota(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "QuotaExceededError";
}

/** Writes; without room old orders go first, and if that does not help it is said, never hidden. */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isQuota(error)) throw error;
  }
  try {
    await purge(store.db, 0);
    const written = await write();
    await store.db.setValue("full", false);
    return written;
  } catch (error) {
    if (!isQuota(error)) throw error;
    await store.db.setValue("full", true).catch(() => {});
    throw new StorageFull();
  }
}
