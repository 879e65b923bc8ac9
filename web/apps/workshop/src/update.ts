/** A new version: taken when nothing waits and nobody touches the tablet, or by a button. */
import { useSyncExternalStore } from "react";
import { store } from "./store/store.ts";

export const IDLE_MS = 60_000;
const LOOK_EVERY_MS = 30 * 60_000;

let ready = false;
let apply = (): void => {};
let touched = Date.now();
const listeners = new Set<() => void>();

/** Whether the page may be replaced now: nothing unsent, and a minute without a touch. */
export async function mayReplace(now = Date.now()): Promise<boolean> {
  return (
    now - touched >= IDLE_MS && (await store.db.read(({ outbox }) => outbox.all())).length === 0
  );
}

/** Notes that somebody is at the tablet. */
export function touchedAt(now: number): void {
  touched = now;
}

function offer(worker: ServiceWorker): void {
  ready = true;
  apply = () => worker.postMessage({ type: "SKIP_WAITING" });
  for (const listener of listeners) listener();
}

/** Tells of a version that is installed and waits for the one that runs to be let go. */
function watchFor(registration: ServiceWorkerRegistration): void {
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
  });
  setInterval(() => void registration.update().catch(() => {}), LOOK_EVERY_MS);
}

/** Registers the service worker and watches for new versions. */
export function startUpdates(): void {
  if (!("serviceWorker" in navigator)) return;
  for (const name of ["pointerdown", "keydown"]) {
    addEventListener(name, () => touchedAt(Date.now()), { passive: true });
  }
  let first = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!first) location.reload();
    first = false;
  });
  setInterval(async () => {
    if (ready && (await mayReplace())) apply();
  }, 5_000);
  // Without it the tablet works as long as there is a network.
  navigator.serviceWorker
    .register("/shop/sw.js", { scope: "/shop/" })
    .then(watchFor)
    .catch(() => {});
}

/** Whether a new version waits, and how to take it now. */
export function useUpdate(): { ready: boolean; apply: () => void } {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ready,
  );
  return { ready: now, apply: () => apply() };
}
