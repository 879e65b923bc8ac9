/** Bits of an order that more than one list shows: when it is promised, how it stands. */
import type { WorkOrderRow } from "@vitrazh/api";
import { Pane, type PaneKind } from "@vitrazh/ui";
import { day, moment, promised } from "@vitrazh/words";
import { t } from "../words.gen.ts";
import s from "./order-bits.module.css";

/** Messages that did not do their work: a person has to act. */
const NOT_TOLD = new Set<string>(["failed", "unknown", "call-needed"]);

/** The promised date as one says it; late in words and in red. */
export function PromisedOn({ row }: { row: WorkOrderRow }) {
  if (row.late) return <Pane kind="late">{promised(row.promised_on, true)}</Pane>;
  const over = row.stage === "issued" || row.stage === "cancelled";
  return <>{over ? day(row.promised_on) : promised(row.promised_on, false)}</>;
}

/** What stands beside the stage: urgent, somebody waits, the client was not told. */
export function noteOf(row: WorkOrderRow): PaneKind | null {
  if (row.stage === "ready" && row.told_state) {
    return NOT_TOLD.has(row.told_state) ? row.told_state : "told";
  }
  const runs = row.stage === "draft" || row.stage === "in-work";
  return runs && row.urgency !== "normal" ? row.urgency : null;
}

/** The stage, and what a person should know beside it. */
export function Standing({ row }: { row: WorkOrderRow }) {
  const note = noteOf(row);
  const told = note === "told" && row.told_at;
  return (
    <>
      <Pane kind={row.stage} />{" "}
      {told ? (
        <span className={s["told"]}>{t("office.told-at", { at: moment(told) })}</span>
      ) : note ? (
        <Pane kind={note} />
      ) : null}
    </>
  );
}
