/** The client takes his order and signs: on the screen, or on a sheet that is attached. */
import { useQueryClient } from "@tanstack/react-query";
import { type IssueIn, keyed, ordersAttach, ordersIssue, type WorkOrderOut } from "@vitrazh/api";
import {
  Button,
  Choice,
  Dialog,
  ErrorNote,
  notify,
  type Signature,
  SignaturePad,
} from "@vitrazh/ui";
import { day, money, shared } from "@vitrazh/words";
import { useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { takeOrder } from "../data.ts";
import { fileFault } from "../files/upload.ts";
import { useRefreshOnRefusal } from "../head/verbs.ts";
import { itemName } from "../items/piece-words.ts";
import { useRights } from "../rights.ts";
import s from "./dialogs.module.css";

type How = "screen" | "paper";

interface IssueDialogProps {
  order: WorkOrderOut;
  open: boolean;
  onClose: () => void;
}

function useIssue(order: WorkOrderOut, onDone: () => void) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(order.id);
  return useAction(
    (key: string, signature: Signature | null, scan: File | null) =>
      guard(async () => {
        const path = { order_id: order.id };
        const body: IssueIn = { signature: signature as IssueIn["signature"] };
        if (!signature && scan) {
          // A key of its own, made of the first: a repeat finds the same file.
          const headers = { "Idempotency-Key": `${key}-scan` };
          const query = { name: scan.name, kind: "signature" as const };
          const known = new Set(order.attachments.map((file) => file.id));
          const { data } = await ordersAttach({ path, query, headers, body: scan });
          const added = data.attachments.filter((one) => one.kind === "signature");
          body.signature_id = (added.find((one) => !known.has(one.id)) ?? added.at(-1))?.id ?? null;
        }
        return (await ordersIssue({ path, body, headers: keyed(key) })).data;
      }),
    {
      done: (answer) => {
        takeOrder(cache, answer);
        notify({ text: t("order.done.issued", { number: answer.number }), kind: "done" });
        onDone();
      },
    },
  );
}

export function IssueDialog({ order, open, onClose }: IssueDialogProps) {
  const [how, setHow] = useState<How>("screen");
  const [signature, setSignature] = useState<Signature | null>(null);
  const [scan, setScan] = useState<File | null>(null);
  const action = useIssue(order, onClose);
  const fault = scan ? fileFault(scan) : null;
  const signed = how === "screen" ? signature !== null : scan !== null && fault === null;

  function submit() {
    if (!signed) return;
    void action.run(how === "screen" ? signature : null, how === "paper" ? scan : null);
  }

  return (
    <Dialog
      title={t("order.issue.title", { number: order.number })}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("order.issue.cancel")}</Button>
          <Button kind="main" disabled={!signed} pending={action.pending} onClick={submit}>
            {t("order.issue.submit")}
          </Button>
        </>
      }
    >
      <div className={s["form"]}>
        <Agreed order={order} />
        <Choice
          label={t("order.issue.how")}
          value={how}
          onChange={setHow}
          options={[
            { value: "screen", label: t("order.issue.on-screen") },
            { value: "paper", label: t("order.issue.on-paper") },
          ]}
        />
        {how === "screen" ? (
          <SignaturePad label={t("order.issue.sign")} onChange={setSignature} />
        ) : (
          <label className={s["scan"]}>
            <span>{t("order.issue.scan")}</span>
            <input
              type="file"
              accept="image/*,application/pdf"
              onChange={(event) => setScan(event.currentTarget.files?.[0] ?? null)}
            />
            <span className={s["hint"]}>{t("order.issue.scan-hint")}</span>
          </label>
        )}
        <ErrorNote error={how === "paper" ? fault : null} />
        {signed ? null : <p className={s["hint"]}>{t("order.issue.need")}</p>}
        <ErrorNote
          error={action.error}
          onRetry={action.again ? () => void action.again?.() : undefined}
        />
      </div>
    </Dialog>
  );
}

/** What is handed out, and on what terms. */
function Agreed({ order }: { order: WorkOrderOut }) {
  const rights = useRights(order);
  const price = rights.seePrice && order.price ? money(order.price) : null;
  return (
    <>
      <h3 className={s["head"]}>{t("order.issue.items")}</h3>
      <ul className={s["items"]}>
        {order.items.map((item) => (
          <li key={item.id}>
            {itemName(item)}, {shared("shared.pieces", { count: item.quantity })}
          </li>
        ))}
      </ul>
      <p className={s["said"]}>
        {t("order.issue.agreed")}:{" "}
        {[order.client.name, day(order.promised_on), price].filter(Boolean).join(", ")}
      </p>
      {order.back_at_office_at ? null : <p className={s["warning"]}>{t("order.issue.not-back")}</p>}
    </>
  );
}
