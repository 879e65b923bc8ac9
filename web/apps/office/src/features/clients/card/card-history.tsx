/** What was changed on the card, by whom and when; the newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { clientsHistory } from "@vitrazh/api";
import { Ago, Button, Card, ErrorNote, Skeleton } from "@vitrazh/ui";
import { useOfficeName, useStaffName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { factName, factText } from "./facts.ts";

const PAGE_ROWS = 10;

/** `version`: another version of the card has another history. */
export function CardHistory({ clientId, version }: { clientId: string; version: number }) {
  const staff = useStaffName();
  const office = useOfficeName();
  const name = (id: string) => staff(id) || office(id);
  const history = useInfiniteQuery({
    queryKey: [{ _id: "clientsHistory", list: true, clientId, version }],
    queryFn: async ({ pageParam, signal }) =>
      (
        await clientsHistory({
          path: { client_id: clientId },
          query: { limit: PAGE_ROWS, cursor: pageParam },
          signal,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
  const rows = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t("clients.history")}>
      {history.isPending ? <Skeleton rows={2} /> : null}
      <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
      <ol className="cl-history">
        {rows.map((row) => (
          <li key={`${row.at} ${row.field}`}>
            <span className="cl-when">
              <Ago at={row.at} /> {staff(row.by)}
            </span>
            <span>
              {factName(row.field)}:{" "}
              {row.old === null ? null : <del>{said(row.field, row.old)}</del>}{" "}
              {said(row.field, row.new)}
            </span>
          </li>
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button
          kind="link"
          pending={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t("clients.history-more")}
        </Button>
      ) : null}
    </Card>
  );

  function said(field: string, value: unknown): string {
    return factText(field, value, name);
  }
}
