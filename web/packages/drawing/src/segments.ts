/** Lines and arcs of an outline, clockwise on the screen; their meetings and their path text. */
import { num } from "./numbers.ts";
import type { CornerAt, Side } from "./piece.ts";

export type Point = readonly [number, number];

/** A line, or an arc of at most a half ellipse about `centre` (`rx` 0 = a line). */
export interface Segment {
  from: Point;
  to: Point;
  centre: Point;
  rx: number;
  ry: number;
  /** Turns against the clock: the inner corner of a notch. */
  back: boolean;
  side: Side | null;
  corner: CornerAt | null;
}

const TINY = 1e-6;

export function line(from: Point, to: Point, side: Side | null, corner: CornerAt | null): Segment {
  return { from, to, centre: [0, 0], rx: 0, ry: 0, back: false, side, corner };
}

export function arc(
  from: Point,
  to: Point,
  centre: Point,
  radii: Point,
  side: Side | null,
  corner: CornerAt | null,
): Segment {
  return { from, to, centre, rx: radii[0], ry: radii[1], back: false, side, corner };
}

export function cross(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

export function distance(a: Point, b: Point): number {
  const across = a[0] - b[0];
  const up = a[1] - b[1];
  return Math.sqrt(across * across + up * up);
}

export function same(a: Point, b: Point): boolean {
  return distance(a, b) < 0.001;
}

/** `M…L…A…` of consecutive segments; a gap between two of them begins a new stroke. */
export function path(segments: readonly Segment[], closed: boolean): string {
  let text = "";
  let last: Point | null = null;
  for (const one of segments) {
    if (last === null || !same(last, one.from)) text += `M${xy(one.from)}`;
    text += step(one);
    last = one.to;
  }
  return closed && text !== "" ? `${text}Z` : text;
}

function step(one: Segment): string {
  if (one.rx === 0) return `L${xy(one.to)}`;
  return `A${num(one.rx)} ${num(one.ry)} 0 0 ${one.back ? 0 : 1} ${xy(one.to)}`;
}

function xy(point: Point): string {
  return `${num(point[0])} ${num(point[1])}`;
}

/** Whether the point lies inside a convex, clockwise outline or on it. */
export function inside(outline: readonly Segment[], point: Point): boolean {
  for (const one of outline) {
    if (cross(one.from, one.to, point) >= -TINY) continue;
    if (one.rx === 0 || within(one, point) > 1 + TINY) return false;
  }
  return true;
}

function within(one: Segment, point: Point): number {
  const across = (point[0] - one.centre[0]) / one.rx;
  const up = (point[1] - one.centre[1]) / one.ry;
  return across * across + up * up;
}

/** Points of the endless straight line through `a` and `b` on the curve of the segment. */
export function onCurve(a: Point, b: Point, one: Segment): Point[] {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  if (one.rx === 0) {
    const ex = one.to[0] - one.from[0];
    const ey = one.to[1] - one.from[1];
    const turn = dx * ey - dy * ex;
    if (Math.abs(turn) < TINY) return [];
    const t = ((one.from[0] - a[0]) * ey - (one.from[1] - a[1]) * ex) / turn;
    return [[a[0] + t * dx, a[1] + t * dy]];
  }
  const px = (a[0] - one.centre[0]) / one.rx;
  const py = (a[1] - one.centre[1]) / one.ry;
  const qx = dx / one.rx;
  const qy = dy / one.ry;
  const square = qx * qx + qy * qy;
  const half = px * qx + py * qy;
  const under = half * half - square * (px * px + py * py - 1);
  if (under < 0) return [];
  const root = Math.sqrt(under);
  return [(-half - root) / square, (-half + root) / square].map((t) => [
    a[0] + t * dx,
    a[1] + t * dy,
  ]);
}

/** Whether a point of the segment's curve lies between its ends. */
export function between(one: Segment, point: Point): boolean {
  if (one.rx === 0) {
    const room = distance(one.from, one.to) + 0.001;
    return distance(one.from, point) <= room && distance(one.to, point) <= room;
  }
  const turn = cross(one.from, one.to, point);
  const outer = one.back ? turn >= -0.001 : turn <= 0.001;
  return outer || same(one.from, point) || same(one.to, point);
}

/** Part of the straight line `a`–`b` inside a convex outline; null if it misses it. */
export function chord(outline: readonly Segment[], a: Point, b: Point): [Point, Point] | null {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  let first: Point | null = null;
  let last: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of outline) {
    for (const point of onCurve(a, b, one)) {
      if (!between(one, point)) continue;
      const way = (point[0] - a[0]) * dx + (point[1] - a[1]) * dy;
      if (way < least) {
        least = way;
        first = point;
      }
      if (way > most) {
        most = way;
        last = point;
      }
    }
  }
  return first === null || last === null || same(first, last) ? null : [first, last];
}
