/** Issued or cancelled: said once, calmly; everything else on the page is for reading. */
import type { WorkOrderOut } from "@vitrazh/api";
import { moment, nameOf } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./order.module.css";

export function ClosedNote({ order }: { order: WorkOrderOut }) {
  if (order.stage === "issued" && order.issued_at) {
    return (
      <p className={s["closed"]}>{t("order.closed.issued", { at: moment(order.issued_at) })}</p>
    );
  }
  if (order.stage === "cancelled" && order.cancelled_at) {
    const reason = nameOf("cancel-reason", order.cancel_reason ?? "other");
    return (
      <p className={s["closed"]}>
        {t("order.closed.cancelled", {
          at: moment(order.cancelled_at),
          reason: reason.charAt(0).toLocaleLowerCase() + reason.slice(1),
        })}
      </p>
    );
  }
  return null;
}
