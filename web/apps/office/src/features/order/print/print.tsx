/** The order on paper: number and drawing large, the data as a table, lines to sign on. */
import type {
  ServicesOrdersWorkordersSchemasOrdersItemOut as Item,
  WorkOrderOut,
} from "@vitrazh/api";
import { Drawing } from "@vitrazh/drawing";
import { day, moment, nameOf, shared } from "@vitrazh/words";
import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { useOfficeName, useStaffName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import { PieceData } from "../items/items.tsx";
import { itemName } from "../items/piece-words.ts";
import s from "./print.module.css";

/** 130 mm and 95 mm at 96 px an inch; the style sheet says the millimetres. */
const FIT = { width: 491, height: 340 };
const TEXT = 13;

/** Draws the paper only while it is printed: by our button or by the browser's own menu. */
function useOnPaper(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

export function Paper({ order }: { order: WorkOrderOut }) {
  const printing = useOnPaper();
  if (!printing) return null;
  return createPortal(<Sheet order={order} />, document.body);
}

function Sheet({ order }: { order: WorkOrderOut }) {
  const officeName = useOfficeName();
  const staffName = useStaffName();
  return (
    <div className={s["paper"]}>
      <header className={s["head"]}>
        <div>
          <p className={s["kind"]}>{t("order.print.title")}</p>
          <p className={s["terms"]}>
            {t("order.fact.promised")}: <strong>{day(order.promised_on)}</strong>
            {order.urgency === "normal" ? null : (
              <strong className={s["urgent"]}>{nameOf("urgency", order.urgency)}</strong>
            )}
          </p>
          <p>
            {t("order.fact.pickup")}: {officeName(order.pickup_office_id)}.{" "}
            {t("order.fact.manager")}: {staffName(order.manager_id)}
          </p>
          <p>
            {t("order.print.from")}: {moment(order.placed_at)}
            {order.revision > 0 ? `, ${t("order.revision", { number: order.revision })}` : null}
          </p>
        </div>
        <p className={s["number"]}>{order.number}</p>
      </header>
      {order.items.map((item) => (
        <PaperItem key={item.id} item={item} count={order.items.length} />
      ))}
      <Signs />
    </div>
  );
}

function PaperItem({ item, count }: { item: Item; count: number }) {
  return (
    <section className={s["item"]}>
      <h2 className={s["name"]}>
        {count > 1 ? `${t("order.print.page", { position: item.position, count })}. ` : null}
        {itemName(item)}, {shared("shared.pieces", { count: item.quantity })}
      </h2>
      <div className={s["drawing"]}>
        <Drawing piece={item.piece} fit={FIT} text={TEXT} />
      </div>
      <PieceData item={item} />
    </section>
  );
}

const SIGNS = [
  "order.print.accepted",
  "order.print.made",
  "order.print.controlled",
  "order.print.received",
] as const;

function Signs() {
  return (
    <dl className={s["signs"]}>
      {SIGNS.map((word) => (
        <div key={word} className={s["sign"]}>
          <dt>{t(word)}</dt>
          <dd />
        </div>
      ))}
    </dl>
  );
}
