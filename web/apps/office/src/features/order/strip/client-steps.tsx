/** After the shops: ready, told, at the pick-up office, issued. */
import type { WorkOrderOut } from "@vitrazh/api";
import { Pane } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import { Stamp } from "../stamp.tsx";
import { channelName } from "../told/words.ts";
import { Who } from "../who.tsx";
import { type Step, Steps } from "./steps.tsx";
import s from "./strip.module.css";

export function ClientSteps({ order }: { order: WorkOrderOut }) {
  const name = t("order.strip.client");
  return (
    <div className={s["shop"]}>
      <h3 className={s["shop-name"]}>{name}</h3>
      <Steps label={name} steps={steps(order)} />
    </div>
  );
}

function steps(order: WorkOrderOut): Step[] {
  const state = order.told_state;
  const amiss = state === "failed" || state === "unknown" || state === "call-needed" ? state : null;
  return [
    {
      key: "ready",
      shape: "filled",
      word: t("order.mark.ready"),
      at: order.ready_at,
      said: order.ready_at ? <Stamp at={order.ready_at} /> : null,
    },
    {
      key: "told",
      shape: "tick",
      word: state === "delivered" ? nameOf("told", "delivered") : t("order.mark.told"),
      at: order.told_at,
      said: order.told_at ? (
        <>
          <Stamp at={order.told_at} /> <br />
          {channelName(order.told_by)}
        </>
      ) : null,
      alarm: amiss ? <Pane kind={amiss} /> : null,
    },
    {
      key: "back",
      shape: "square",
      word: t("order.mark.back"),
      at: order.back_at_office_at,
      said: order.back_at_office_at ? <Stamp at={order.back_at_office_at} /> : null,
    },
    {
      key: "issued",
      shape: "tick",
      word: t("order.mark.issued"),
      at: order.issued_at,
      said: order.issued_at ? (
        <>
          <Stamp at={order.issued_at} /> <br />
          <Who by={order.issued_by} />
        </>
      ) : null,
    },
  ];
}
