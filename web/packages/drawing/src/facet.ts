/** The inner line of a facet, and lines along the sides: both run beside the outline. */
import { MEETING } from "./outline.ts";
import type { Side } from "./piece.ts";
import { between, distance, line, onCurve, type Point, type Segment, same } from "./segments.ts";

/** Whether this stretch of the outline belongs to one of the sides; a corner only between two. */
export function belongs(one: Segment, sides: readonly Side[]): boolean {
  if (one.corner !== null) return MEETING[one.corner].every((side) => sides.includes(side));
  return one.side !== null && sides.includes(one.side);
}

/** The outline of these sides, moved `by` mm inwards; its ends reach the neighbouring sides. */
export function facetLines(
  outline: readonly Segment[],
  sides: readonly Side[],
  by: number,
): Segment[] {
  if (outline.every((one) => one.rx !== one.ry)) return ovalFacet(outline, by);
  const count = outline.length;
  const moved = outline.map((one) => (belongs(one, sides) ? moveIn(one, by) : undefined));
  const found: Segment[] = [];
  outline.forEach((one, index) => {
    const own = moved[index];
    if (own === undefined || own === null) return;
    const before = neighbour(outline, moved, index, count - 1);
    const after = neighbour(outline, moved, index, 1);
    const from = end(own, before, one.from, own.from);
    const to = end(own, after, one.to, own.to);
    if (from === null) found.push(line(one.from, own.from, one.side, null));
    if (!same(from ?? own.from, to ?? own.to)) {
      found.push({ ...own, from: from ?? own.from, to: to ?? own.to });
    }
    if (to === null) found.push(line(own.to, one.to, one.side, null));
  });
  return found;
}

/** The next stretch that is left: moved where it has the facet, else the outline itself. */
function neighbour(
  outline: readonly Segment[],
  moved: readonly (Segment | null | undefined)[],
  index: number,
  step: number,
): Segment | undefined {
  for (let place = index + step; place < index + step * (outline.length + 1); place += step) {
    const here = place % outline.length;
    if (here === index) return undefined;
    const shifted = moved[here];
    if (shifted === undefined) return outline[here];
    if (shifted !== null) return shifted;
  }
  return undefined;
}

/** Moved along its normal; null where nothing of an arc is left. */
function moveIn(one: Segment, by: number): Segment | null {
  if (one.rx === 0) {
    const length = distance(one.from, one.to);
    const x = (-(one.to[1] - one.from[1]) * by) / length;
    const y = ((one.to[0] - one.from[0]) * by) / length;
    return { ...one, from: [one.from[0] + x, one.from[1] + y], to: [one.to[0] + x, one.to[1] + y] };
  }
  if (one.rx - by < 0.001) return null;
  const less = (one.rx - by) / one.rx;
  const pull = (point: Point): Point => [
    one.centre[0] + (point[0] - one.centre[0]) * less,
    one.centre[1] + (point[1] - one.centre[1]) * less,
  ];
  return { ...one, from: pull(one.from), to: pull(one.to), rx: one.rx - by, ry: one.ry - by };
}

/** Where two neighbours meet, nearest to the corner they come from; null if they never do. */
function end(
  own: Segment,
  next: Segment | undefined,
  corner: Point,
  otherwise: Point,
): Point | null {
  if (next === undefined || same(next.from, otherwise) || same(next.to, otherwise))
    return otherwise;
  let met: Point[] = [];
  if (own.rx === 0) met = onCurve(own.from, own.to, next);
  else if (next.rx === 0) met = onCurve(next.from, next.to, own);
  const real = met.filter((point) => between(next, point));
  if (real.length > 0) met = real;
  let best: Point | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const point of met) {
    if (distance(point, corner) < nearest) {
      best = point;
      nearest = distance(point, corner);
    }
  }
  return best;
}

const OVAL_STEPS = 32;

/** Parallel to an ellipse (which is no ellipse): points on its normals, 4 × 32 short lines. */
function ovalFacet(outline: readonly Segment[], by: number): Segment[] {
  const one = outline[0];
  if (one === undefined) return [];
  const quarter: Point[] = [];
  for (let step = 0; step < OVAL_STEPS; step += 1) {
    const t = step / OVAL_STEPS;
    const down = 1 + t * t;
    quarter.push([(1 - t * t) / down, (2 * t) / down]);
  }
  const round = [0, 1, 2, 3].flatMap((turn) =>
    quarter.map(([cos, sin]): Point => {
      if (turn === 0) return [cos, sin];
      if (turn === 1) return [-sin, cos];
      return turn === 2 ? [-cos, -sin] : [sin, -cos];
    }),
  );
  const points = round.map(([cos, sin]): Point => {
    const [nx, ny] = [cos * one.ry, sin * one.rx];
    const length = Math.sqrt(nx * nx + ny * ny);
    return [
      one.centre[0] + cos * one.rx - (nx / length) * by,
      one.centre[1] + sin * one.ry - (ny / length) * by,
    ];
  });
  return points.map((from, index) =>
    line(from, points[(index + 1) % points.length] ?? from, "arc", null),
  );
}

/** A line `off` mm outside of the stretch, as long as the stretch. */
export function beside(one: Segment, off: number): Segment {
  if (one.rx === 0) return moveIn(one, -off) ?? one;
  const pull = (point: Point): Point => [
    one.centre[0] + ((point[0] - one.centre[0]) * (one.rx + off)) / one.rx,
    one.centre[1] + ((point[1] - one.centre[1]) * (one.ry + off)) / one.ry,
  ];
  return { ...one, from: pull(one.from), to: pull(one.to), rx: one.rx + off, ry: one.ry + off };
}
