/** The price, changed where it stands: Enter keeps it, Esc leaves it. */
import { useQueryClient } from "@tanstack/react-query";
import { ifMatch, ordersSetPrice, type WorkOrderOut } from "@vitrazh/api";
import { Button, EditIcon, ErrorNote, notify, TextField } from "@vitrazh/ui";
import { faultText, money, readMoney } from "@vitrazh/words";
import { type FormEvent, useRef, useState } from "react";
import { useAction } from "../../../shared/action.ts";
import { t } from "../../../words.gen.ts";
import { orderQuery, takeOrder } from "../data.ts";
import s from "./head.module.css";
import { currentOf, StaleNote } from "./stale.tsx";

interface PriceProps {
  order: WorkOrderOut;
  may: boolean;
}

export function Price({ order, may }: PriceProps) {
  /** The order as it stood when the editing began: what the new price is said about. */
  const [begun, setBegun] = useState<WorkOrderOut | null>(null);
  if (begun) return <PriceForm begun={begun} onClose={() => setBegun(null)} />;
  const shown = order.price ? money(order.price) : t("order.fact.no-price");
  if (!may) return <span className={s["price"]}>{shown}</span>;
  return (
    <Button
      kind="link"
      icon={<EditIcon aria-hidden="true" />}
      aria-label={`${t("order.price.edit")}: ${shown}`}
      onClick={() => setBegun(order)}
    >
      {shown}
    </Button>
  );
}

function asTyped(price: string | null): string {
  return price === null ? "" : price.replace(/\.00$/, "").replace(".", ",");
}

interface PriceFormProps {
  begun: WorkOrderOut;
  onClose: () => void;
}

function PriceForm({ begun, onClose }: PriceFormProps) {
  const cache = useQueryClient();
  const [text, setText] = useState(() => asTyped(begun.price));
  const [fault, setFault] = useState<string | null>(null);
  const key = orderQuery(begun.id).queryKey;

  const show = (price: string | null) =>
    cache.setQueryData(key, (known) => (known ? { ...known, price } : known));
  const action = useAction(
    async (_key: string, price: string | null, version: number) => {
      const answer = await ordersSetPrice({
        path: { order_id: begun.id },
        body: { price },
        headers: { "if-match": ifMatch(version)["If-Match"] },
      });
      return answer.data;
    },
    {
      done: (answer) => {
        takeOrder(cache, answer);
        notify({ text: t("order.done.price"), kind: "done" });
        onClose();
      },
    },
  );
  const current = currentOf(action.error);
  const busy = useRef(false);

  async function keep(version: number) {
    const typed = text.trim();
    const read = typed === "" ? null : readMoney(typed);
    setFault(read && !read.ok ? faultText(read) : null);
    if (busy.current || (read && !read.ok)) return;
    busy.current = true;
    const price = read?.ok ? read.value : null;
    const before = cache.getQueryData(key)?.price ?? null;
    show(price);
    if (!(await action.run(price, version))) show(before);
    busy.current = false;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void keep(begun.content_version);
  }

  function take() {
    if (current) takeOrder(cache, current);
    onClose();
  }

  return (
    <form className={s["price-form"]} onSubmit={submit}>
      <TextField
        label={t("order.price.label")}
        hideLabel
        suffix="₽"
        value={text}
        onChange={setText}
        inputMode="decimal"
        error={fault ?? ""}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onClose();
        }}
      />
      <div className={s["price-buttons"]}>
        <Button type="submit" kind="main" pending={action.pending}>
          {t("order.price.save")}
        </Button>
        <Button onClick={onClose}>{t("order.price.close")}</Button>
      </div>
      {current ? (
        <StaleNote
          before={begun}
          current={current}
          takeLabel={t("order.stale.take")}
          keepLabel={t("order.stale.keep")}
          pending={action.pending}
          onTake={take}
          onKeep={() => void keep(current.content_version)}
        />
      ) : (
        <ErrorNote
          error={action.error}
          onRetry={action.again ? () => void action.again?.() : undefined}
        />
      )}
    </form>
  );
}
