/** Control of one item in one shop: so many pieces are good, so many go back. */
import type { BoardOrder, Defect, ItemShopOut } from "@vitrazh/api";
import { Button, Choice, ErrorNote, Row, TextField } from "@vitrazh/ui";
import { faultText, nameOf, readCount } from "@vitrazh/words";
import { type FormEvent, useState } from "react";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import type { BoardItem } from "./names.ts";
import { useFailControl, usePassControl } from "./verbs.ts";

const DEFECTS: readonly Defect[] = [
  "scratch",
  "chip",
  "crack",
  "wrong-size",
  "wrong-edge",
  "wrong-hole",
  "wrong-material",
  "pattern",
  "film",
  "lead",
  "tempering",
  "stain",
  "other",
];

interface ControlProps {
  order: BoardOrder;
  item: BoardItem;
  work: ItemShopOut;
  accepted: boolean;
}

export function Control({ order, item, work, accepted }: ControlProps) {
  const [failing, setFailing] = useState(false);
  const [text, setText] = useState("");
  const waiting = work.done - work.passed;
  const passes = accepted && waiting > 0;
  const count = readCount(text || String(waiting), { most: Math.max(1, waiting) });
  const pass = usePassControl(order, work.shop, item.id, () => setText(""));
  if (!passes && !accepted) return <p className={s["muted"]}>{t("board.act.wait")}</p>;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (count.ok) void pass.run(count.value);
  }

  return (
    <div className={s["control"]}>
      <form onSubmit={submit} className={s["pass"]}>
        {passes && waiting > 1 ? (
          <TextField
            label={t("board.check.quantity")}
            hint={t("board.check.quantity-hint", { count: waiting })}
            value={text}
            placeholder={String(waiting)}
            onChange={setText}
            inputMode="numeric"
            error={count.ok ? "" : faultText(count)}
          />
        ) : null}
        <Row gap="s">
          {passes ? (
            <Button type="submit" kind="main" pending={pass.pending}>
              {t("board.act.pass")}
            </Button>
          ) : null}
          {failing ? null : (
            <Button kind="danger" onClick={() => setFailing(true)}>
              {t("board.act.fail")}
            </Button>
          )}
        </Row>
        <ErrorNote
          error={pass.error}
          onRetry={pass.again ? () => void pass.again?.() : undefined}
        />
      </form>
      {failing ? (
        <FailForm order={order} item={item} work={work} onClose={() => setFailing(false)} />
      ) : null}
    </div>
  );
}

interface FailFormProps extends Omit<ControlProps, "accepted"> {
  onClose: () => void;
}

function FailForm({ order, item, work, onClose }: FailFormProps) {
  const [reason, setReason] = useState<Defect | null>(null);
  const [text, setText] = useState("");
  const usual = Math.max(1, work.done - work.passed);
  const count = readCount(text || String(usual), { most: work.done });
  const fail = useFailControl(order, work.shop, item.id, onClose);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (count.ok && reason) void fail.run(count.value, reason);
  }

  return (
    <form onSubmit={submit} className={s["fail"]}>
      <Choice
        label={t("board.fail.reason")}
        value={reason}
        onChange={setReason}
        options={DEFECTS.map((value) => ({ value, label: nameOf("defect", value) }))}
      />
      {work.done > 1 ? (
        <TextField
          label={t("board.check.quantity")}
          hint={t("board.check.made-hint", { count: work.done })}
          value={text}
          placeholder={String(usual)}
          onChange={setText}
          inputMode="numeric"
          error={count.ok ? "" : faultText(count)}
        />
      ) : null}
      <Row gap="s">
        <Button onClick={onClose}>{t("board.fail.close")}</Button>
        <Button type="submit" kind="danger" disabled={reason === null} pending={fail.pending}>
          {t("board.fail.submit")}
        </Button>
      </Row>
      <ErrorNote error={fail.error} onRetry={fail.again ? () => void fail.again?.() : undefined} />
    </form>
  );
}
