/** The tablet forgets its shop; the administrator takes it out of service in the office. */
import { store } from "../store/store.ts";
import { become } from "./identity.ts";
import { isQuiet } from "./verdict.ts";

/** Forgets orders, workers and the token; false: actions of workers still wait to be sent. */
export async function unpair(): Promise<boolean> {
  const gone = await store.db.write(async (db) => {
    const unsent = await db.outbox.all();
    if (unsent.some((command) => !isQuiet(command))) return false;
    await db.outbox.clear();
    for (const table of [db.orders, db.photos, db.wanted]) await table.clear();
    for (const name of ["device", "cursor", "operator", "last"] as const) {
      await db.setValue(name, null);
    }
    await db.setValue("tiles", []);
    return true;
  });
  if (!gone) return false;
  become(null);
  await globalThis.caches?.delete("pictures").catch(() => false);
  return true;
}
