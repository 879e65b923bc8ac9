/** Cuts notches out of the outline: open at a side, with rounded inner corners. */

import {
  arc,
  between,
  chord,
  distance,
  inside,
  line,
  onCurve,
  type Point,
  type Segment,
  same,
} from "./segments.ts";
import type { Spot } from "./spots.ts";

const FAR = 20_000;

/** The outline with the notch, or null where it cannot be cut. */
export function cutNotch(
  whole: readonly Segment[],
  from: readonly Segment[],
  spot: Spot,
): Segment[] | null {
  const steps = legs(whole, spot).flatMap((step) => pieces(step, from));
  const within = steps.map((step) => deepInside(whole, middle(step)));
  const first = within.indexOf(true);
  const last = within.lastIndexOf(true);
  const entry = steps[first]?.from;
  const exit = steps[last]?.to;
  if (entry === undefined || exit === undefined) return null;
  const start = from.findIndex((one) => touches(one, entry) && !same(one.from, entry));
  const end = from.findIndex((one) => touches(one, exit) && !same(one.to, exit));
  if (start < 0 || end < 0) return null;
  return joined(from, start, end, steps.slice(first, last + 1));
}

/** From the notch's exit round to its entry, then through the notch. */
function joined(
  from: readonly Segment[],
  start: number,
  end: number,
  notch: readonly Segment[],
): Segment[] {
  const entry = notch[0]?.from ?? [0, 0];
  const exit = notch[notch.length - 1]?.to ?? [0, 0];
  const found: Segment[] = [];
  for (let step = 0; step <= from.length; step += 1) {
    const one = from[(end + step) % from.length];
    if (one === undefined) break;
    const here =
      (end + step) % from.length === start &&
      (step > 0 || start !== end || ahead(one, exit, entry));
    const head = step === 0 ? exit : one.from;
    found.push({ ...one, from: head, to: here ? entry : one.to });
    if (here) break;
  }
  return [...found, ...notch].filter((one) => !same(one.from, one.to));
}

/** Whether `later` comes after `sooner` on its way along the segment. */
function ahead(one: Segment, sooner: Point, later: Point): boolean {
  return distance(one.from, sooner) < distance(one.from, later);
}

const INWARDS = { top: [0, 1], right: [-1, 0], bottom: [0, -1], left: [1, 0] } as const;

/** Which way is inwards: from its side; on a curve, from the nearer of left and right. */
export function inwards(whole: readonly Segment[], spot: Spot): Point {
  if (spot.side !== null && spot.side !== "arc") return INWARDS[spot.side];
  const right = Math.max(...whole.flatMap((one) => [one.from[0], one.to[0]]));
  return 2 * spot.centre[0] > right ? INWARDS.right : INWARDS.left;
}

/** Where the middle of the notch meets the side; null if it misses the glass. */
export function mouth(whole: readonly Segment[], spot: Spot): Point | null {
  const way = inwards(whole, spot);
  const cut = chord(whole, spot.centre, [spot.centre[0] + way[0], spot.centre[1] + way[1]]);
  return cut === null ? null : cut[0];
}

/** Five steps: in, round, along the bottom, round, out. */
function legs(whole: readonly Segment[], spot: Spot): Segment[] {
  const base = mouth(whole, spot);
  if (base === null) return [];
  const way = inwards(whole, spot);
  const along: Point = [way[1], -way[0]];
  const half = Math.max(spot.half[0], spot.half[1]);
  const at = (side: number, deep: number): Point => [
    base[0] + along[0] * side + way[0] * deep,
    base[1] + along[1] * side + way[1] * deep,
  ];
  const { depth } = spot;
  // An inner corner is rounded only where glass stands behind it, not at the end of a side.
  const rounded = (side: number) =>
    deepInside(whole, at(side, depth - spot.radius)) ? spot.radius : 0;
  const [r, s] = [rounded(-half), rounded(half)];
  const turn = (from: Point, to: Point, centre: Point, radius: number): Segment => ({
    ...arc(from, to, centre, [radius, radius], null, null),
    back: true,
  });
  return [
    line(at(-half, -FAR), at(-half, depth - r), null, null),
    turn(at(-half, depth - r), at(-half + r, depth), at(-half + r, depth - r), r),
    line(at(-half + r, depth), at(half - s, depth), null, null),
    turn(at(half - s, depth), at(half, depth - s), at(half - s, depth - s), s),
    line(at(half, depth - s), at(half, -FAR), null, null),
  ].filter((one) => !same(one.from, one.to));
}

/** The step, cut where the outline meets it. */
function pieces(step: Segment, outline: readonly Segment[]): Segment[] {
  const met = outline.flatMap((one) => meetings(step, one)).filter((point) => between(step, point));
  const sorted = [...met, step.to].sort((a, b) => distance(step.from, a) - distance(step.from, b));
  const found: Segment[] = [];
  let from = step.from;
  for (const to of sorted) {
    if (same(from, to)) continue;
    found.push({ ...step, from, to });
    from = to;
  }
  return found;
}

function meetings(step: Segment, one: Segment): Point[] {
  if (step.rx === 0) return onCurve(step.from, step.to, one).filter((point) => between(one, point));
  if (one.rx === 0) return onCurve(one.from, one.to, step).filter((point) => between(one, point));
  return [];
}

function middle(step: Segment): Point {
  const x = (step.from[0] + step.to[0]) / 2;
  const y = (step.from[1] + step.to[1]) / 2;
  return [x, y];
}

function deepInside(whole: readonly Segment[], point: Point): boolean {
  const by = 0.01;
  return (
    inside(whole, [point[0] - by, point[1]]) &&
    inside(whole, [point[0] + by, point[1]]) &&
    inside(whole, [point[0], point[1] - by]) &&
    inside(whole, [point[0], point[1] + by])
  );
}

function touches(one: Segment, point: Point): boolean {
  if (!between(one, point)) return false;
  if (one.rx > 0) {
    const across = (point[0] - one.centre[0]) / one.rx;
    const up = (point[1] - one.centre[1]) / one.ry;
    return Math.abs(across * across + up * up - 1) < 0.00001;
  }
  const length = distance(one.from, one.to);
  const off =
    (one.to[0] - one.from[0]) * (point[1] - one.from[1]) -
    (one.to[1] - one.from[1]) * (point[0] - one.from[0]);
  return Math.abs(off) <= 0.001 * length;
}
