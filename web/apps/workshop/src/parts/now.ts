/** The clock, for what is counted down on the screen. */
import { useEffect, useState } from "react";

/** The time now, ms; looked at again every `every` ms, or not at all. */
export function useNow(every: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (every === null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** Whole seconds until an instant; null once it is past, or there is none. */
export function useSecondsUntil(instant: number | null): number | null {
  const now = useNow(instant === null ? null : 250);
  if (instant === null || instant <= now) return null;
  return Math.ceil((instant - now) / 1000);
}
