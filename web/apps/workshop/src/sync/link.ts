/** The state of the connection, shared by all tabs through the database. */
import type { ShopDatabase } from "../store/database.ts";
import type { LinkName } from "../store/types.ts";

const isOff = (state: LinkName) => state === "lost" || state === "connecting";

/** Notes the state; since when there is no connection outlives a restart. */
export async function setLink(shop: ShopDatabase, state: LinkName): Promise<void> {
  await shop.write(async (db) => {
    const before = await db.value("link");
    if (before?.state === state) return;
    const same = before !== undefined && isOff(before.state) && isOff(state);
    await db.setValue("link", { state, since: same ? before.since : Date.now() });
  }, "relaxed");
}
