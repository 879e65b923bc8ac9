/** Rows that have just changed, for as long as their flash lasts. */
import { useEffect, useState } from "react";

const FLASH_MS = 2500;
const NONE: ReadonlySet<string> = new Set();

/** Follows the given keys; each new set is one flash, which ends by itself. */
export function useFlash(changed: ReadonlySet<string> = NONE): (key: string) => 0 | 1 | null {
  const [seen, setSeen] = useState(changed);
  const [turn, setTurn] = useState<0 | 1>(0);
  const [over, setOver] = useState(false);
  if (seen !== changed) {
    setSeen(changed);
    setTurn(turn === 0 ? 1 : 0);
    setOver(false);
  }
  useEffect(() => {
    if (!changed.size) return;
    const timer = setTimeout(() => setOver(true), FLASH_MS);
    return () => clearTimeout(timer);
  }, [changed]);
  return (key) => (!over && changed.has(key) ? turn : null);
}
