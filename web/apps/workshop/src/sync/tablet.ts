/**
 * One tab at a time works for the tablet; the others only show what is stored. When that tab closes
 * another takes its place, and another pairing makes another tablet of all of them.
 */
import type { ShopDatabase } from "../store/database.ts";
import { follow } from "../store/live.ts";
import { purge } from "../store/storage.ts";
import type { Device } from "../store/types.ts";
import { become } from "./identity.ts";
import { Work } from "./work.ts";

async function work(db: ShopDatabase, signal: AbortSignal): Promise<void> {
  const one = new Work(db);
  const over = new Promise<void>((done) => signal.addEventListener("abort", () => done()));
  if (signal.aborted) return;
  await one.start();
  await over;
  one.stop();
}

/** Runs it while no other tab does. */
async function alone(signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  try {
    if (!navigator.locks) await run();
    else await navigator.locks.request("vitrazh-shop", { signal }, run);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Works for the tablet that is paired, and for the next one; returns how to stop. */
export function startTablet(db: ShopDatabase): () => void {
  let current: { token: string; stop: AbortController } | null = null;
  const end = (): void => {
    current?.stop.abort();
    current = null;
  };
  const serve = (device: Device | null | undefined): void => {
    become(device);
    const token = device && !device.revoked ? device.token : null;
    if (token === (current?.token ?? null)) return;
    end();
    if (token === null) return;
    const stop = new AbortController();
    current = { token, stop };
    void alone(stop.signal, () => work(db, stop.signal));
  };
  const stopWatching = follow(["values"], (tables) => tables.value("device"), serve);
  void purge(db).catch(() => {}); // Not even this can be stored: the first action will say so.
  return () => {
    stopWatching();
    end();
  };
}
