/** Folders of work orders: the address is the view, the rows are live. */
import { getRouteApi } from "@tanstack/react-router";
import type { WorkOrderRow } from "@vitrazh/api";
import { Button, EmptyState, Page, Rows, Tabs } from "@vitrazh/ui";
import { useCallback, useEffect, useRef } from "react";
import { t } from "../../words.gen.ts";
import { useColumns } from "./columns.tsx";
import { useFolderCounts } from "./counts.ts";
import { Filters } from "./filters.tsx";
import { NeedsBar } from "./needs-bar.tsx";
import s from "./orders.module.css";
import { useList } from "./use-list.ts";
import { FOLDERS, type Folder, folderOf, type OrdersView, tidy } from "./view.ts";
import { ViewsMenu } from "./views-menu.tsx";

const route = getRouteApi("/orders");
/** So near to the end of what is drawn the next page is fetched, px. */
const NEAR_END_PX = 900;

export function OrdersPage() {
  const view = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <OrdersScreen
      view={view}
      onView={(next, replace) => void navigate({ search: next, replace })}
      onOpen={(row) => void navigate({ to: "/orders/$orderId", params: { orderId: row.id } })}
    />
  );
}

interface ScreenProps {
  view: OrdersView;
  onView: (view: OrdersView, replace: boolean) => void;
  onOpen: (row: WorkOrderRow) => void;
}

/** `change` leaves the rest of the view as it is; typing does not fill the browser's history. */
export function OrdersScreen({ view, onView, onOpen }: ScreenProps) {
  const change = (part: Partial<Record<keyof OrdersView, unknown>>, replace = false) =>
    onView(tidy({ ...view, ...part } as OrdersView), replace);
  const counts = useFolderCounts(view.office);
  const content = (
    <>
      <Filters view={view} counts={counts} onChange={change} />
      <List view={view} onChange={change} onOpen={onOpen} />
    </>
  );
  return (
    <Page title={t("orders.title")} actions={<ViewsMenu view={view} onView={onView} />}>
      {view.needs ? (
        <>
          <NeedsBar needs={view.needs} onLeave={() => change({ needs: undefined })} />
          {content}
        </>
      ) : (
        <Tabs<Folder>
          label={t("orders.folders")}
          value={folderOf(view)}
          onChange={(folder) => change({ folder, late: undefined })}
          tabs={FOLDERS.map((folder) => ({
            value: folder,
            label: t(`orders.folder-${folder}`),
            count: counts?.[folder].count,
          }))}
        >
          {content}
        </Tabs>
      )}
    </Page>
  );
}

interface ListProps {
  view: OrdersView;
  onChange: (part: Partial<Record<keyof OrdersView, unknown>>) => void;
  onOpen: (row: WorkOrderRow) => void;
}

function List({ view, onChange, onOpen }: ListProps) {
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  const openRow = useCallback((row: WorkOrderRow) => open.current(row), []);
  const columns = useColumns(openRow);
  const list = useList(view);
  const asked = useRef(false);
  asked.current = list.isFetchingNextPage;

  function more(): void {
    if (!list.hasNextPage || asked.current) return;
    asked.current = true;
    void list.fetchNextPage();
  }

  function scrolled(event: React.UIEvent): void {
    const place = event.target as HTMLElement;
    const left = place.scrollHeight - place.scrollTop - place.clientHeight;
    if (left < NEAR_END_PX && !list.isFetchNextPageError) more();
  }

  return (
    <div className={s["list"]} data-list onScrollCapture={scrolled}>
      <Rows
        label={t("orders.title")}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        onOpen={openRow}
        state={list.isPending ? "loading" : list.isError && !list.rows.length ? "error" : "ready"}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<Nothing view={view} onChange={onChange} />}
        onMore={list.hasNextPage ? more : undefined}
        moreState={
          list.isFetchingNextPage ? "loading" : list.isFetchNextPageError ? "error" : "ready"
        }
        changed={list.changed}
      />
    </div>
  );
}

/** Why there is nothing, and the one thing that helps. */
function Nothing({ view, onChange }: Pick<ListProps, "view" | "onChange">) {
  if (view.q && folderOf(view) !== "all" && !view.needs) {
    return (
      <EmptyState
        text={t("orders.not-found-here", { text: view.q })}
        action={
          <Button kind="main" onClick={() => onChange({ folder: "all" })}>
            {t("orders.search-all")}
          </Button>
        }
      />
    );
  }
  const narrowed = view.q || view.office || view.mine || view.late;
  if (narrowed) {
    const all = { q: undefined, office: undefined, mine: undefined, late: undefined };
    return (
      <EmptyState
        text={t("orders.none-so")}
        action={<Button onClick={() => onChange(all)}>{t("orders.no-filters")}</Button>}
      />
    );
  }
  return <EmptyState text={view.needs ? t("orders.nothing-waits") : t("orders.empty")} />;
}
