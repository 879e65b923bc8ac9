/** Orders in work and how full the shops are; the feed keeps both new. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { type BoardOrder, ordersBoardOrders } from "@vitrazh/api";
import { ordersBoardOrderOptions, ordersReadBoardOptions } from "@vitrazh/api/query";
import type { BoardView } from "./view.ts";

const PAGE = 100;

export const countsQuery = () => ordersReadBoardOptions();
export const boardOrderQuery = (id: string) => ordersBoardOrderOptions({ path: { order_id: id } });

export function useBoardOrders(view: BoardView) {
  return useInfiniteQuery({
    // The name by which the feed finds it; `view` makes it one list of many.
    queryKey: [{ _id: "ordersBoardOrders", view }],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...view, limit: PAGE, cursor: pageParam };
      return (await ordersBoardOrders({ query, signal })).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

/** Rows without doubles: an order may slide from one page into the next between two reads. */
export function rowsOf(pages: readonly { items: BoardOrder[] }[] | undefined): BoardOrder[] {
  const all = pages?.flatMap((page) => page.items) ?? [];
  return [...new Map(all.map((row) => [row.id, row])).values()];
}
