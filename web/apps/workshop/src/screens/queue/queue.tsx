/** What there is to do, and what is done. */
import type { ReactNode } from "react";
import { Press } from "../../parts/press.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { type ShownOrder, useDone, useNotes, useOrder, useQueue } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { go } from "../place.ts";
import { useCalm } from "./calm.ts";
import { Card } from "./card.tsx";

export function QueueScreen(): ReactNode {
  const queue = useQueue();
  const gone = useGone(queue);
  const some = (queue?.length ?? 0) + gone.length > 0;
  return (
    <main className="list" aria-busy={queue === undefined}>
      <h1 className="hidden">{t("queue.title", { count: queue?.length ?? 0 })}</h1>
      {queue === undefined ? <p className="empty">{t("shop.loading")}</p> : null}
      {queue && !some ? <Empty words={t("queue.empty")} /> : null}
      {queue && some ? <CalmCards orders={queue} gone={gone} /> : null}
    </main>
  );
}

export function DoneScreen(): ReactNode {
  const done = useDone();
  return (
    <main className="list" aria-busy={done === undefined}>
      <h1 className="hidden">{t("queue.done-title")}</h1>
      {done === undefined ? <p className="empty">{t("shop.loading")}</p> : null}
      {done?.length === 0 ? <Empty words={t("queue.done-empty")} /> : null}
      {done && done.length > 0 ? <Cards orders={done} label={t("queue.done-title")} /> : null}
    </main>
  );
}

/** Orders that were taken away, until somebody has read why. */
function useGone(queue: readonly ShownOrder[] | undefined): string[] {
  const noted = new Set(useNotes().map(({ order_id }) => order_id));
  for (const { id } of queue ?? []) noted.delete(id);
  return [...noted];
}

function CalmCards({ orders, gone }: { orders: ShownOrder[]; gone: string[] }): ReactNode {
  const { shown, touched } = useCalm(orders);
  return (
    <div className="fill" onPointerDown={touched}>
      <Cards orders={shown} gone={gone} label={t("queue.list")} />
    </div>
  );
}

interface CardsProps {
  orders: readonly ShownOrder[];
  gone?: readonly string[];
  label: string;
}

function Cards({ orders, gone = [], label }: CardsProps): ReactNode {
  return (
    <Scroller label={label}>
      <ul className="cards">
        {gone.map((id) => (
          <li key={id}>
            <GoneCard id={id} />
          </li>
        ))}
        {orders.map((order) => (
          <li key={order.id}>
            <Card order={order} />
          </li>
        ))}
      </ul>
    </Scroller>
  );
}

function GoneCard({ id }: { id: string }): ReactNode {
  const order = useOrder(id);
  const note = useNotes().find(({ order_id }) => order_id === id);
  if (order) return <Card order={order} />;
  return (
    <Press className="card red" onClick={() => go({ name: "link" })}>
      <b className="number">{note?.number}</b>
    </Press>
  );
}

/** An empty pane in its lead, and one sentence. */
function Empty({ words }: { words: string }): ReactNode {
  return (
    <div className="empty">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <path
          d="M4 4h112v112H4zM4 44h60v72M64 44 116 20M64 80h52"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
        />
      </svg>
      <p>{words}</p>
    </div>
  );
}
