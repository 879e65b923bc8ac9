/** The form itself, for a new order and for one that is edited: fields, faults, the bar below. */
import { type AttachmentOut, Refusal } from "@vitrazh/api";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMay, useSession } from "../../shared/session.ts";
import { t } from "../../words.gen.ts";
import { ClientField } from "./client/client-field.tsx";
import { AttachedContext } from "./files/attached.ts";
import { Files, isTooLarge } from "./files/files.tsx";
import { FormContext, type FormDesk, type KeptForm } from "./form-state.ts";
import { ItemList } from "./items/item-list.tsx";
import type { ItemForm } from "./model/form.ts";
import { FaultSummary } from "./parts/fault-summary.tsx";
import { focusField } from "./parts/places.ts";
import { Taker, Terms } from "./parts/terms.tsx";
import type { Goal } from "./sending/send.ts";
import { SendBar } from "./sending/send-bar.tsx";
import { fileSentence } from "./sending/words.ts";
import type { FaultDesk } from "./use-faults.ts";
import type { useSending } from "./use-sending.ts";
import "./items.css";
import "./drawing.css";
import "./order-form.css";

const NO_FILES: readonly AttachmentOut[] = [];

interface Props {
  kept: KeptForm;
  setKept: (next: (now: KeptForm) => KeptForm) => void;
  faults: FaultDesk;
  attempted: boolean;
  onAttempt: (goal: Goal) => void;
  sending: ReturnType<typeof useSending>;
  attached?: readonly AttachmentOut[];
  onDetach?: (attachmentId: string) => void;
  /** Office that takes the order; null = the person sits in none. */
  taker: string | null;
  /** What the buttons below do. */
  goals: readonly Goal[];
  /** Runs a goal once nothing is wrong; by default it is sent at once. */
  onGoal?: (goal: Goal) => void;
  openFirst?: boolean;
  /** Something is typed that the server does not have. */
  dirty: boolean;
}

export function OrderFormFields(props: Props) {
  const { kept, setKept, faults, attempted, sending, onAttempt, attached = NO_FILES } = props;
  const { form } = kept;
  const [open, setOpen] = useState<string | null>(() => first(form.items, props.openFirst));
  const summary = useRef<HTMLDivElement>(null);
  const change = useCallback<FormDesk["change"]>(
    (next) => setKept((now) => ({ ...now, form: next(now.form) })),
    [setKept],
  );
  const changeItem = useCallback<FormDesk["changeItem"]>(
    (key, next) =>
      change((now) => ({
        ...now,
        items: now.items.map((item) =>
          item.key === key
            ? { ...item, ...(typeof next === "function" ? next(item) : next) }
            : item,
        ),
      })),
    [change],
  );
  const { faultAt, faultsIn } = faults;
  const desk = useMemo<FormDesk>(
    () => ({ form, change, changeItem, open, setOpen, attempted, faultAt, faultsIn }),
    [form, change, changeItem, open, attempted, faultAt, faultsIn],
  );
  const refusedItem = refusedIn(sending.error, faults.shown);
  useEffect(() => {
    if (refusedItem !== null) setOpen(refusedItem);
  }, [refusedItem]);
  const attempt = (goal: Goal) => {
    if (sending.pending) return;
    onAttempt(goal);
    faults.forget();
    const wrong = faults.local(goal !== "save");
    const large = form.files.find(isTooLarge);
    if (wrong.length || large) {
      const item = wrong[0]?.item;
      if (item) setOpen(item);
      if (!wrong.length && large) focusField(null, `files.${large.key}`);
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    (props.onGoal ?? sending.run)(goal);
  };
  const pricesSeen = useMay()("orders.price.read");
  const { office_id: ownOffice } = useSession();
  return (
    <FormContext value={desk}>
      <AttachedContext value={attached}>
        <div className="of-form" inert={sending.pending}>
          <FaultSummary ref={summary} faults={faults.shown} form={form} visible={attempted} />
          {ownOffice === null && kept.sending.order === null ? <Taker /> : null}
          <ClientField />
          <section aria-label={t("order-form.items")}>
            <ItemList />
          </section>
          <Terms taker={props.taker} />
          <Files
            progress={sending.progress}
            refused={sending.fileRefused && fileSentence(sending.fileRefused)}
            done={kept.sending.files}
            {...(props.onDetach ? { onDetach: props.onDetach } : {})}
          />
        </div>
        <SendBar
          sending={sending}
          goals={props.goals}
          onGoal={attempt}
          number={kept.sending.order?.number ?? null}
          price={pricesSeen ? form.price : ""}
          dirty={props.dirty}
        />
      </AttachedContext>
    </FormContext>
  );
}

/** Item of the first field that the server refused: it opens by itself. */
function refusedIn(error: unknown, shown: FaultDesk["shown"]): string | null {
  if (!(error instanceof Refusal) || error.fields.length === 0) return null;
  return shown.find((fault) => fault.item !== null)?.item ?? null;
}

function first(items: readonly ItemForm[], wanted: boolean | undefined): string | null {
  return (wanted && items.length === 1 ? items[0]?.key : null) ?? null;
}
