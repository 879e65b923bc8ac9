/** What the office does to an order by one press; each goes once, and refusals refresh the page. */
import { useQueryClient } from "@tanstack/react-query";
import {
  ifMatch,
  keyed,
  ordersHandOver,
  ordersMarkBackAtOffice,
  Refusal,
  type WorkOrderOut,
} from "@vitrazh/api";
import { notify } from "@vitrazh/ui";
import { useRef } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { handOffQuery, orderQuery, refreshAll, takeOrder } from "../data.ts";

/** A refusal because of the order's state says that what we show is old. */
export function useRefreshOnRefusal(id: string) {
  const cache = useQueryClient();
  return async <Result>(send: () => Promise<Result>): Promise<Result> => {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Refusal && [404, 409].includes(error.status)) refreshAll(cache, id);
      throw error;
    }
  };
}

export function useHandOver(id: string) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(id);
  return useAction(
    (key: string, version: number) =>
      guard(async () => {
        const headers = { ...keyed(key), "if-match": ifMatch(version)["If-Match"] };
        return (await ordersHandOver({ path: { order_id: id }, headers })).data;
      }),
    {
      done: (answer) => {
        takeOrder(cache, answer);
        void cache.invalidateQueries({ queryKey: handOffQuery(id).queryKey });
        notify({ text: t("order.done.handed-over", { number: answer.number }), kind: "done" });
      },
    },
  );
}

/** The mark is shown at once; if the server refuses, that one field goes back. */
export function useMarkBack(order: WorkOrderOut) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(order.id);
  const action = useAction(
    (key: string) =>
      guard(async () => {
        const said = { path: { order_id: order.id }, headers: keyed(key) };
        return (await ordersMarkBackAtOffice(said)).data;
      }),
    {
      done: (answer) => {
        takeOrder(cache, answer);
        notify({ text: t("order.done.back", { number: answer.number }), kind: "done" });
      },
    },
  );
  const show = (at: string | null) =>
    cache.setQueryData(orderQuery(order.id).queryKey, (known) =>
      known ? { ...known, back_at_office_at: at } : known,
    );
  const busy = useRef(false);
  return {
    ...action,
    run: async () => {
      if (busy.current) return;
      busy.current = true;
      const before = order.back_at_office_at;
      show(new Date().toISOString());
      if (!(await action.run())) show(before);
      busy.current = false;
    },
  };
}
