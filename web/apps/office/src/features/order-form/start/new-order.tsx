/** A new order: blank, for a client that is known, or a copy of an old one. */
import { useNavigate } from "@tanstack/react-router";
import { Refusal } from "@vitrazh/api";
import { Button, notify, Page } from "@vitrazh/ui";
import { useState } from "react";
import { useDraft } from "../../../shared/drafts.ts";
import { useSession } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import type { KeptForm } from "../form-state.ts";
import { FORM_PREFIX, useOpenElsewhere } from "../instance.ts";
import type { OrderForm } from "../model/form.ts";
import { OrderFormFields } from "../order-form.tsx";
import { focusField } from "../parts/places.ts";
import type { Goal } from "../sending/send.ts";
import { type Sending, UNSENT } from "../sending/state.ts";
import { useFaults } from "../use-faults.ts";
import { useSending } from "../use-sending.ts";
import { KeptForms } from "./kept-list.tsx";

interface Props {
  instance: string;
  onInstance: (instance: string) => void;
  begin: OrderForm;
  /** The number of the order that is copied. */
  copyOf: string | null;
}

const GOALS: readonly Goal[] = ["save", "hand-over"];

export function NewOrder({ instance, onInstance, begin, copyOf }: Props) {
  const navigate = useNavigate();
  const { office_id: office } = useSession();
  const elsewhere = useOpenElsewhere(instance);
  const [attempted, setAttempted] = useState<Goal | null>(null);
  const [kept, setKept, { clear, restoredAt }] = useDraft<KeptForm>(FORM_PREFIX + instance, {
    form: begin,
    sending: UNSENT,
  });
  const faults = useFaults(kept.form, attempted !== null, attempted === "hand-over");
  const tell = (goal: Goal, { order }: Sending) => {
    const words = goal === "save" ? "order-form.saved" : "order-form.handed-over";
    notify({ text: t(words, { number: order?.number ?? "" }), kind: "done" });
  };
  const sending = useSending({
    instance,
    kept,
    note: (next) => setKept((now) => ({ ...now, sending: next })),
    failed: (error) => {
      const refused = error instanceof Refusal ? faults.refuse(error.fields) : [];
      const [first] = refused;
      if (first) focusField(first.item, first.path);
    },
    done: (goal, sent) => {
      clear();
      tell(goal, sent);
      const orderId = sent.order?.id ?? "";
      // In place of the form: Back leads to where the order was begun from, never to a second one.
      const to = goal === "save" ? "/orders/$orderId/edit" : "/orders/$orderId";
      void navigate({ to, params: { orderId }, replace: true });
    },
    doneAway: (goal, sent) => {
      clear();
      tell(goal, sent);
    },
  });
  return (
    <Page
      title={t("order-form.new")}
      actions={
        restoredAt === null ? undefined : (
          <Button
            onClick={() => {
              const before = kept;
              clear();
              setAttempted(null);
              notify({
                text: t("order-form.begun-anew"),
                undo: { run: () => setKept(() => before) },
              });
            }}
          >
            {t("order-form.begin-anew")}
          </Button>
        )
      }
      lead={<Lead copyOf={copyOf} restored={restoredAt !== null} elsewhere={elsewhere} />}
    >
      <KeptForms current={instance} onGoOn={onInstance} />
      <OrderFormFields
        kept={kept}
        setKept={setKept}
        faults={faults}
        attempted={attempted !== null}
        onAttempt={setAttempted}
        sending={sending}
        taker={office ?? (kept.form.office || null)}
        goals={GOALS}
        dirty={restoredAt !== null || kept.form !== begin}
        openFirst
      />
    </Page>
  );
}

function Lead({
  copyOf,
  restored,
  elsewhere,
}: {
  copyOf: string | null;
  restored: boolean;
  elsewhere: boolean;
}) {
  if (elsewhere) return <strong role="alert">{t("order-form.open-elsewhere")}</strong>;
  if (restored) return t("order-form.restored");
  return copyOf === null ? null : t("order-form.copy-of", { number: copyOf });
}
