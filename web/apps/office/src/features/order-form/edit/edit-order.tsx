/** An order that exists: a draft is edited, an order in work is corrected, others are only read. */
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ordersDetach, Refusal, type WorkOrderOut } from "@vitrazh/api";
import { ordersWorkOrderQueryKey } from "@vitrazh/api/query";
import { asButton, Button, EmptyState, ErrorNote, notify, Page, Pane } from "@vitrazh/ui";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { useDraft } from "../../../shared/drafts.ts";
import { t } from "../../../words.gen.ts";
import type { KeptForm } from "../form-state.ts";
import { FORM_PREFIX, useOpenElsewhere } from "../instance.ts";
import { formOfOrder, sendingOf } from "../model/from-order.ts";
import { OrderFormFields } from "../order-form.tsx";
import { focusField } from "../parts/places.ts";
import type { Goal } from "../sending/send.ts";
import { useFaults } from "../use-faults.ts";
import { useSending } from "../use-sending.ts";
import { ConfirmCorrection } from "./confirm-correction.tsx";
import { StaleEdit } from "./stale-edit.tsx";

export function EditOrder({ order }: { order: WorkOrderOut }) {
  const readOnly = order.stage !== "draft" && order.stage !== "in-work";
  const title = t("order-form.edit-number", { number: order.number });
  if (!readOnly) return <OpenOrder order={order} />;
  return (
    <Page title={title} actions={<Pane kind={order.stage} />}>
      <EmptyState
        text={t(`order-form.closed.${order.stage as "ready" | "issued" | "cancelled"}`)}
        action={
          <Link to="/orders/$orderId" params={{ orderId: order.id }} className={asButton("main")}>
            {t("order-form.to-order")}
          </Link>
        }
      />
    </Page>
  );
}

function OpenOrder({ order }: { order: WorkOrderOut }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const instance = `order:${order.id}`;
  const elsewhere = useOpenElsewhere(instance);
  const [attempted, setAttempted] = useState<Goal | null>(null);
  const [asking, setAsking] = useState(false);
  const begin = useMemo(() => ({ form: formOfOrder(order), sending: sendingOf(order) }), [order]);
  const [kept, setKept, draft] = useDraft<KeptForm>(FORM_PREFIX + instance, begin);
  const { restoredAt } = draft;
  const [dirty, setDirty] = useState(restoredAt !== null);
  const clear = useCallback(() => {
    setDirty(false);
    draft.clear();
  }, [draft.clear]);
  const type = useCallback<typeof setKept>(
    (next) => {
      setDirty(true);
      setKept(next);
    },
    [setKept],
  );
  const drop = () => {
    const before = kept;
    clear();
    notify({ text: t("order-form.edit-thrown-away"), undo: { run: () => type(() => before) } });
  };
  const correcting = order.stage === "in-work";
  const faults = useFaults(kept.form, attempted !== null, attempted !== "save");
  const sending = useSending({
    instance,
    kept,
    note: (next) => setKept((now) => ({ ...now, sending: next })),
    failed: (error) => {
      setAsking(false);
      const [first] = error instanceof Refusal ? faults.refuse(error.fields) : [];
      if (first) focusField(first.item, first.path);
    },
    done: (goal, sent) => {
      setAsking(false);
      clear();
      const number = sent.order?.number ?? "";
      notify({ text: t(`order-form.done.${goal}`, { number }), kind: "done" });
      if (goal !== "save") {
        const params = { orderId: order.id };
        void navigate({ to: "/orders/$orderId", params, replace: true });
      }
    },
    doneAway: (goal, sent) => {
      clear();
      const number = sent.order?.number ?? "";
      notify({ text: t(`order-form.done.${goal}`, { number }), kind: "done" });
    },
  });
  const detach = useAction(async (_key, attachmentId: string) => {
    const path = { order_id: order.id, attachment_id: attachmentId };
    return (await ordersDetach({ path })).data;
  });
  const stale = dirty ? staleOf(order, kept, sending.error) : null;
  const old = kept.sending.order?.version !== order.content_version;
  useEffect(() => {
    // Nothing of mine stands in the form: it shows the order as it is now.
    if (!dirty && old && !sending.pending) clear();
  }, [dirty, old, sending.pending, clear]);
  return (
    <Page
      title={t(correcting ? "order-form.correct-number" : "order-form.edit-number", {
        number: order.number,
      })}
      lead={<Lead elsewhere={elsewhere} restored={restoredAt !== null} correcting={correcting} />}
      actions={
        <>
          <Pane kind={order.stage} />
          {dirty ? <Button onClick={drop}>{t("order-form.throw-edit-away")}</Button> : null}
        </>
      }
    >
      {stale && !sending.pending ? (
        <StaleEdit
          current={stale}
          kept={kept}
          onTake={() => {
            sending.reset();
            const path = { order_id: order.id };
            cache.setQueryData(ordersWorkOrderQueryKey({ path }), stale);
            clear();
          }}
          onKeep={(mine) => {
            const { goal, error } = sending;
            sending.reset();
            setKept(() => mine);
            // What was refused as stale is sent at once; what was only found to be so is not yet.
            if (goal && error) sending.run(goal, mine);
          }}
        />
      ) : null}
      <ErrorNote error={detach.error} />
      <OrderFormFields
        kept={kept}
        setKept={type}
        dirty={dirty}
        faults={faults}
        attempted={attempted !== null}
        onAttempt={setAttempted}
        sending={sending}
        attached={order.attachments.filter((file) => file.kind !== "signature")}
        onDetach={(id) => void detach.run(id)}
        taker={order.office_id}
        goals={correcting ? ["correct"] : ["save", "hand-over"]}
        {...(correcting ? { onGoal: () => setAsking(true) } : {})}
        openFirst
      />
      {asking ? (
        <ConfirmCorrection
          kept={kept}
          pending={sending.pending}
          onSend={() => sending.run("correct")}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Page>
  );
}

/** Today's order when it is not the one that was opened; null while nobody else touched it. */
function staleOf(order: WorkOrderOut, kept: KeptForm, error: unknown): WorkOrderOut | null {
  const version = kept.sending.order?.version ?? order.content_version;
  if (error instanceof Refusal && error.status === 412) {
    return (error.body["current"] as WorkOrderOut | undefined) ?? order;
  }
  return order.content_version > version ? order : null;
}

function Lead({
  elsewhere,
  restored,
  correcting,
}: {
  elsewhere: boolean;
  restored: boolean;
  correcting: boolean;
}) {
  if (elsewhere) return <strong role="alert">{t("order-form.open-elsewhere")}</strong>;
  if (restored) return t("order-form.restored");
  return correcting ? t("order-form.correct-lead") : null;
}
