/** Somebody changed the order meanwhile: who, when, what; take it, or keep one's own. */
import { useQuery } from "@tanstack/react-query";
import type { ContentIn, WorkOrderOut } from "@vitrazh/api";
import { ordersHistoryOptions } from "@vitrazh/api/query";
import { Ago, Button } from "@vitrazh/ui";
import { useStaffName } from "../../../shared/names.ts";
import { t } from "../../../words.gen.ts";
import type { KeptForm } from "../form-state.ts";
import { compareContents } from "../model/compare.ts";
import { contentOf } from "../model/content.ts";
import { formOfOrder, sendingOf } from "../model/from-order.ts";
import { ChangeTable } from "./change-table.tsx";
import { useNames } from "./use-names.ts";

/** Verbs that change what is ordered: the newest of them is what made our version old. */
const WRITES = ["edit", "correct", "hand-over", "set-price"];

interface Props {
  current: WorkOrderOut;
  kept: KeptForm;
  onTake: () => void;
  /** Mine, as it is sent over the current version. */
  onKeep: (mine: KeptForm) => void;
}

export function StaleEdit({ current, kept, onTake, onKeep }: Props) {
  const theirs = formOfOrder(current);
  const names = useNames(kept.form.client, theirs.client);
  const base = JSON.parse(kept.sending.sent ?? "{}") as ContentIn;
  const server = sendingOf(current);
  const now = JSON.parse(server.sent ?? "{}") as ContentIn;
  const mine = contentOf(kept.form, kept.form.client?.id ?? "", (reference) => reference);
  return (
    <section className="of-stale" role="alert" aria-label={t("order-form.stale")}>
      <h2>{t("order-form.stale")}</h2>
      <WhoAndWhen orderId={current.id} version={current.content_version} />
      <div className="of-stale-sides">
        <ChangeTable
          caption={t("order-form.stale-theirs")}
          lines={compareContents(base, now, names)}
        />
        <ChangeTable
          caption={t("order-form.stale-mine")}
          lines={compareContents(base, mine, names)}
        />
      </div>
      <div className="of-adds">
        <Button onClick={onTake}>{t("order-form.take-theirs")}</Button>
        <Button kind="main" onClick={() => onKeep(over(kept, current))}>
          {t("order-form.keep-mine")}
        </Button>
      </div>
    </section>
  );
}

function WhoAndWhen({ orderId, version }: { orderId: string; version: number }) {
  const staff = useStaffName();
  const history = useQuery({
    ...ordersHistoryOptions({ path: { order_id: orderId }, query: { limit: 20 } }),
    staleTime: 0,
  });
  const last = history.data?.items.find((row) =>
    WRITES.some((verb) => row.action.endsWith(`.${verb}`) || row.action === verb),
  );
  if (!last) return <p>{t("order-form.stale-version", { version })}</p>;
  return (
    <p>
      {t("order-form.stale-who", { name: staff(last.actor) || t("order-form.somebody") })}{" "}
      <Ago at={last.at} />
    </p>
  );
}

/** My form over their version: items that they took away are new again. */
function over(kept: KeptForm, current: WorkOrderOut): KeptForm {
  const there = new Set(current.items.map((item) => item.id));
  const keys = Object.entries(kept.sending.items).filter(([, id]) => there.has(id));
  const server = sendingOf(current);
  return {
    form: {
      ...kept.form,
      items: kept.form.items.map((item) => ({
        ...item,
        id: item.id !== null && there.has(item.id) ? item.id : null,
      })),
    },
    sending: { ...server, files: kept.sending.files, items: Object.fromEntries(keys) },
  };
}
