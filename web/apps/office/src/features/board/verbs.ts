/** What the head of production does by himself: accept, pass control, send back. */
import { useQueryClient } from "@tanstack/react-query";
import {
  type BoardOrder,
  type Defect,
  keyed,
  ordersAccept,
  ordersFailControl,
  ordersPassControl,
  Refusal,
  type Shop,
} from "@vitrazh/api";
import { notify } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { useAction } from "../../shared/action.ts";
import { t } from "../../words.gen.ts";
import { boardOrderQuery, countsQuery } from "./data.ts";

/** The board anew: after a deed, and after a refusal that says we saw something old. */
function useRefresh(id: string) {
  const cache = useQueryClient();
  return () => {
    void cache.invalidateQueries({ queryKey: boardOrderQuery(id).queryKey });
    void cache.invalidateQueries({ queryKey: [{ _id: "ordersBoardOrders" }] });
    void cache.invalidateQueries({ queryKey: countsQuery().queryKey });
  };
}

function useTap<Args extends unknown[]>(
  order: BoardOrder,
  send: (key: string, ...args: Args) => Promise<unknown>,
  said: () => string,
  then?: () => void,
) {
  const refresh = useRefresh(order.id);
  return useAction(
    async (key: string, ...args: Args) => {
      try {
        await send(key, ...args);
        return true;
      } catch (error) {
        if (error instanceof Refusal && [404, 409].includes(error.status)) refresh();
        throw error;
      }
    },
    {
      done: () => {
        refresh();
        notify({ text: said(), kind: "done" });
        then?.();
      },
    },
  );
}

export function useAccept(order: BoardOrder, shop: Shop) {
  const path = { order_id: order.id };
  return useTap(
    order,
    (key) => ordersAccept({ path, body: { revision: order.revision, shop }, headers: keyed(key) }),
    () => t("board.done.accepted", { number: order.number, shop: nameOf("shop", shop) }),
  );
}

export function usePassControl(order: BoardOrder, shop: Shop, itemId: string, then: () => void) {
  const path = { order_id: order.id };
  return useTap(
    order,
    (key, quantity: number) => {
      const body = { revision: order.revision, shop, item_id: itemId, quantity };
      return ordersPassControl({ path, body, headers: keyed(key) });
    },
    () => t("board.done.passed", { number: order.number }),
    then,
  );
}

export function useFailControl(order: BoardOrder, shop: Shop, itemId: string, then: () => void) {
  const path = { order_id: order.id };
  return useTap(
    order,
    (key, quantity: number, reason: Defect) => {
      const body = { revision: order.revision, shop, item_id: itemId, quantity, reason };
      return ordersFailControl({ path, body, headers: keyed(key) });
    },
    () => t("board.done.failed", { number: order.number }),
    then,
  );
}
