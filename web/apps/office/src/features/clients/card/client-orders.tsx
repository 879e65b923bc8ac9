/** Everything this client ordered, the newest first; an old order can be repeated. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ordersFolder, type WorkOrderRow } from "@vitrazh/api";
import { asButton, type Column, EmptyState, Pane, Rows } from "@vitrazh/ui";
import { promised } from "@vitrazh/words";
import { useMemo } from "react";
import { useMay } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";

const PAGE_ROWS = 50;

export function ClientOrders({ clientId }: { clientId: string }) {
  const navigate = useNavigate();
  const mayEdit = useMay()("orders.edit");
  const orders = useInfiniteQuery({
    queryKey: [{ _id: "ordersFolder", list: true, query: { client: clientId } }],
    queryFn: async ({ pageParam, signal }) =>
      (
        await ordersFolder({
          query: { client: clientId, limit: PAGE_ROWS, cursor: pageParam },
          signal,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
  const rows = useMemo(() => orders.data?.pages.flatMap((page) => page.items) ?? [], [orders.data]);
  return (
    <section className="cl-orders" aria-label={t("clients.orders")}>
      <h2>{t("clients.orders")}</h2>
      <Rows
        label={t("clients.orders")}
        columns={columns(mayEdit)}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: "/orders/$orderId", params: { orderId: row.id } })}
        state={orders.isPending ? "loading" : orders.isError && !rows.length ? "error" : "ready"}
        error={orders.error}
        onRetry={() => void orders.refetch()}
        empty={<EmptyState text={t("clients.no-orders")} />}
        onMore={orders.hasNextPage ? () => void orders.fetchNextPage() : undefined}
        moreState={orders.isFetchingNextPage ? "loading" : orders.isError ? "error" : "ready"}
      />
    </section>
  );
}

function columns(mayEdit: boolean): readonly Column<WorkOrderRow>[] {
  return [
    { key: "number", head: t("clients.column.number"), width: "8rem", cell: (row) => row.number },
    {
      key: "stage",
      head: t("clients.column.stage"),
      width: "9rem",
      cell: (row) => <Pane kind={row.stage} />,
    },
    { key: "what", head: t("clients.column.what"), cell: (row) => row.summary },
    {
      key: "promised",
      head: t("clients.column.promised"),
      width: "13rem",
      hideBelow: 600,
      cell: (row) => promised(row.promised_on, row.late),
    },
    ...(mayEdit
      ? [
          {
            key: "repeat",
            head: t("clients.column.again"),
            width: "8rem",
            cell: (row: WorkOrderRow) => (
              <Link to="/orders/new" search={{ copy: row.id }} className={asButton("link")}>
                {t("clients.repeat")}
              </Link>
            ),
          } satisfies Column<WorkOrderRow>,
        ]
      : []),
  ];
}
