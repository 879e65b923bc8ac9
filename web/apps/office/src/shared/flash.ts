/** Which rows have just changed: they flash once and are forgotten after two seconds. */
import { useCallback, useEffect, useRef, useState } from "react";

const FLASH_MS = 2_000;

export function useFlash(): { changed: ReadonlySet<string>; flash: (keys: string[]) => void } {
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach(clearTimeout);
  }, []);

  const flash = useCallback((keys: string[]) => {
    if (!keys.length) return;
    setChanged((now) => new Set([...now, ...keys]));
    for (const key of keys) {
      clearTimeout(timers.current.get(key));
      const timer = setTimeout(() => {
        timers.current.delete(key);
        setChanged((now) => new Set([...now].filter((one) => one !== key)));
      }, FLASH_MS);
      timers.current.set(key, timer);
    }
  }, []);
  return { changed, flash };
}
