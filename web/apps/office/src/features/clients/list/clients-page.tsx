/** All clients, found while one types; what is looked for stands in the address. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ClientRow, clientsSearch } from "@vitrazh/api";
import { Button, type Column, EmptyState, Page, Rows, TextField } from "@vitrazh/ui";
import { nameOf, phone } from "@vitrazh/words";
import { useEffect, useMemo, useState } from "react";
import { useOfficeName } from "../../../shared/names.ts";
import { useMay } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import { NewClientPanel } from "./new-client-panel.tsx";
import "../clients.css";

const PAUSE_MS = 150;
const PAGE_ROWS = 50;
const LONGEST = 200;

export function ClientsPage() {
  const { q = "" } = useSearch({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const [text, setText] = useState(q);
  const [adding, setAdding] = useState(false);
  const [wanted] = useDebouncedValue(text.trim().slice(0, LONGEST), PAUSE_MS);
  useEffect(() => {
    void navigate({ to: "/clients", search: wanted ? { q: wanted } : {}, replace: true });
  }, [wanted, navigate]);
  const found = useClients(wanted);
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  const open = (id: string) =>
    void navigate({ to: "/clients/$clientId", params: { clientId: id } });
  return (
    <Page
      title={t("clients.title")}
      actions={
        may("clients.edit") ? (
          <Button kind="main" onClick={() => setAdding(true)}>
            {t("clients.new")}
          </Button>
        ) : undefined
      }
    >
      <div className="cl-find">
        <TextField
          label={t("clients.find")}
          hint={t("clients.find-hint")}
          value={text}
          onChange={setText}
          type="search"
          autoFocus
        />
      </div>
      <Rows
        label={t("clients.title")}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        state={found.isPending ? "loading" : found.isError && !rows.length ? "error" : "ready"}
        error={found.error}
        onRetry={() => void found.refetch()}
        empty={
          <EmptyState
            text={wanted ? t("clients.none-found", { text: wanted }) : t("clients.none")}
          />
        }
        onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
        moreState={found.isFetchingNextPage ? "loading" : found.isError ? "error" : "ready"}
      />
      {adding ? (
        <NewClientPanel typed={text} onClose={() => setAdding(false)} onDone={open} />
      ) : null}
    </Page>
  );
}

function useClients(q: string) {
  return useInfiniteQuery({
    queryKey: [{ _id: "clientsSearch", list: true, q }],
    queryFn: async ({ pageParam, signal }) =>
      (await clientsSearch({ query: { q, limit: PAGE_ROWS, cursor: pageParam }, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
}

function useColumns(): readonly Column<ClientRow>[] {
  const office = useOfficeName();
  return [
    { key: "name", head: t("clients.column.name"), cell: (row) => row.name },
    {
      key: "phones",
      head: t("clients.column.phones"),
      width: "16rem",
      cell: (row) => row.phones.map(phone).join(", "),
    },
    {
      key: "email",
      head: t("clients.column.email"),
      hideBelow: 800,
      cell: (row) => row.email ?? "",
    },
    {
      key: "channel",
      head: t("clients.column.channel"),
      width: "10rem",
      hideBelow: 1000,
      cell: (row) => nameOf("contact-channel", row.channel),
    },
    {
      key: "office",
      head: t("clients.column.office"),
      width: "10rem",
      hideBelow: 1200,
      cell: (row) => office(row.office_id),
    },
  ];
}
