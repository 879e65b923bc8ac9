/**
 * The rows of a view, page by page, kept as they are now: of an order that changed the server is
 * asked whether it belongs here still, and only its row moves.
 */
import { type InfiniteData, infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import {
  type FeedEvent,
  ordersFolder,
  ordersWaiting,
  type PageWorkOrderRow,
  type WorkOrderRow,
} from "@vitrazh/api";
import { folderOf, type OrdersView, sought } from "./view.ts";

const PAGE = 100;
/** So many orders changed at once: the whole list is read anew. */
export const MANY = 8;

type Pages = InfiniteData<PageWorkOrderRow, string | null>;

async function page(view: OrdersView, cursor: string | null, signal: AbortSignal) {
  const { office = null, mine = false, late = false, needs } = view;
  if (needs) {
    const query = { office, mine, limit: PAGE, cursor };
    return (await ordersWaiting({ path: { need: needs }, query, signal })).data;
  }
  const query = { ...filters(view), office, mine, late, limit: PAGE, cursor };
  return (await ordersFolder({ query, signal })).data;
}

function filters(view: OrdersView) {
  const folder = folderOf(view);
  return {
    folder: folder === "all" ? null : folder,
    ...(view.q ? { q: sought(view.q) } : {}),
  };
}

/** The key begins with what the live cache knows only where it cannot move single rows. */
export function listOptions(view: OrdersView) {
  return infiniteQueryOptions({
    queryKey: [{ _id: view.needs ? "ordersWaiting" : "ordersList", view }],
    queryFn: ({ pageParam, signal }) => page(view, pageParam, signal),
    // Comparing thousands of rows field by field costs more than drawing the few in sight.
    structuralSharing: false,
    initialPageParam: null as string | null,
    getNextPageParam: (last: PageWorkOrderRow) => last.next ?? null,
  });
}

/** Rows of all pages that were read, without doubles that moved between two of them. */
export function rowsOf(pages: { pages: PageWorkOrderRow[] } | undefined): WorkOrderRow[] {
  const rows = new Map<string, WorkOrderRow>();
  for (const { items } of pages?.pages ?? []) for (const row of items) rows.set(row.id, row);
  return [...rows.values()];
}

/** Whether `one` stands before `other` in this folder, as the server orders it. */
function isBefore(one: WorkOrderRow, other: WorkOrderRow, view: OrdersView): boolean {
  const folder = folderOf(view);
  if (folder === "in-work" || folder === "ready") {
    return one.promised_on === other.promised_on
      ? one.id < other.id
      : one.promised_on < other.promised_on;
  }
  const placed = Date.parse(one.placed_at) - Date.parse(other.placed_at);
  return placed === 0 ? one.id > other.id : placed > 0;
}

/** The pages with this order's row as it is now; `null`: it does not belong here any more. */
export function withRow(
  pages: Pages,
  view: OrdersView,
  id: string,
  row: WorkOrderRow | null,
): Pages {
  let place = row;
  const last = pages.pages.length - 1;
  const next = pages.pages.map((page, index) => {
    const items = page.items.filter((item) => item.id !== id);
    const at = place ? items.findIndex((item) => place && isBefore(place, item, view)) : -1;
    if (place && at >= 0) {
      items.splice(at, 0, place);
      place = null;
    } else if (place && index === last && !page.next) {
      items.push(place);
      place = null;
    }
    return { ...page, items };
  });
  return { ...pages, pages: next };
}

/** Asks how one order stands in the view, and moves its row. Resolves with whether it changed. */
export async function refreshRow(
  queries: QueryClient,
  view: OrdersView,
  event: FeedEvent,
): Promise<boolean> {
  const { queryKey } = listOptions(view);
  const number = (event.data as { number?: string }).number;
  if (!number || !queries.getQueryData(queryKey)) return false;
  const { office = null, mine = false, late = false } = view;
  const words = [number, view.q ? sought(view.q) : ""].join(" ").trim();
  const query = { ...filters(view), office, mine, late, q: words, limit: 50 };
  const { data } = await ordersFolder({ query });
  const row = data.items.find(({ id }) => id === event.subject) ?? null;
  const known = rowsOf(queries.getQueryData(queryKey)).find(({ id }) => id === event.subject);
  if (known && row && known.sequence > row.sequence) return false;
  queries.setQueryData<Pages>(queryKey, (pages) =>
    pages ? withRow(pages, view, event.subject, row) : pages,
  );
  return row !== null && row.sequence !== known?.sequence;
}
