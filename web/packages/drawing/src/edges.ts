/** Edge finishes: each its own line outside of the side, and a word inside where they differ. */

import { belongs, beside } from "./facet.ts";
import { addWord } from "./labels.ts";
import { textWidth } from "./numbers.ts";
import { type EdgeKind, type Piece, SIDES, type Side } from "./piece.ts";
import type { Say } from "./says.ts";
import { distance, line, type Point, path, type Segment } from "./segments.ts";
import { addPath, type Role, type Sheet } from "./sheet.ts";

export type Finish = Exclude<EdgeKind, "raw">;
/** Lines of a finish: how far out (in text heights), solid or dashed. */
const LINES: Readonly<Record<Finish, readonly (readonly [number, Role])[]>> = {
  arrissed: [[0.28, "edge-dashed"]],
  ground: [[0.28, "edge"]],
  polished: [
    [0.24, "edge"],
    [0.42, "edge"],
  ],
  euro: [
    [0.24, "edge"],
    [0.44, "edge-dashed"],
  ],
};
const ORDER: readonly Finish[] = ["arrissed", "ground", "polished", "euro"];

/** Finishes of the piece, each with its sides. */
export function finishes(piece: Piece): { kind: Finish; sides: Side[] }[] {
  return ORDER.map((kind) => ({
    kind,
    sides: SIDES[piece.shape.kind].filter((side) =>
      piece.edges.some((edge) => edge.side === side && edge.kind === kind),
    ),
  })).filter((finish) => finish.sides.length > 0);
}

export function drawEdges(on: Sheet, piece: Piece, outline: readonly Segment[]): void {
  for (const { kind, sides } of finishes(piece)) {
    for (const [off, role] of LINES[kind]) {
      const lines = outline
        .filter((one) => belongs(one, sides))
        .map((one) => beside(one, off * on.unit));
      addPath(on, role, path(lines, false), { field: "edges" });
      for (const one of lines) if (one.rx === 0) on.lines.push([one.from, one.to]);
    }
  }
}

/** A short piece of the finish's lines, for the legend. */
export function edgeSample(on: Sheet, kind: Finish, from: Point, to: Point): void {
  const middle = (LINES[kind].length - 1) * 0.1;
  LINES[kind].forEach(([, role], index) => {
    const up = (index * 0.2 - middle) * on.unit;
    const one = line([from[0], from[1] - up], [to[0], to[1] - up], null, null);
    addPath(on, role, path([one], false));
  });
}

/** Words inside along the sides, when not all sides have the same finish. */
export function nameEdges(on: Sheet, piece: Piece, outline: readonly Segment[], say: Say): void {
  const all = finishes(piece);
  const [first] = all;
  if (first === undefined || isAllRound(piece, first.sides)) return;
  const facet = piece.facet;
  for (const { kind, sides } of all) {
    const text = say(`drawing.edge.${kind}`);
    for (const side of sides) {
      const skip = facet?.sides.includes(side) ? facet.width_mm : 0;
      addWord(on, outline, text, places(on, outline, side, text, skip));
    }
  }
}

export function isAllRound(piece: Piece, sides: readonly Side[]): boolean {
  return sides.length === SIDES[piece.shape.kind].length;
}

/** Places just inside of a side: its middle first, then towards its ends, then deeper. */
function places(
  on: Sheet,
  outline: readonly Segment[],
  side: Side,
  text: string,
  skip: number,
): Point[] {
  const stretch = outline.filter((one) => one.side === side);
  const found: Point[] = [];
  const half = (textWidth(text) * on.unit) / 2 + 0.3 * on.unit;
  for (const deep of [0.5, 1.2]) {
    for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
      const one = stretch[Math.min(stretch.length - 1, Math.floor(share * stretch.length))];
      if (one === undefined) continue;
      const [base, way] = inward(one, stretch.length > 1 ? 0.5 : share);
      const reach =
        skip + Math.abs(way[0]) * half + Math.abs(way[1]) * 0.8 * on.unit + deep * 0.4 * on.unit;
      found.push([base[0] + way[0] * reach, base[1] + way[1] * reach]);
    }
  }
  return found;
}

/** A point of the segment and the way inwards there. */
function inward(one: Segment, share: number): [Point, Point] {
  const x = one.from[0] + (one.to[0] - one.from[0]) * share;
  const y = one.from[1] + (one.to[1] - one.from[1]) * share;
  if (one.rx === 0) {
    const dx = one.to[0] - one.from[0];
    const dy = one.to[1] - one.from[1];
    const length = Math.sqrt(dx * dx + dy * dy);
    return [
      [x, y],
      [-dy / length, dx / length],
    ];
  }
  const across = (x - one.centre[0]) / one.rx;
  const up = (y - one.centre[1]) / one.ry;
  const stretch = Math.sqrt(across * across + up * up);
  const point: Point = [
    one.centre[0] + (x - one.centre[0]) / stretch,
    one.centre[1] + (y - one.centre[1]) / stretch,
  ];
  const length = distance(one.centre, point);
  return [point, [(one.centre[0] - point[0]) / length, (one.centre[1] - point[1]) / length]];
}

/** How far outside of a side its finish lines and their air reach, in text heights. */
export function edgeRoom(piece: Piece, side: Side): number {
  const marked = finishes(piece).some(
    ({ sides }) =>
      sides.includes(side) || (sides.includes("arc") && !SIDES[piece.shape.kind].includes(side)),
  );
  return marked ? 0.75 : 0.3;
}
