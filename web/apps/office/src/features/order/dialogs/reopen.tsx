/** A ready order goes back to the shop: which item, how many pieces, why. */
import { useQueryClient } from "@tanstack/react-query";
import { keyed, ordersReopen, type Shop, type WorkOrderOut } from "@vitrazh/api";
import { Button, Choice, Dialog, ErrorNote, notify, TextField } from "@vitrazh/ui";
import { faultText, nameOf, readCount } from "@vitrazh/words";
import { type FormEvent, useId, useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { refreshAll } from "../data.ts";
import { useRefreshOnRefusal } from "../head/verbs.ts";
import { itemName } from "../items/piece-words.ts";
import s from "./dialogs.module.css";

const MOST_REASON = 1000;

interface ReopenDialogProps {
  order: WorkOrderOut;
  open: boolean;
  onClose: () => void;
}

export function ReopenDialog({ order, open, onClose }: ReopenDialogProps) {
  const cache = useQueryClient();
  const guard = useRefreshOnRefusal(order.id);
  const form = useId();
  const [itemId, setItemId] = useState(order.items[0]?.id ?? "");
  const item = order.items.find((one) => one.id === itemId);
  const [chosen, setShop] = useState<Shop | null>(null);
  const shop = chosen && item?.route.includes(chosen) ? chosen : item?.route.at(-1);
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const most = item?.quantity ?? 1;
  const count = readCount(text || String(most), { most });
  const action = useAction(
    (key: string, quantity: number) =>
      guard(async () => {
        const body = {
          revision: order.revision,
          item_id: itemId,
          reason: reason.trim(),
          quantity,
          ...(shop ? { shop } : {}),
        };
        const said = { path: { order_id: order.id }, body, headers: keyed(key) };
        return (await ordersReopen(said)).data;
      }),
    {
      done: () => {
        refreshAll(cache, order.id);
        notify({ text: t("order.done.reopened", { number: order.number }), kind: "done" });
        onClose();
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (count.ok && reason.trim() && reason.length <= MOST_REASON) void action.run(count.value);
  }

  return (
    <Dialog
      title={t("order.reopen.title", { number: order.number })}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("order.reopen.keep")}</Button>
          <Button
            type="submit"
            form={form}
            kind="main"
            disabled={!reason.trim()}
            pending={action.pending}
          >
            {t("order.reopen.submit")}
          </Button>
        </>
      }
    >
      <form id={form} className={s["form"]} onSubmit={submit}>
        <Choice
          label={t("order.reopen.item")}
          value={itemId}
          onChange={setItemId}
          options={order.items.map((one) => ({
            value: one.id,
            label: `${one.position}. ${itemName(one)}`,
          }))}
        />
        {item && item.route.length > 1 ? (
          <Choice
            label={t("order.reopen.shop")}
            value={shop ?? null}
            onChange={setShop}
            options={item.route.map((value) => ({ value, label: nameOf("shop", value) }))}
          />
        ) : null}
        {most > 1 ? (
          <TextField
            label={t("order.reopen.quantity")}
            hint={t("order.reopen.quantity-hint", { count: most })}
            value={text}
            placeholder={String(most)}
            onChange={setText}
            inputMode="numeric"
            error={count.ok ? "" : faultText(count)}
          />
        ) : null}
        <TextField
          label={t("order.reopen.reason")}
          value={reason}
          onChange={setReason}
          multiline
          required
          maxLength={MOST_REASON}
        />
        <ErrorNote
          error={action.error}
          onRetry={action.again ? () => void action.again?.() : undefined}
        />
      </form>
    </Dialog>
  );
}
