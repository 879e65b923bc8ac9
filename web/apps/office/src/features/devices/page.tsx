/** Tablets of the shops: which there are, a code for a new one, another name, the end of one. */
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { type DeviceOut, gatewayAllDevices } from "@vitrazh/api";
import { Ago, Button, type Column, EmptyState, Menu, Page, Pane, Rows } from "@vitrazh/ui";
import { moment, nameOf } from "@vitrazh/words";
import { useMemo, useState } from "react";
import { useMay } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import s from "./devices.module.css";
import { PairDialog } from "./pair-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";

const PAGE = 100;
const KEY = [{ _id: "gatewayAllDevices", whole: true }];

export function DevicesPage() {
  const may = useMay();
  if (may("devices.edit")) return <Devices />;
  return (
    <Page title={t("devices.title")}>
      <EmptyState text={t("devices.not-yours")} />
    </Page>
  );
}

type Open = { kind: "pair" } | { kind: "rename" | "revoke"; device: DeviceOut } | null;

function Devices() {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const list = useInfiniteQuery({
    queryKey: KEY,
    queryFn: async ({ pageParam, signal }) =>
      (await gatewayAllDevices({ query: { limit: PAGE, cursor: pageParam }, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const rows = useMemo(() => {
    const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
    // Those that work stand above those that were taken away.
    return all.toSorted((a, b) => Number(a.revoked_at !== null) - Number(b.revoked_at !== null));
  }, [list.data]);
  const columns = useColumns(setOpen);

  function changed(): void {
    setOpen(null);
    void queries.invalidateQueries({ queryKey: KEY });
  }

  const pair = (
    <Button kind="main" onClick={() => setOpen({ kind: "pair" })}>
      {t("devices.pair")}
    </Button>
  );
  return (
    <Page title={t("devices.title")} lead={t("devices.lead")} actions={pair}>
      <Rows
        label={t("devices.title")}
        columns={columns}
        rows={rows}
        rowKey={(device) => device.id}
        state={list.isPending ? "loading" : list.isError ? "error" : "ready"}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState text={t("devices.none")} action={pair} />}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        moreState={list.isFetchingNextPage ? "loading" : "ready"}
      />
      {open?.kind === "pair" ? (
        <PairDialog
          known={rows}
          onPaired={() => void list.refetch()}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.kind === "rename" ? (
        <RenameDialog device={open.device} onDone={changed} onClose={() => setOpen(null)} />
      ) : null}
      {open?.kind === "revoke" ? (
        <RevokeDialog device={open.device} onDone={changed} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  );
}

function useColumns(onOpen: (open: Open) => void): Column<DeviceOut>[] {
  return useMemo(
    () => [
      {
        key: "name",
        head: t("devices.name"),
        width: "22rem",
        cell: (device) => <span className={s["name"]}>{device.name}</span>,
      },
      {
        key: "shop",
        head: t("devices.shop"),
        cell: (device) => nameOf("shop", device.shop),
      },
      {
        key: "seen",
        head: t("devices.seen"),
        width: "11rem",
        hideBelow: 600,
        cell: (device) => (device.seen_at ? <Ago at={device.seen_at} /> : t("devices.never")),
      },
      {
        key: "paired",
        head: t("devices.paired"),
        width: "11rem",
        hideBelow: 800,
        cell: (device) => moment(device.paired_at),
      },
      {
        key: "state",
        head: t("devices.state"),
        width: "14rem",
        hideBelow: 600,
        cell: (device) =>
          device.revoked_at ? (
            <Pane kind="cancelled">{t("devices.revoked", { at: moment(device.revoked_at) })}</Pane>
          ) : (
            <Pane kind="accepted">{t("devices.active")}</Pane>
          ),
      },
      {
        key: "actions",
        head: <span className={s["hidden"]}>{t("devices.actions")}</span>,
        width: "4.5rem",
        align: "end",
        cell: (device) =>
          device.revoked_at ? null : (
            <Menu
              items={[
                { label: t("devices.rename"), onClick: () => onOpen({ kind: "rename", device }) },
                {
                  label: t("devices.revoke"),
                  danger: true,
                  onClick: () => onOpen({ kind: "revoke", device }),
                },
              ]}
            />
          ),
      },
    ],
    [onOpen],
  );
}
