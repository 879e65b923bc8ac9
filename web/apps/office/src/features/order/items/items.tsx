/** The lines of the order: each drawn to scale beside its data in words. */
import type { ServicesOrdersWorkordersSchemasOrdersItemOut as Item } from "@vitrazh/api";
import { Drawing, HoleList } from "@vitrazh/drawing";
import { EmptyState, Pane } from "@vitrazh/ui";
import { shared } from "@vitrazh/words";
import { useState } from "react";
import { t } from "../../../words.gen.ts";
import s from "./items.module.css";
import { LargeDrawing } from "./large.tsx";
import { useNear } from "./near.ts";
import { itemName, pieceLines } from "./piece-words.ts";
import { routeWords } from "./routes.ts";

const FIT = { width: 310, height: 340 };
const TEXT = 13;
/** Items that are drawn at once. */
const EAGER = 6;

export function Items({ items }: { items: readonly Item[] }) {
  const [large, setLarge] = useState<Item | null>(null);
  return (
    <section aria-labelledby="order-items" className={s["items"]}>
      <h2 id="order-items" className={s["title"]}>
        {t("order.items")}
      </h2>
      {items.length === 0 ? <EmptyState text={t("order.items.none")} /> : null}
      {items.map((item, index) => (
        <ItemCard key={item.id} item={item} eager={index < EAGER} onLarge={() => setLarge(item)} />
      ))}
      {large ? <LargeDrawing item={large} open={true} onClose={() => setLarge(null)} /> : null}
    </section>
  );
}

interface ItemCardProps {
  item: Item;
  /** Drawn at once; the others when they come near the screen. */
  eager: boolean;
  onLarge: () => void;
}

function ItemCard({ item, eager, onLarge }: ItemCardProps) {
  const [place, near] = useNear<HTMLButtonElement>(eager);
  const name = itemName(item);
  return (
    <article className={s["item"]} aria-label={`${item.position}. ${name}`}>
      <button
        ref={place}
        type="button"
        className={s["drawing"]}
        aria-label={t("order.item.enlarge", { name })}
        onClick={onLarge}
      >
        {near ? <Drawing piece={item.piece} fit={FIT} text={TEXT} /> : null}
      </button>
      <div className={s["said"]}>
        <header className={s["head"]}>
          <h3 className={s["name"]}>
            <span className={s["position"]}>{item.position}</span> {name}
          </h3>
          <span className={s["quantity"]}>{shared("shared.pieces", { count: item.quantity })}</span>
          {item.changed_in > 1 ? (
            <Pane kind="changed">{t("order.item.changed", { revision: item.changed_in })}</Pane>
          ) : null}
        </header>
        <PieceData item={item} />
      </div>
    </article>
  );
}

/** The data in words; the same on the screen and on paper. */
export function PieceData({ item }: { item: Item }) {
  return (
    <>
      <dl className={s["data"]}>
        {pieceLines(item.piece).map((line) => (
          <div key={line.key} className={s["line"]}>
            <dt>{line.label}</dt>
            <dd>
              {line.values.map((value) => (
                <div key={value}>{value}</div>
              ))}
            </dd>
          </div>
        ))}
        <div className={s["line"]}>
          <dt>{t("order.item.route")}</dt>
          <dd>{routeWords(item.route)}</dd>
        </div>
      </dl>
      <div className={s["scroll"]}>
        <HoleList piece={item.piece} className={s["holes"] ?? ""} />
      </div>
    </>
  );
}
