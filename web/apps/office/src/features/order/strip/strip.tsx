/** The way of the order, live: each shop's steps and pieces, then the client's. */

import { useQuery } from "@tanstack/react-query";
import type { HandOff, RevisionOut, WorkOrderOut } from "@vitrazh/api";
import { ErrorNote, Skeleton } from "@vitrazh/ui";
import { t } from "../../../words.gen.ts";
import { handOffQuery, revisionsQuery } from "../data.ts";
import { ClientSteps } from "./client-steps.tsx";
import { ShopSteps } from "./shop-steps.tsx";
import s from "./strip.module.css";
import { Works } from "./works.tsx";

/** When the shops were sent the current revision. */
function sentAt(handOff: HandOff, revisions: readonly RevisionOut[] | undefined): string | null {
  const current = revisions?.find((one) => one.revision === handOff.revision);
  return current?.at ?? handOff.handed_over_at;
}

export function Strip({ order }: { order: WorkOrderOut }) {
  const handOff = useQuery(handOffQuery(order.id));
  const revisions = useQuery({ ...revisionsQuery(order.id), enabled: order.revision > 0 });
  return (
    <section aria-labelledby="order-strip" className={s["strip"]}>
      <h2 id="order-strip" className={s["title"]}>
        {t("order.strip")}
      </h2>
      {handOff.isPending ? <Skeleton rows={3} /> : null}
      {handOff.isError ? (
        <ErrorNote error={handOff.error} onRetry={() => void handOff.refetch()} />
      ) : null}
      {order.stage === "draft" ? <p className={s["draft"]}>{t("order.strip.draft")}</p> : null}
      {handOff.data?.shops.map((shop) => (
        <div key={shop.shop} className={s["shop"]}>
          <ShopSteps
            order={order}
            shop={shop}
            revision={handOff.data.revision}
            sentAt={sentAt(handOff.data, revisions.data)}
          />
          <Works order={order} handOff={handOff.data} shop={shop.shop} />
        </div>
      ))}
      {order.ready_at ? <ClientSteps order={order} /> : null}
    </section>
  );
}
