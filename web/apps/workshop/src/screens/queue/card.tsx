/** An order in the queue: read from two metres away, pressed anywhere. */
import { nameOf, promised } from "@vitrazh/words";
import { type ReactNode, Suspense } from "react";
import { Press } from "../../parts/press.tsx";
import { Shape } from "../../parts/shape.tsx";
import type { ShownOrder } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { Thumbnail } from "../later.tsx";
import { pieces, sizeWords } from "../order/piece-words.ts";
import { go } from "../place.ts";
import { type Sign, signOf } from "./state.ts";

export function Card({ order }: { order: ShownOrder }): ReactNode {
  const { fresh, notes, gone, pending } = order.local;
  const [first] = order.items;
  const more = order.items.length - 1;
  const alarming = notes.length > 0 || gone !== null || order.local.fresh === "corrected";
  return (
    <Press
      className={`card ${fresh === "new" ? "fresh" : ""} ${alarming ? "red" : ""}`}
      onClick={() => go({ name: "order", id: order.id })}
    >
      <span className="card-head">
        <b className="number">{order.number}</b>
        <Due order={order} />
      </span>
      {first ? (
        <>
          <span className="card-picture" aria-hidden="true">
            <Suspense>
              <Thumbnail piece={first.piece} />
            </Suspense>
          </span>
          <span className="card-what">
            {nameOf("product", first.piece.product)} · {pieces(first.quantity)}
            {more > 0 ? <small> {t("queue.more", { count: more })}</small> : null}
            <b>{sizeWords(first.piece)}</b>
          </span>
        </>
      ) : null}
      <span className="card-signs">
        <Pane sign={signOf(order)} />
        {order.open_questions > 0 ? (
          <Pane sign={{ word: t("queue.question"), shape: "clock", tone: "cobalt" }} />
        ) : null}
        {pending.length > 0 ? (
          <Pane sign={{ word: t("queue.pending"), shape: "clock", tone: "plain" }} />
        ) : null}
      </span>
    </Press>
  );
}

/** A word in its pane of glass. */
export function Pane({ sign }: { sign: Sign }): ReactNode {
  return (
    <span className={`pane ${sign.tone}`}>
      <Shape kind={sign.shape} />
      {sign.word}
    </span>
  );
}

/** When it was promised, and how much it presses. */
export function Due({ order }: { order: ShownOrder }): ReactNode {
  const when = promised(order.promised_on, order.late);
  return (
    <span className="due">
      {order.urgency === "normal" ? null : (
        <span className={`pane ${order.urgency === "client-waits" ? "ruby" : "amber"}`}>
          <Shape kind="flag" />
          {nameOf("urgency", order.urgency)}
        </span>
      )}
      {order.late ? (
        <span className="pane ruby">
          <Shape kind="clock" />
          {when}
        </span>
      ) : (
        <span>{when}</span>
      )}
    </span>
  );
}
