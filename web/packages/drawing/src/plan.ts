/** The plan of a drawing's lengths: rails on each side, and what found no room there. */
import type { Piece } from "./piece.ts";
import type { FourSides, Stop } from "./place.ts";
import type { Rail } from "./rails.ts";
import { pitch } from "./running.ts";
import { lengthText, type Say } from "./says.ts";
import { chord, type Point, type Segment } from "./segments.ts";

export interface Plan {
  piece: Piece;
  outline: readonly Segment[];
  unit: number;
  say: Say;
  rails: Record<FourSides, Rail[]>;
  /** Positions too close to each other for numbers at their lines: said in the legend instead. */
  listed: string[];
}

/** 0 across, 1 down. */
type Axis = 0 | 1;

export function axisOf(side: FourSides): Axis {
  return side === "top" || side === "bottom" ? 0 : 1;
}

/** 1 where the rails lie towards larger numbers. */
export function outwards(side: FourSides): -1 | 1 {
  return side === "bottom" || side === "right" ? 1 : -1;
}

/** The point of the rim at this place of an axis, nearest to the rail. */
function rimAt(plan: Plan, side: FourSides, value: number): Point {
  const axis = axisOf(side);
  const other = axis === 0 ? 1 : 0;
  const far = outwards(side);
  const ends = plan.outline.flatMap((one) => [one.from, one.to]);
  const cut =
    axis === 0
      ? chord(plan.outline, [value, 0], [value, 1])
      : chord(plan.outline, [0, value], [1, value]);
  let best: Point | null = null;
  for (const point of [...ends, ...(cut ?? [])]) {
    if (Math.abs(point[axis] - value) > 0.005) continue;
    if (best === null || point[other] * far > best[other] * far) best = point;
  }
  if (best !== null) return best;
  const edge = far === 1 ? [plan.piece.shape.width_mm, plan.piece.shape.height_mm] : [0, 0];
  return axis === 0 ? [value, edge[1] ?? 0] : [edge[0] ?? 0, value];
}

export function stopAt(plan: Plan, side: FourSides, value: number): Stop {
  return { at: value, from: rimAt(plan, side, value), clear: 0.3 * plan.unit };
}

/** Lengths between neighbouring places of the rim, on one line. */
export function addChain(
  plan: Plan,
  side: FourSides,
  values: readonly number[],
  fields: readonly string[],
  texts?: readonly string[],
): void {
  const stops = values.map((value) => stopAt(plan, side, value));
  const said = values.slice(1).map((value, i) => lengthText(plan.say, value - (values[i] ?? 0)));
  plan.rails[side].push({ kind: "chain", stops, texts: texts ?? said, fields, beyond: "end" });
}

/** Distances from a zero: one alone as a plain length, several on one line. */
export function addFromZero(
  plan: Plan,
  side: FourSides,
  zero: Stop,
  stops: readonly Stop[],
): boolean {
  const texts = stops.map(({ at }) => lengthText(plan.say, Math.abs(at - zero.at)));
  const [only] = stops;
  if (only === undefined) return true;
  if (stops.length === 1) {
    const back = only.at < zero.at;
    const pair = back ? [only, zero] : [zero, only];
    plan.rails[side].push({
      kind: "chain",
      stops: pair,
      texts,
      fields: [],
      beyond: back ? "start" : "end",
    });
    return true;
  }
  const { width_mm, height_mm } = plan.piece.shape;
  const level = axisOf(side) === 0;
  const size = level ? width_mm : height_mm;
  const needed = texts.map((text) => pitch(plan.unit, level, text)).reduce((a, b) => a + b, 0);
  if (needed > size + 3 * plan.unit) return false;
  const overall = side === "bottom" || (side === "left" && plan.piece.shape.kind !== "circle");
  plan.rails[side].push({ kind: "running", zero, stops, texts, kept: overall ? [0, size] : [] });
  return true;
}
