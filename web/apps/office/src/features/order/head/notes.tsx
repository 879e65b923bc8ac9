/** What became of a press on the head's buttons, where it must be read. */
import { useQueryClient } from "@tanstack/react-query";
import type { WorkOrderOut } from "@vitrazh/api";
import { ErrorNote } from "@vitrazh/ui";
import { useRef } from "react";
import { useOfficeName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { takeOrder } from "../data.ts";
import type { Rights } from "../rights.ts";
import s from "./head.module.css";
import { currentOf, StaleNote } from "./stale.tsx";
import type { useHandOver, useMarkBack } from "./verbs.ts";

interface VerbNotesProps {
  order: WorkOrderOut;
  rights: Rights;
  handOver: ReturnType<typeof useHandOver>;
  markBack: ReturnType<typeof useMarkBack>;
}

export function VerbNotes({ order, rights, handOver, markBack }: VerbNotesProps) {
  const cache = useQueryClient();
  const officeName = useOfficeName();
  const current = currentOf(handOver.error);
  /** The sheet that was looked at when the stale press came; the feed may renew `order` meanwhile. */
  const looked = useRef(order);
  if (!current) looked.current = order;
  const note = current ? (
    <StaleNote
      before={looked.current}
      current={current}
      takeLabel={t("order.stale.take-order")}
      keepLabel={t("order.stale.keep-order")}
      pending={handOver.pending}
      onTake={() => {
        takeOrder(cache, current);
        handOver.reset();
      }}
      onKeep={() => void handOver.run(current.content_version)}
    />
  ) : null;
  const again = handOver.again ?? markBack.again;
  const error = current ? markBack.error : (handOver.error ?? markBack.error);
  return (
    <>
      {note}
      <ErrorNote error={error} onRetry={again ? () => void again() : undefined} />
      {rights.issueElsewhere ? (
        <p className={s["elsewhere"]}>
          {t("order.issue.elsewhere", { office: officeName(order.pickup_office_id) })}
        </p>
      ) : null}
    </>
  );
}
