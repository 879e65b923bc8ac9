/** Somebody changed the order while it was looked at: who, what, when; then theirs or mine. */
import { useQuery } from "@tanstack/react-query";
import { type HistoryRow, Refusal, type WorkOrderOut } from "@vitrazh/api";
import { Button, Row } from "@vitrazh/ui";
import { day, moment, money, nameOf } from "@vitrazh/words";
import { useOfficeName, useStaffName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { lastDeedsQuery } from "../data.ts";
import s from "./head.module.css";

/** The order as it stands now, out of a refusal of a stale edit; null when it is none. */
export function currentOf(error: unknown): WorkOrderOut | null {
  if (!(error instanceof Refusal) || error.status !== 412) return null;
  const current = error.body["current"];
  return current && typeof current === "object" ? (current as WorkOrderOut) : null;
}

/** Deeds of the office that make an edit stale. */
const ON_THE_SHEET = new Set([
  "workorders.edit",
  "workorders.correct",
  "workorders.set-price",
  "workorders.hand-over",
  "workorders.cancel",
]);

function lastEditor(rows: readonly HistoryRow[]): HistoryRow | undefined {
  return rows.find((row) => ON_THE_SHEET.has(row.action));
}

interface Difference {
  field: string;
  old: string;
  new: string;
}

type OfficeName = (id: string) => string;

function told(order: WorkOrderOut, officeName: OfficeName): Record<string, string> {
  return {
    [t("order.fact.price")]: order.price ? money(order.price) : t("order.fact.no-price"),
    [t("order.field.summary")]: order.summary || t("order.corrections.empty"),
    [t("order.fact.promised")]: day(order.promised_on),
    [t("order.fact.urgency")]: nameOf("urgency", order.urgency),
    [t("order.fact.pickup")]: officeName(order.pickup_office_id) || t("order.fact.unknown"),
    [t("order.fact.client")]: order.client.name ?? t("order.fact.unknown"),
  };
}

/** What the eye would see differ between two states of the sheet. */
function differences(
  before: WorkOrderOut,
  current: WorkOrderOut,
  officeName: OfficeName,
): Difference[] {
  const now = told(current, officeName);
  return Object.entries(told(before, officeName)).flatMap(([field, old]) => {
    const next = now[field] ?? "";
    return old === next ? [] : [{ field, old, new: next }];
  });
}

interface StaleNoteProps {
  /** What was on the screen. */
  before: WorkOrderOut;
  current: WorkOrderOut;
  takeLabel: string;
  keepLabel: string;
  pending: boolean;
  onTake: () => void;
  onKeep: () => void;
}

export function StaleNote(props: StaleNoteProps) {
  const { before, current } = props;
  const staffName = useStaffName();
  const officeName = useOfficeName();
  const deeds = useQuery({ ...lastDeedsQuery(current.id), staleTime: 0 });
  const last = lastEditor(deeds.data?.items ?? []);
  const who = last ? staffName(last.actor) : "";
  return (
    <div className={s["stale"]} role="alert">
      <p className={s["stale-title"]}>
        {last && who
          ? t("order.stale.changed", { who, at: moment(last.at) })
          : t("order.stale.changed-unknown")}
      </p>
      <ul className={s["stale-list"]}>
        {differences(before, current, officeName).map((one) => (
          <li key={one.field}>{t("order.stale.was", { ...one })}</li>
        ))}
      </ul>
      <Row gap="s">
        <Button onClick={props.onTake}>{props.takeLabel}</Button>
        <Button kind="main" pending={props.pending} onClick={props.onKeep}>
          {props.keepLabel}
        </Button>
      </Row>
    </div>
  );
}
