/** The left of an order: its number, its items, what the office changed, and the drawing. */
import type { Change } from "@vitrazh/api";
import { Drawing } from "@vitrazh/drawing";
import type { ReactNode } from "react";
import { Press } from "../../parts/press.tsx";
import { useRoom } from "../../parts/room.ts";
import { type Item, mayAccept, type ShownOrder } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { Due } from "../queue/card.tsx";
import { Changes } from "./changes.tsx";
import { Tabs } from "./tabs.tsx";

/** Least height of the drawing's text, px: read from a metre away. */
const TEXT = 32;
/** Where there is little room (px) for many numbers: still read from a metre away, by good eyes. */
const LITTLE = 330;
const CROWDED_TEXT = 24;

export interface StageProps {
  order: ShownOrder;
  item: Item | null;
  onChoose: (id: string) => void;
  onDrawing: () => void;
}

export function Stage({ order, item, onChoose, onDrawing }: StageProps): ReactNode {
  const changed = order.changes.length > 0 && mayAccept(order);
  return (
    <div className={changed ? "about changed" : "about"}>
      <div className="about-head">
        <h1 className="number">{order.number}</h1>
        <Due order={order} />
      </div>
      <Tabs order={order} item={item} onChoose={onChoose} />
      {changed ? <Changes changes={order.changes} order={order} title /> : null}
      {item ? (
        <Press className="drawing" aria-label={t("ticket.drawing")} onClick={onDrawing}>
          <Fitted
            piece={item.piece}
            changed={changed ? fieldsOf(order.changes, item) : undefined}
          />
        </Press>
      ) : null}
    </div>
  );
}

/** Fields of the item that were changed. */
export function fieldsOf(changes: readonly Change[], item: Item): string[] {
  return changes.flatMap(({ item_id, field }) => (item_id === item.id ? field : []));
}

export interface FittedProps {
  piece: Item["piece"];
  /** Changed fields: they stand out. */
  changed?: string[] | undefined;
}

/** A drawing as big as its place; what its legend says stands beside it in words. */
export function Fitted({ piece, changed }: FittedProps): ReactNode {
  const [ref, room] = useRoom<HTMLSpanElement>();
  const crowded = (piece.holes?.length ?? 0) + (piece.cutouts?.length ?? 0) > 0;
  const tight = crowded && room !== null && room.height < LITTLE;
  return (
    <span ref={ref} className="fitted">
      {room && room.width > 0 && room.height > 0 ? (
        <Drawing
          piece={piece}
          fit={room}
          text={tight ? CROWDED_TEXT : TEXT}
          detail="measured"
          {...(changed ? { highlight: { fields: changed } } : {})}
        />
      ) : null}
    </span>
  );
}
