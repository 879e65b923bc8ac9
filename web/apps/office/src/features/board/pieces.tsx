/** The pieces of an order, one line for each shop they go through. */
import type { BoardOrder, Shop } from "@vitrazh/api";
import { Pane } from "@vitrazh/ui";
import { nameOf } from "@vitrazh/words";
import { t } from "../../words.gen.ts";
import s from "./board.module.css";
import { Holder } from "./holder.tsx";
import { pieceName, progressWords } from "./names.ts";

/** More lines than these would push the next order off the screen. */
const MOST = 6;

interface PiecesProps {
  order: BoardOrder;
  /** The shop that is looked at; its lines alone are shown. */
  shop: Shop | undefined;
}

export function Pieces({ order, shop }: PiecesProps) {
  const lines = order.items.flatMap((item) =>
    item.shops
      .filter((work) => shop === undefined || work.shop === shop)
      .map((work) => ({ item, work })),
  );
  const left = lines.length - MOST;
  return (
    <ul className={s["pieces"]}>
      {lines.slice(0, MOST).map(({ item, work }) => (
        <li key={`${item.id} ${work.shop}`} className={s["piece"]}>
          <span className={s["name"]}>
            <span className={s["muted"]}>{item.position}</span> {pieceName(item)}
            {item.quantity > 1 ? `\u00a0${t("board.times", { count: item.quantity })}` : null}
            {item.shops.length > 1 ? (
              <span className={s["where"]}>{nameOf("shop", work.shop)}</span>
            ) : null}
          </span>
          <span className={s["state"]}>
            <Pane kind={work.state} />
          </span>
          <span className={s["progress"]}>{progressWords(work, item.quantity)}</span>
          <Holder work={work} />
        </li>
      ))}
      {left > 0 ? <li className={s["muted"]}>{t("board.more-pieces", { count: left })}</li> : null}
    </ul>
  );
}
