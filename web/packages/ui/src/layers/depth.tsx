/** How many layers lie over the page: what stands below the top one hears no keys. */
import { createContext, useContext, useEffect } from "react";

export const Depth = createContext(0);
const open = new Map<symbol, number>();
const listeners = new Set<() => void>();

/** Calls back when a layer has come or gone; returns how to stop that. */
export function onLayers(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Depth of the top open layer; the page itself is 0. */
export function topDepth(): number {
  return Math.max(0, ...open.values());
}

/** Announces a layer while it is open; returns its depth. */
export function useLayer(isOpen: boolean): number {
  const depth = useContext(Depth) + 1;
  useEffect(() => {
    if (!isOpen) return;
    const key = Symbol("layer");
    open.set(key, depth);
    tell();
    return () => {
      open.delete(key);
      tell();
    };
  }, [isOpen, depth]);
  return depth;
}
