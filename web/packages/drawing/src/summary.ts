/** The drawing in words, for those who hear it. */
import { nameOf, size } from "@vitrazh/words";
import { finishes } from "./edges.ts";
import { onSides, zoneName } from "./legend.ts";
import type { Piece } from "./piece.ts";
import { lengthText, spoken } from "./says.ts";
import { spotsOf } from "./spots.ts";
import { t } from "./words.gen.ts";

/** `Прямоугольник 800 × 1200 мм, 4 отверстия, кромка полир. по кругу`. */
export function summary(piece: Piece): string {
  const parts = [
    t("drawing-said.outline", { shape: nameOf("shape", piece.shape.kind), size: sizeOf(piece) }),
  ];
  const spots = spotsOf(piece);
  const wrong = spots.filter((spot) => spot.wrong).length;
  if (piece.shape.corners.length > 0) {
    parts.push(t("drawing-said.corners", { count: piece.shape.corners.length }));
  }
  if (piece.holes.length > 0) parts.push(t("drawing-said.holes", { count: piece.holes.length }));
  if (piece.cutouts.length > 0) {
    parts.push(t("drawing-said.cutouts", { count: piece.cutouts.length }));
  }
  for (const { kind, sides } of finishes(piece)) {
    const label = onSides(piece, spoken(`drawing.edge.${kind}`), sides, spoken);
    parts.push(t("drawing-said.edge", { label }));
  }
  if (piece.facet !== null) {
    const label = spoken("drawing.facet", { size: lengthText(spoken, piece.facet.width_mm) });
    parts.push(onSides(piece, label, piece.facet.sides, spoken));
  }
  for (const zone of piece.zones) parts.push(zoneName(zone, spoken));
  if (wrong > 0) parts.push(t("drawing-said.wrong", { count: wrong }));
  return parts.join(", ");
}

function sizeOf({ shape, unknown }: Piece): string {
  if (unknown.width || unknown.height) return t("drawing-said.unknown-size");
  if (shape.kind === "circle") return `⌀${size(shape.width_mm)}`;
  if (shape.kind === "quarter-circle") return `R${size(shape.width_mm)}`;
  return size(shape.width_mm, shape.height_mm);
}
