/** Who this tablet is to the server: said with every request. */
import { gatewayPair, NoAnswer, ordersShopQueue, Refusal, sendAlways } from "@vitrazh/api";
import { language } from "@vitrazh/words";
import { noteOfAction } from "../store/notes.ts";
import { refreshTiles } from "../store/operator.ts";
import { keepStorage } from "../store/storage.ts";
import { store } from "../store/store.ts";
import type { Device } from "../store/types.ts";
import { isQuiet } from "./verdict.ts";

let token: string | null = null;

/** Headers of the tablet; none while it is not paired. */
export function ourHeaders(): Record<string, string> {
  const spoken = { "Accept-Language": language() };
  return token === null ? spoken : { ...spoken, Authorization: `Bearer ${token}` };
}

sendAlways(ourHeaders);

/** From now on requests are this tablet's. */
export function become(device: Device | null | undefined): void {
  token = device && !device.revoked ? device.token : null;
}

/** The tablet was taken out of service. What was not sent stays. */
export async function revoked(): Promise<void> {
  await store.db.write(async (db) => {
    const device = await db.value("device");
    if (device) await db.setValue("device", { ...device, revoked: true });
    await db.setValue("operator", null);
  });
  become(null);
}

/** Whether the server really does not know us: a foreign network may answer 401 to everything. */
export async function isDisowned(): Promise<boolean> {
  try {
    await ordersShopQueue({ query: { limit: 1 } });
    return false;
  } catch (error) {
    return error instanceof Refusal && error.status === 401 && error.code === "not-signed-in";
  }
}

/** Pairs the tablet by an administrator's code. Throws Refusal or NoAnswer. */
export async function pair(code: string, name: string): Promise<void> {
  const { data } = await gatewayPair({ body: { code: code.trim(), name: name.trim() } });
  if (typeof data?.token !== "string") throw new NoAnswer("the answer is not a tablet");
  const device: Device = {
    id: data.id,
    name: data.name,
    shop: data.shop,
    token: data.token,
    revoked: false,
  };
  await adopt(device);
  become(device);
  await keepStorage();
  await refreshTiles().catch(() => {}); // The feed's start asks again.
}

/**
 * Becomes another tablet. Orders come anew; actions that never went out are sent by the new one,
 * unverified; those whose outcome is not known, or of another shop, become notes.
 */
async function adopt(device: Device): Promise<void> {
  await store.db.write(async (db) => {
    const before = await db.value("device");
    for (const command of await db.outbox.all()) {
      const same = before?.shop === device.shop;
      if (same && command.attempts === 0) {
        const hands = command.hands && { ...command.hands, session: null };
        await db.outbox.update(command.n, { hands, state: "waiting", held: null });
      } else {
        await db.outbox.delete(command.n);
        if (!isQuiet(command)) await db.notes.put(noteOfAction("unknown", command));
      }
    }
    if (before?.shop !== device.shop) await db.orders.clear();
    await db.wanted.clear();
    for (const name of ["cursor", "operator", "last"] as const) await db.setValue(name, null);
    await db.setValue("device", device);
  });
}
