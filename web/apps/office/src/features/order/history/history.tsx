/** Who did what to the order, newest first; read when it is opened, page by page. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { HistoryRow, WorkOrderOut } from "@vitrazh/api";
import { Button, ErrorNote, Skeleton } from "@vitrazh/ui";
import { useState } from "react";
import { useOfficeName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { historyQuery } from "../data.ts";
import { Stamp } from "../stamp.tsx";
import { Who } from "../who.tsx";
import { deedDetails, deedWords } from "./deeds.ts";
import s from "./history.module.css";

export function History({ order }: { order: WorkOrderOut }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={s["history"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("order.history")}</summary>
      {open ? <Deeds order={order} /> : null}
    </details>
  );
}

function Deeds({ order }: { order: WorkOrderOut }) {
  const path = { order_id: order.id };
  const history = useInfiniteQuery({
    ...historyQuery(order.id),
    initialPageParam: { path },
    getNextPageParam: ({ next }) => (next ? { path, query: { cursor: next } } : undefined),
  });
  if (history.isPending) return <Skeleton rows={3} />;
  if (history.isError) {
    return <ErrorNote error={history.error} onRetry={() => void history.refetch()} />;
  }
  const rows = history.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className={s["muted"]}>{t("order.history.none")}</p>;
  return (
    <>
      <ol className={s["list"]}>
        {rows.map((row, index) => (
          <Deed key={`${row.at} ${index}`} row={row} order={order} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button pending={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t("order.history.more")}
        </Button>
      ) : null}
    </>
  );
}

function Deed({ row, order }: { row: HistoryRow; order: WorkOrderOut }) {
  const officeName = useOfficeName();
  const details = deedDetails(row, { order, officeName });
  const verified = row.new?.["operator_verified"] !== false;
  const tablet = text(row.new?.["operated_at"]);
  return (
    <li className={s["deed"]}>
      <div className={s["what"]}>{deedWords(row)}</div>
      {details.map((detail) => (
        <div key={detail}>{detail}</div>
      ))}
      <div className={s["muted"]}>
        <Stamp at={row.at} tablet={tablet} />{" "}
        <Who operatorId={row.operator} by={row.actor} verified={verified} />
      </div>
    </li>
  );
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
