/** The live board of production: every order in work, what is late first. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { BoardOrder } from "@vitrazh/api";
import { EmptyState, Page, Rows } from "@vitrazh/ui";
import { useMemo, useState } from "react";
import { useMay } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import { columnsFor } from "./columns.tsx";
import { Counts } from "./counts.tsx";
import { rowsOf, useBoardOrders } from "./data.ts";
import { Filters } from "./filters.tsx";
import { BoardPanel } from "./panel.tsx";
import { type BoardView, isNarrowed, readBoardView } from "./view.ts";

export function BoardPage() {
  const may = useMay();
  if (!may("production.queue.read")) return <EmptyState text={t("board.no-right")} />;
  return <Board />;
}

function Board() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const view = useMemo(() => readBoardView(search), [search]);
  const onView = (next: BoardView) => void navigate({ to: "/board", search: next, replace: true });
  const orders = useBoardOrders(view);
  const rows = useMemo(() => rowsOf(orders.data?.pages), [orders.data]);
  const [open, setOpen] = useState<BoardOrder | null>(null);
  const columns = useMemo(() => columnsFor(view.shop), [view.shop]);
  return (
    <Page title={t("board.title")} className={s["board"] ?? ""}>
      <div className={s["body"]}>
        <Counts view={view} onView={onView} />
        <Filters view={view} onView={onView} />
        <Rows
          label={t("board.list")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={setOpen}
          current={open?.id}
          state={orders.isPending ? "loading" : orders.data ? "ready" : "error"}
          error={orders.error}
          onRetry={() => void orders.refetch()}
          onMore={orders.hasNextPage ? () => void orders.fetchNextPage() : undefined}
          moreState={orders.isFetchingNextPage ? "loading" : "ready"}
          empty={<EmptyState text={t(isNarrowed(view) ? "board.empty-filtered" : "board.empty")} />}
          className={s["rows"] ?? ""}
        />
      </div>
      {open ? <BoardPanel id={open.id} first={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}
