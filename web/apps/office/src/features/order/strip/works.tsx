/** Who does what now in one shop: state, pieces made and controlled, whose hands, since when. */
import type { HandOff, ItemShopOut, Shop, WorkOrderOut } from "@vitrazh/api";
import { Pane } from "@vitrazh/ui";
import { t } from "../../../words.gen.ts";
import { itemName } from "../items/piece-words.ts";
import { Stamp } from "../stamp.tsx";
import { Who } from "../who.tsx";
import s from "./strip.module.css";

interface WorksProps {
  order: WorkOrderOut;
  handOff: HandOff;
  shop: Shop;
}

export function Works({ order, handOff, shop }: WorksProps) {
  const rows = handOff.items.flatMap((item) => {
    const work = item.shops.find((one) => one.shop === shop);
    return work ? [{ item, work }] : [];
  });
  if (rows.length === 0) {
    return <p className={s["nothing"]}>{t("order.strip.nothing-for-shop")}</p>;
  }
  const names = new Map(order.items.map((item) => [item.id, itemName(item)]));
  return (
    <ul className={s["works"]}>
      {rows.map(({ item, work }) => (
        <li key={item.id} className={s["work"]}>
          <span className={s["work-name"]}>
            <span className={s["position"]}>{item.position}</span> {names.get(item.id) ?? ""}
          </span>
          <Pane kind={work.state} />
          <span className={s["count"]}>{counted(work, item.quantity)}</span>
          <span className={s["hands"]}>
            <Hands work={work} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function counted({ state, done, passed }: ItemShopOut, quantity: number): string {
  if (state === "queued" && done === 0) return "";
  if (passed > 0 || state === "passed") return t("order.strip.passed", { passed, quantity });
  return t("order.strip.made", { done, quantity });
}

function Hands({ work }: { work: ItemShopOut }) {
  const step = work.last_step;
  if (!step) return null;
  const before = stepWord(work);
  return (
    <>
      {before ? `${before} ` : null}
      <Who
        operatorId={step.operator_id}
        by={step.by}
        tablet={step.device_id !== null}
        verified={step.operator_verified}
      />{" "}
      <Stamp at={step.step_at} tablet={step.operated_at} />
    </>
  );
}

/** What the person did with it, where he no longer holds it. */
function stepWord({ state, last_step: step }: ItemShopOut): string | null {
  if (state === "finished") return t("order.strip.by-finished");
  if (state === "passed") return t("order.strip.by-passed");
  if (step?.step === "fail-control") return t("order.strip.by-back");
  return step?.step === "reopen" ? t("order.strip.by-reopened") : null;
}
