/** A place on the screen that has just changed its meaning is dead for a moment. */
import { useEffect, useState } from "react";

/** Longer than a double tap, shorter than a thought, ms. */
export const GUARD_MS = 600;

/** True from each change of `what` on for as long as a double tap lasts. */
export function useGuard(what: string): boolean {
  const [safe, setSafe] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSafe(what), GUARD_MS);
    return () => clearTimeout(timer);
  }, [what]);
  return safe !== what;
}
