/** What one shop did about the current revision: sent, received, seen, accepted, made. */
import { useQuery } from "@tanstack/react-query";
import type { ShopOrderOut, WorkOrderOut } from "@vitrazh/api";
import { Pane } from "@vitrazh/ui";
import { clock, nameOf } from "@vitrazh/words";
import { useMay } from "../../../shared/session.ts";
import { t } from "../../../words.gen.ts";
import { queueOrderQuery } from "../data.ts";
import { Stamp } from "../stamp.tsx";
import { Who } from "../who.tsx";
import { type Step, Steps } from "./steps.tsx";
import s from "./strip.module.css";

interface ShopStepsProps {
  order: WorkOrderOut;
  shop: ShopOrderOut;
  revision: number;
  sentAt: string | null;
}

function steps(shop: ShopOrderOut, sentAt: string | null): Step[] {
  const unseen = Boolean(shop.unseen_at) && !shop.seen_at && !shop.accepted_at;
  return [
    {
      key: "sent",
      shape: "arrow",
      word: nameOf("shop-order", "sent"),
      at: sentAt,
      said: sentAt ? <Stamp at={sentAt} /> : null,
    },
    {
      key: "received",
      shape: "dashed",
      word: nameOf("shop-order", "received"),
      at: shop.received_at ?? null,
      said: shop.received_at ? <Stamp at={shop.received_at} /> : null,
    },
    {
      key: "seen",
      shape: "eye",
      word: nameOf("shop-order", "seen"),
      at: shop.seen_at ?? null,
      said: shop.seen_at ? (
        <>
          <Stamp at={shop.seen_at} /> <br />
          <Who operatorId={shop.seen_operator_id ?? null} by={shop.seen_by ?? null} />
        </>
      ) : null,
      alarm:
        unseen && shop.unseen_at ? (
          <Pane kind="unseen">{t("order.strip.unseen", { at: clock(shop.unseen_at) })}</Pane>
        ) : null,
    },
    {
      key: "accepted",
      shape: "square",
      word: nameOf("shop-order", "accepted"),
      at: shop.accepted_at ?? null,
      said: shop.accepted_at ? (
        <>
          <Stamp at={shop.accepted_at} tablet={shop.accepted_operated_at ?? null} /> <br />
          <Who
            operatorId={shop.accepted_operator_id ?? null}
            by={shop.accepted_by ?? null}
            tablet={shop.accepted_device_id != null}
            verified={shop.accepted_operator_verified ?? false}
          />
        </>
      ) : null,
    },
    {
      key: "completed",
      shape: "filled",
      word: nameOf("shop-order", "completed"),
      at: shop.completed_at ?? null,
      said: shop.completed_at ? <Stamp at={shop.completed_at} /> : null,
    },
  ];
}

export function ShopSteps({ order, shop, revision, sentAt }: ShopStepsProps) {
  const name = nameOf("shop", shop.shop);
  const waits = revision > 1 && !shop.accepted_at && order.stage === "in-work";
  return (
    <>
      <h3 className={s["shop-name"]}>
        {name}
        {waits ? <AcceptedBefore order={order} shop={shop} revision={revision} /> : null}
      </h3>
      <Steps label={name} steps={steps(shop, sentAt)} />
    </>
  );
}

/** `Принята правка 1, сейчас правка 2`: the shop works by an old sheet. */
function AcceptedBefore({ order, shop, revision }: Omit<ShopStepsProps, "sentAt">) {
  const may = useMay();
  const seen = useQuery({
    ...queueOrderQuery(order.id, shop.shop),
    enabled: may("production.queue.read"),
  });
  if (!seen.data) return null;
  const accepted = seen.data.accepted_revision;
  return (
    <span className={s["accepted-before"]}>
      {accepted === null
        ? t("order.strip.accepted-none")
        : t("order.strip.accepted-old", { accepted, current: revision })}
    </span>
  );
}
