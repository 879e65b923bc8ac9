/** Reads the queue from the server: the whole of it, or one order that we missed something of. */
import { ordersQueueOrder, ordersShopQueue, type QueueRow, Refusal } from "@vitrazh/api";
import type { ShopDatabase } from "../store/database.ts";
import { forget, type Heard, keep, tell, widen } from "../store/keep.ts";
import { writing } from "../store/store.ts";

const PAGE = 200;
/** Pages of what is done: enough for two weeks of a busy shop. */
const DONE_PAGES = 3;
const PATIENCE_MS = 10_000;
/** Orders fetched at the same time. */
const AT_ONCE = 3;
/** Events of one order come in bursts: it is fetched once after them, ms. */
export const BURST_MS = 200;
const AGAIN_MS = 5_000;

interface Page {
  rows: QueueRow[];
  next: string | null;
}

/** How orders are read: replaced in tests. */
export const reads = { queue: ordersShopQueue, order: ordersQueueOrder };

async function page(completed: boolean, cursor: string | null): Promise<Page> {
  const query = { limit: PAGE, completed, ...(cursor === null ? {} : { cursor }) };
  const { data } = await reads.queue({ query, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!Array.isArray(data?.items)) throw new Error("no page of the queue");
  return { rows: data.items, next: data.next ?? null };
}

async function pages(completed: boolean, most: number): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let cursor: string | null = null;
  for (let turn = 0; turn < most; turn += 1) {
    const got: Page = await page(completed, cursor);
    rows.push(...got.rows);
    cursor = got.next;
    if (cursor === null) break;
  }
  return rows;
}

/**
 * Takes the whole queue anew, together with the place in the feed that it belongs to. What was in
 * our queue and is not in the server's is asked for one by one.
 */
export async function snapshot(shop: ShopDatabase, cursor: string): Promise<void> {
  const rows = [
    ...(await pages(false, Number.POSITIVE_INFINITY)),
    ...(await pages(true, DONE_PAGES)),
  ];
  const here = new Set(rows.map(({ id }) => id));
  await writing(() =>
    shop.write(async (db) => {
      const heard: Heard = [];
      for (const row of rows) {
        const known = await db.orders.get(row.id);
        const whole = known?.whole === true && known.order.sequence === row.sequence;
        // Of what is done only the row is kept until somebody opens it.
        if (!whole && known?.place !== "done" && row.shop.state !== "completed") {
          await db.wanted.put({ id: row.id, due: 0 });
        }
        await keep(db, { order: widen(row, known), whole }, heard);
      }
      for (const { id } of await db.orders.by("place", "queue")) {
        if (!here.has(id)) await db.wanted.put({ id, due: 0 });
      }
      await db.setValue("cursor", cursor);
      await tell(db, heard);
    }, "relaxed"),
  );
}

/** Says that an order has to be fetched, a moment from now. */
export async function want(db: ShopDatabase, id: string, ms = BURST_MS): Promise<void> {
  await db.write(({ wanted }) => wanted.put({ id, due: Date.now() + ms }), "relaxed");
}

/** Fetches one order and stores it; one that is not this shop's any more is put aside. */
export async function refetch(shop: ShopDatabase, id: string): Promise<void> {
  const before = await shop.read(({ wanted }) => wanted.get(id));
  const heard: Heard = [];
  let order: Awaited<ReturnType<typeof ordersQueueOrder>>["data"] | null = null;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    order = (await reads.order({ path: { order_id: id }, signal })).data;
    if (order?.id !== id) throw new Error("the answer is not the order");
  } catch (error) {
    const gone = error instanceof Refusal && error.status === 404 && error.code === "not-found";
    if (!gone) throw error;
  }
  await writing(() =>
    shop.write(async (db) => {
      if (order) await keep(db, { order, whole: true }, heard);
      else await forget(db, id, heard);
      // Wanted anew meanwhile: once more.
      const now = await db.wanted.get(id);
      if (now?.due === before?.due) await db.wanted.delete(id);
      await tell(db, heard);
    }, "relaxed"),
  );
}

/** Fetches what is due; returns in how many ms the next one is, null = nothing is wanted. */
export async function fetchWanted(db: ShopDatabase): Promise<number | null> {
  const now = Date.now();
  const wanted = await db.read((tables) => tables.wanted.all());
  const due = wanted.filter((one) => one.due <= now || one.due > now + 60_000);
  const failed: string[] = [];
  const one = async (): Promise<void> => {
    for (let next = due.shift(); next; next = due.shift()) {
      const { id } = next;
      await refetch(db, id).catch(() => failed.push(id));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  for (const id of failed) await want(db, id, AGAIN_MS);
  const left = await db.read((tables) => tables.wanted.all());
  return left.length ? Math.max(0, Math.min(...left.map(({ due }) => due)) - Date.now()) : null;
}
