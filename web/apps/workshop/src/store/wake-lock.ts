/** Keeps the screen on while a job runs; the browser lets go of it whenever the page is hidden. */
import { useEffect } from "react";

export function useWakeLock(on: boolean): void {
  useEffect(() => {
    if (!on || !("wakeLock" in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let over = false;
    const take = async () => {
      if (over || document.visibilityState !== "visible") return;
      try {
        held = await navigator.wakeLock.request("screen");
        if (over) await held.release();
      } catch {
        // A low battery: then the screen goes dark, and nothing else.
      }
    };
    void take();
    document.addEventListener("visibilitychange", take);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", take);
      void held?.release();
    };
  }, [on]);
}
