/** A list that does not move under a finger: what changes its order waits for a quiet moment. */
import { useEffect, useRef, useState } from "react";
import type { ShownOrder } from "../../store/index.ts";

/** So long nobody may have touched the list, ms. */
export const CALM_MS = 2000;

/** New orders on top until they are touched, then as the server sorts them. */
export function arranged(orders: readonly ShownOrder[]): ShownOrder[] {
  const isNew = ({ local }: ShownOrder) => local.fresh === "new";
  return [...orders.filter(isNew), ...orders.filter((order) => !isNew(order))];
}

export interface Calm {
  shown: ShownOrder[];
  /** To be called when the list is touched. */
  touched: () => void;
}

/** The orders as they are shown: their content is fresh, their places only change when calm. */
export function useCalm(orders: readonly ShownOrder[]): Calm {
  const [ids, setIds] = useState<string[]>(() => arranged(orders).map(({ id }) => id));
  const [touchedAt, setTouchedAt] = useState(Number.NEGATIVE_INFINITY);
  const known = useRef(new Map<string, ShownOrder>());
  for (const order of orders) known.current.set(order.id, order);
  const wanted = arranged(orders).map(({ id }) => id);
  const same = wanted.join() === ids.join();
  const key = wanted.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the list of ids
  useEffect(() => {
    if (same) return undefined;
    const wait = Math.max(0, touchedAt + CALM_MS - Date.now());
    if (wait === 0) {
      setIds(wanted);
      return undefined;
    }
    const timer = setTimeout(() => setIds(wanted), wait);
    return () => clearTimeout(timer);
  }, [key, same, touchedAt]);
  const shown = ids.flatMap((id) => known.current.get(id) ?? []);
  return { shown, touched: () => setTouchedAt(Date.now()) };
}
