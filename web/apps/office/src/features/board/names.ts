/** How a piece is called on the board, and how far it is. */
import type { BoardOrder, ItemShopOut } from "@vitrazh/api";
import { nameOf } from "@vitrazh/words";
import { t } from "../../words.gen.ts";

export type BoardItem = BoardOrder["items"][number];

/** `Зеркало 800×1200`; of a circle `⌀900`, of a quarter circle `R300`. */
export function pieceName({ piece }: BoardItem): string {
  const { kind, width_mm: width, height_mm: height } = piece.shape;
  const box = `${width}×${height}`;
  const round = kind === "circle" ? `⌀${width}` : `R${width}`;
  const size = kind === "circle" || kind === "quarter-circle" ? round : box;
  return t("board.name", { product: nameOf("product", piece.product), size });
}

/** Pieces made, or controlled; nothing where nothing was begun. */
export function progressWords(work: ItemShopOut, quantity: number): string {
  if (work.done === 0) return "";
  if (work.passed > 0) return t("board.passed", { passed: work.passed, quantity });
  return t("board.made", { done: work.done, quantity });
}
