/** What a row of the folders shows. */
import type { WorkOrderRow } from "@vitrazh/api";
import type { Column } from "@vitrazh/ui";
import { type MouseEvent, useMemo } from "react";
import { useOfficeName, useStaffName } from "../../shared/names.ts";
import { PromisedOn, Standing } from "../../shared/order-bits.tsx";
import { t } from "../../words.gen.ts";
import s from "./orders.module.css";

/** A click that opens here, not in another tab. */
function isPlain(event: MouseEvent): boolean {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** The number is a plain link: thousands of the router's own would make scrolling stutter. */
export function useColumns(onOpen: (row: WorkOrderRow) => void): Column<WorkOrderRow>[] {
  const officeName = useOfficeName();
  const staffName = useStaffName();
  return useMemo(() => {
    const places = (row: WorkOrderRow) =>
      row.pickup_office_id === row.office_id
        ? officeName(row.office_id)
        : t("orders.pickup", {
            taken: officeName(row.office_id),
            given: officeName(row.pickup_office_id),
          });
    return [
      {
        key: "number",
        head: t("orders.number"),
        width: "7rem",
        cell: (row) => (
          <a
            href={`/orders/${row.id}`}
            className={s["number"]}
            onClick={(event) => {
              if (!isPlain(event)) return;
              event.preventDefault();
              onOpen(row);
            }}
          >
            {row.number}
          </a>
        ),
      },
      {
        key: "what",
        head: t("orders.what"),
        cell: (row) => (
          <>
            <div className={s["line"]} title={row.client_name ?? undefined}>
              {row.client_name ?? t("orders.client-hidden")}
            </div>
            <div className={s["summary"]} title={row.summary}>
              {row.summary || t("orders.no-items")}
            </div>
            <div className={s["narrow"]}>
              <PromisedOn row={row} /> <Standing row={row} />
            </div>
          </>
        ),
      },
      {
        key: "promised",
        head: t("orders.promised"),
        width: "13.5rem",
        hideBelow: 600,
        cell: (row) => <PromisedOn row={row} />,
      },
      {
        key: "state",
        head: t("orders.state"),
        width: "18rem",
        hideBelow: 800,
        cell: (row) => <Standing row={row} />,
      },
      {
        key: "office",
        head: t("orders.office"),
        width: "10rem",
        hideBelow: 1000,
        cell: (row) => <div className={s["line"]}>{places(row)}</div>,
      },
      {
        key: "manager",
        head: t("orders.manager"),
        width: "10rem",
        hideBelow: 1200,
        cell: (row) => <div className={s["line"]}>{staffName(row.manager_id)}</div>,
      },
    ];
  }, [officeName, staffName, onOpen]);
}
