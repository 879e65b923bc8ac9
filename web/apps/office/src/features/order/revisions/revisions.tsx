/** What the shops were told, revision by revision: old and new of each field in words. */
import { useQuery } from "@tanstack/react-query";
import type { Change, RevisionOut, WorkOrderOut } from "@vitrazh/api";
import { Card, ErrorNote, Skeleton } from "@vitrazh/ui";
import { day } from "@vitrazh/words";
import { useOfficeName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { revisionsQuery } from "../data.ts";
import { itemName } from "../items/piece-words.ts";
import { Stamp } from "../stamp.tsx";
import { Who } from "../who.tsx";
import { fieldWords } from "./fields.ts";
import s from "./revisions.module.css";

export function Revisions({ order }: { order: WorkOrderOut }) {
  const revisions = useQuery({ ...revisionsQuery(order.id), enabled: order.revision > 0 });
  if (order.revision === 0) return null;
  return (
    <Card title={t("order.corrections")}>
      {revisions.isPending ? <Skeleton rows={1} /> : null}
      {revisions.isError ? (
        <ErrorNote error={revisions.error} onRetry={() => void revisions.refetch()} />
      ) : null}
      <ol className={s["list"]}>
        {revisions.data?.map((revision) => (
          <li key={revision.revision} className={s["revision"]}>
            <h3 className={s["head"]}>
              {t("order.corrections.number", { number: revision.revision })}
              <span className={s["muted"]}>
                <Stamp at={revision.at} /> <Who by={revision.by} />
              </span>
            </h3>
            <Changes order={order} revision={revision} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Changes of one thing together: the order first, then its items. */
function grouped(changes: readonly Change[]): [string, Change[]][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const place = change.item_id ?? "";
    groups.set(place, [...(groups.get(place) ?? []), change]);
  }
  return [...groups];
}

function Changes({ order, revision }: { order: WorkOrderOut; revision: RevisionOut }) {
  if (revision.revision === 1) return <p className={s["muted"]}>{t("order.corrections.first")}</p>;
  if (revision.changes.length === 0) {
    return <p className={s["muted"]}>{t("order.corrections.none-changed")}</p>;
  }
  return grouped(revision.changes).map(([itemId, changes]) => (
    <table key={itemId} className={s["changes"]}>
      <caption>{placeName(order, itemId)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("order.corrections.what")}</th>
          <th scope="col">{t("order.corrections.was")}</th>
          <th scope="col">{t("order.corrections.now")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow key={change.field} change={change} />
        ))}
      </tbody>
    </table>
  ));
}

function placeName(order: WorkOrderOut, itemId: string): string {
  if (!itemId) return t("order.corrections.whole");
  const item = order.items.find((one) => one.id === itemId);
  if (!item) return t("order.corrections.item-gone");
  return `${t("order.corrections.item", { position: item.position })}: ${itemName(item)}`;
}

function ChangeRow({ change }: { change: Change }) {
  const officeName = useOfficeName();
  const { name, say } = fieldWords(change.field, { officeName, day });
  const said = (value: string | null | undefined) =>
    value == null ? t("order.corrections.empty") : say(value);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <del>{said(change.old)}</del>
      </td>
      <td>
        <ins>{said(change.new)}</ins>
      </td>
    </tr>
  );
}
