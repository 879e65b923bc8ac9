/** Who holds the tablet, and for how long he is taken for the one who does. */
import { gatewayLeaveTablet, gatewayTakeTablet, gatewayTiles } from "@vitrazh/api";
import { released } from "../sync/wake-sender.ts";
import type { Tables } from "./database.ts";
import { store } from "./store.ts";
import type { Hands, Operator, Tile } from "./types.ts";

/** The server's rule: a quarter of an hour without a touch, a shift at most. */
export const IDLE_MS = 15 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
/** The server counts from the moment it hears of a touch; a little earlier we ask ourselves. */
const MARGIN_MS = 20_000;

/** Until when this operator need not say again who he is, ms. */
export function until({ opened, used, session }: Operator): number {
  const margin = session === null ? 0 : MARGIN_MS;
  return Math.min(used + IDLE_MS, opened + LONGEST_MS) - margin;
}

/** Says whose hands act now, and that they did; null: nobody said so. Inside a transaction. */
export async function handsOf(db: Tables): Promise<Hands | null> {
  const operator = await db.value("operator");
  const now = Date.now();
  if (!operator || until(operator) <= now || operator.used > now + IDLE_MS) return null;
  await db.setValue("operator", { ...operator, used: now });
  return { id: operator.id, name: operator.name, session: operator.session };
}

async function hold(id: string, name: string, session: string | null): Promise<void> {
  const now = Date.now();
  await store.db.setValue("operator", { id, name, session, opened: now, used: now });
  await released(id, session);
}

/** A worker proves by his PIN that he holds the tablet. Throws Refusal or NoAnswer. */
export async function signIn(operatorId: string, pin: string): Promise<void> {
  const { data } = await gatewayTakeTablet({ body: { staff_id: operatorId, pin } });
  await hold(data.staff_id, data.name, data.session);
}

/** A worker says who he is; what he does is marked as unverified. */
export async function chooseTile(operatorId: string): Promise<void> {
  const tiles = (await store.db.value("tiles")) ?? [];
  const tile = tiles.find(({ id }) => id === operatorId);
  if (tile) await hold(tile.id, tile.name, null);
}

/** The worker puts the tablet down. What he did in his session is still sent with it. */
export async function signOut(): Promise<void> {
  const { db } = store;
  const operator = await db.value("operator");
  await db.setValue("operator", null);
  const session = operator?.session;
  if (!session) return;
  const outbox = await db.read((tables) => tables.outbox.all());
  if (outbox.some(({ hands }) => hands?.session === session)) return; // It ends by itself in a quarter of an hour.
  await gatewayLeaveTablet({ headers: { "X-Operator": session } }).catch(() => {});
}

/** Fetches who may work here, to be chosen from without network too. */
export async function refreshTiles(): Promise<void> {
  const { data } = await gatewayTiles();
  const tiles: Tile[] = data.map(({ id, name, has_pin }) => ({ id, name, has_pin }));
  await store.db.setValue("tiles", tiles);
}
