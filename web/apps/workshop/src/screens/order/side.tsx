/** The words beside the drawing: the size in the biggest letters, then what the cutter asks next. */
import { HoleList } from "@vitrazh/drawing";
import { size } from "@vitrazh/words";
import type { ReactNode } from "react";
import { Press } from "../../parts/press.tsx";
import { Shape } from "../../parts/shape.tsx";
import { type Item, type ShownOrder, standing } from "../../store/index.ts";
import { t } from "../../words.gen.ts";
import { glassWords, outlineSize, pieceLines, pieces } from "./piece-words.ts";

export interface SideProps {
  order: ShownOrder;
  item: Item;
  onMore: () => void;
}

/** All of it is one target: it opens everything that is known. */
export function Side({ order, item, onMore }: SideProps): ReactNode {
  const { piece, quantity } = item;
  const done = standing(order, item)?.done ?? 0;
  const last = order.questions
    .filter(({ item_id }) => item_id === null || item_id === item.id)
    .at(-1);
  return (
    <div className="facts">
      <div className="fits">
        <b className="size">{outlineSize(piece)}</b>
        <b className="second">
          {size(piece.thickness_mm)} · {pieces(quantity)}
        </b>
        {last ? (
          <span className={`said ${last.answered_at ? "answered" : ""}`}>
            <Shape kind={last.answered_at ? "full" : "clock"} />
            {last.answer_text ?? `${last.text} ${t("thread.open")}`}
          </span>
        ) : null}
        <span className="fact">
          {glassWords(piece)}
          {piece.replacement ? `. ${t("piece.replacement")}` : null}
        </span>
        {done > 0 && done < quantity ? (
          <b className="fact">{t("ticket.done-of", { done, quantity })}</b>
        ) : null}
        {pieceLines(item).map(({ key, values }) => (
          <span key={key} className="fact">
            {values.join("; ")}
          </span>
        ))}
        <HoleList piece={piece} className="holes" />
      </div>
      <Press className="more" onClick={onMore}>
        <span>
          {t("ticket.details")} <Shape kind="right" />
        </span>
      </Press>
    </div>
  );
}
