/** Stopping an order for good: why, and once more asked. */
import { useQueryClient } from "@tanstack/react-query";
import { type CancelReason, keyed, ordersCancel, type WorkOrderOut } from "@vitrazh/api";
import { Button, Choice, Dialog, ErrorNote, notify, TextField } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { type FormEvent, useId, useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { takeOrder } from "../data.ts";
import { useRefreshOnRefusal } from "../head/verbs.ts";
import s from "./dialogs.module.css";

const REASONS: readonly CancelReason[] = [
  "client-refused",
  "mistake",
  "duplicate",
  "not-possible",
  "other",
];
const MOST_NOTE = 500;

interface CancelDialogProps {
  order: WorkOrderOut;
  open: boolean;
  onClose: () => void;
}

export function CancelDialog({ order, open, onClose }: CancelDialogProps) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(order.id);
  const form = useId();
  const [reason, setReason] = useState<CancelReason | null>(null);
  const [note, setNote] = useState("");
  const action = useAction(
    (key: string, why: CancelReason, more: string) =>
      guard(async () => {
        const body = { reason: why, note: more.trim() || null };
        const said = { path: { order_id: order.id }, body, headers: keyed(key) };
        return (await ordersCancel(said)).data;
      }),
    {
      done: (answer) => {
        takeOrder(cache, answer);
        notify({ text: t("order.done.cancelled", { number: answer.number }), kind: "done" });
        onClose();
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason && note.length <= MOST_NOTE) void action.run(reason, note);
  }

  return (
    <Dialog
      title={t("order.cancel.title", { number: order.number })}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("order.cancel.keep")}</Button>
          <Button
            type="submit"
            form={form}
            kind="danger"
            disabled={reason === null}
            pending={action.pending}
          >
            {t("order.cancel.submit")}
          </Button>
        </>
      }
    >
      <form id={form} className={s["form"]} onSubmit={submit}>
        <p className={s["said"]}>{t("order.cancel.text")}</p>
        <Choice
          label={t("order.cancel.reason")}
          value={reason}
          onChange={setReason}
          options={REASONS.map((value) => ({ value, label: nameOf("cancel-reason", value) }))}
        />
        <TextField
          label={t("order.cancel.note")}
          hint={t("order.cancel.note-hint")}
          value={note}
          onChange={setNote}
          multiline
          maxLength={MOST_NOTE}
        />
        <ErrorNote
          error={action.error}
          onRetry={action.again ? () => void action.again?.() : undefined}
        />
      </form>
    </Dialog>
  );
}
