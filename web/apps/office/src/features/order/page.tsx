/** One order: where it is, what is made, what may be done about it now. */

import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Refusal, type WorkOrderOut } from "@vitrazh/api";
import { asButton, EmptyState, ErrorNote, Page, Pane, Skeleton } from "@vitrazh/ui";
import { promised } from "@vitrazh/words";
import { useState } from "react";
import { t } from "../../words.gen.ts";
import { ClosedNote } from "./closed.tsx";
import { handOffQuery, orderQuery, useLiveOrder } from "./data.ts";
import { CancelDialog } from "./dialogs/cancel.tsx";
import { IssueDialog } from "./dialogs/issue.tsx";
import { ReopenDialog } from "./dialogs/reopen.tsx";
import { Files } from "./files/files.tsx";
import { Actions, type Asked } from "./head/actions.tsx";
import { Facts } from "./head/facts.tsx";
import { VerbNotes } from "./head/notes.tsx";
import { useHandOver, useMarkBack } from "./head/verbs.ts";
import { History } from "./history/history.tsx";
import { Items } from "./items/items.tsx";
import s from "./order.module.css";
import { Paper } from "./print/print.tsx";
import { ClosedQuestions, OpenQuestions } from "./questions/questions.tsx";
import { Revisions } from "./revisions/revisions.tsx";
import { useRights } from "./rights.ts";
import { Strip } from "./strip/strip.tsx";
import { Told } from "./told/told.tsx";

export function OrderPage() {
  const { orderId } = useParams({ strict: false });
  return <OrderById key={orderId} id={orderId ?? ""} />;
}

/** The page of one order, wherever its id came from. */
export function OrderById({ id }: { id: string }) {
  useLiveOrder(id);
  const order = useQuery(orderQuery(id));
  if (order.data) return <Order order={order.data} />;
  if (order.isError) return <NoOrder error={order.error} onRetry={() => void order.refetch()} />;
  return (
    <Page title={t("order.loading")}>
      <div className={s["skeleton"]} aria-busy="true">
        <Skeleton rows={2} />
        <Skeleton rows={4} />
        <Skeleton rows={6} />
      </div>
    </Page>
  );
}

function NoOrder({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const status = error instanceof Refusal ? error.status : 0;
  const back = (
    <Link to="/orders" className={asButton("plain")}>
      {t("order.to-list")}
    </Link>
  );
  if (status === 404 || status === 422) {
    return <EmptyState text={t("order.not-found")} action={back} />;
  }
  if (status === 403) return <EmptyState text={t("order.no-right")} action={back} />;
  return <ErrorNote error={error} onRetry={onRetry} />;
}

function Order({ order }: { order: WorkOrderOut }) {
  const rights = useRights(order);
  const handOff = useQuery(handOffQuery(order.id));
  const handOver = useHandOver(order.id);
  const markBack = useMarkBack(order);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const questions = handOff.data?.questions ?? [];
  return (
    <Page
      title={order.number}
      lead={<Lead order={order} />}
      actions={
        <Actions
          order={order}
          rights={rights}
          handOver={handOver}
          markBack={markBack}
          onAsk={setAsked}
          onPrint={() => window.print()}
        />
      }
      aside={
        <div className={s["side"]}>
          <Told order={order} />
          <Files order={order} />
          <Revisions order={order} />
          <History order={order} />
        </div>
      }
    >
      <div className={s["body"]}>
        <VerbNotes order={order} rights={rights} handOver={handOver} markBack={markBack} />
        <ClosedNote order={order} />
        <Facts order={order} />
        <OpenQuestions order={order} questions={questions} />
        <Strip order={order} />
        <Items items={order.items} />
        <ClosedQuestions order={order} questions={questions} />
      </div>
      <CancelDialog order={order} open={asked === "cancel"} onClose={close} />
      {asked === "issue" ? <IssueDialog order={order} open={true} onClose={close} /> : null}
      {asked === "reopen" ? <ReopenDialog order={order} open={true} onClose={close} /> : null}
      <Paper order={order} />
    </Page>
  );
}

/** States of the order under its number, each in a word. */
function Lead({ order }: { order: WorkOrderOut }) {
  return (
    <span className={s["panes"]}>
      <Pane kind={order.stage} />
      {order.late ? <Pane kind="late">{promised(order.promised_on, true)}</Pane> : null}
      {order.urgency === "normal" ? null : <Pane kind={order.urgency} />}
      {order.revision > 1 ? <span>{t("order.revision", { number: order.revision })}</span> : null}
    </span>
  );
}
