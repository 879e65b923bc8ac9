/** The list of a view, live: rows, more of them, and which have just changed. */
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import type { FeedEvent } from "@vitrazh/api";
import { useEffect, useMemo, useRef } from "react";
import { useFlash } from "../../shared/flash.ts";
import { useOnEvent } from "../../shared/live.ts";
import { listOptions, MANY, refreshRow, rowsOf } from "./list.ts";
import type { OrdersView } from "./view.ts";

const TRAILING_MS = 100;

export function useList(view: OrdersView) {
  const queries = useQueryClient();
  const options = listOptions(view);
  const list = useInfiniteQuery(options);
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  const { changed, flash } = useFlash();
  const waiting = useRef(new Map<string, FeedEvent>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef(view);
  useEffect(() => {
    shown.current = view;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  async function refresh(): Promise<void> {
    const events = [...waiting.current.values()];
    waiting.current.clear();
    const { queryKey } = listOptions(shown.current);
    if (shown.current.needs) return flash(events.map(({ subject }) => subject));
    if (events.length > MANY) return queries.invalidateQueries({ queryKey });
    for (const event of events) {
      try {
        if (await refreshRow(queries, shown.current, event)) flash([event.subject]);
      } catch {
        // No answer: the row is as old as it was; the list is looked at again when it can be.
        await queries.invalidateQueries({ queryKey });
      }
    }
  }

  useOnEvent((event) => {
    if (!event.type.startsWith("orders.")) return;
    const known = waiting.current.get(event.subject);
    if (!known || known.sequence < event.sequence) waiting.current.set(event.subject, event);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refresh(), TRAILING_MS);
  });

  return { ...list, rows, changed };
}
