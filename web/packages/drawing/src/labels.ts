/** Finds room for texts beside holes, corners and zones: near, and over nothing else. */
import { textWidth } from "./numbers.ts";
import { distance, inside, type Point, type Segment } from "./segments.ts";
import {
  addPath,
  addText,
  arrow,
  type Box,
  boxAround,
  circle,
  cornersOf,
  crosses,
  onOutline,
  overlap,
  type Sheet,
  stroke,
  type Tags,
  take,
} from "./sheet.ts";

/** What a text belongs to: its middle, and how far it reaches from there. */
export interface Target {
  at: Point;
  half: Point;
  round: boolean;
  tags: Tags;
}

/** Directions of length 1. */
const ROUND: readonly Point[] = [
  [0.8, -0.6],
  [-0.8, -0.6],
  [0.8, 0.6],
  [-0.8, 0.6],
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.6, 0.8],
  [-0.6, 0.8],
  [0.6, -0.8],
  [-0.6, -0.8],
];
const SLANTED: readonly Point[] = [
  [0.6, -0.8],
  [-0.6, -0.8],
  [0.8, -0.6],
  [-0.8, -0.6],
  [0.6, 0.8],
  [-0.6, 0.8],
  [0.8, 0.6],
  [-0.8, 0.6],
];
/** What crossing a thin line costs. */
const LINE = 6;
const NEAR = [1.1, 1.35, 1.9, 2.6, 3.5, 4.6];
const FAR = [1.1, 1.7, 2.4, 3.3, 4.4, 5.8, 7.5, 9.5, 12];

/** What a place costs: covered texts most, then the outline, then thin lines, then outside. */
function cost(on: Sheet, outline: readonly Segment[], box: Box): number {
  let sum = 0;
  for (const other of on.taken) if (overlap(box, other)) sum += 100;
  for (const [a, b] of on.lines) if (crosses(box, a, b)) sum += LINE;
  if (onOutline(outline, box)) sum += 40;
  const middle: Point = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  if (!inside(outline, middle)) sum += 9;
  return sum;
}

/** The same for a ring, whose corners are free. */
function ringCost(on: Sheet, outline: readonly Segment[], at: Point, ring: number): number {
  let sum = 0;
  for (const { left, top, right, bottom } of on.taken) {
    const nearest: Point = [
      Math.max(left, Math.min(right, at[0])),
      Math.max(top, Math.min(bottom, at[1])),
    ];
    if (distance(at, nearest) < ring) sum += 100;
  }
  const box = boxAround(at, 0.8 * ring, 0.8 * ring);
  for (const [a, b] of on.lines) if (crosses(box, a, b)) sum += LINE;
  if (onOutline(outline, boxAround(at, ring, ring))) sum += 40;
  return inside(outline, at) ? sum : sum + 9;
}

/** What a leader costs: it should go through no text. */
function leaderCost(on: Sheet, from: Point, to: Point): number {
  let sum = 0;
  for (const other of on.taken) if (crosses(other, from, to)) sum += 12;
  return sum;
}

function step(from: Point, way: Point, by: number): Point {
  return [from[0] + way[0] * by, from[1] + way[1] * by];
}

/** From the middle of a target to its rim. */
function reach(target: Target, way: Point): number {
  const [w, h] = target.half;
  if (target.round) return w;
  return Math.min(
    w / Math.max(Math.abs(way[0]), 0.000001),
    h / Math.max(Math.abs(way[1]), 0.000001),
  );
}

/** Writes a number in a small ring near its hole. */
export function addNumber(
  on: Sheet,
  outline: readonly Segment[],
  text: string,
  target: Target,
): void {
  const { unit } = on;
  const { at, tags } = target;
  const ring = Math.max(0.72, textWidth(text) / 2 + 0.15) * unit;
  let best: Point = at;
  let least = Number.POSITIVE_INFINITY;
  for (const far of NEAR) {
    if (far >= least) break;
    for (const way of ROUND) {
      const rim = reach(target, way);
      const middle = step(at, way, rim + far * unit);
      const tie = far > 1.5 ? leaderCost(on, step(at, way, rim + 0.4 * unit), middle) : 0;
      const sum = far + ringCost(on, outline, middle, ring + 0.15 * unit) + tie;
      if (sum < least) {
        least = sum;
        best = middle;
      }
    }
  }
  const whole = distance(at, best);
  const way: Point = [(best[0] - at[0]) / whole, (best[1] - at[1]) / whole];
  const rim = reach(target, way);
  if (whole - rim > 1.4 * unit) {
    addPath(on, "thin", stroke(step(at, way, rim), step(at, way, whole - ring)), tags);
  }
  addPath(on, "thin", circle(best, ring), tags);
  addText(on, "number", text, best, "middle", tags);
  take(on, boxAround(best, ring, ring));
}

/** Writes a text on a shelf, with a leader whose arrow points at the best of these targets. */
export function addLeader(
  on: Sheet,
  outline: readonly Segment[],
  text: string,
  targets: readonly Target[],
): void {
  const { unit } = on;
  const width = textWidth(text) * unit;
  let best: { target: Target; knee: Point; way: Point } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const target of targets.slice(0, 8)) {
    for (const far of FAR) {
      if (far >= least) break;
      for (const way of SLANTED) {
        const rim = reach(target, way);
        const knee = step(target.at, way, rim + far * unit);
        const room = shelfBox(knee, way, width, unit);
        const tie = leaderCost(on, step(target.at, way, rim + 0.4 * unit), knee);
        const sum = far + cost(on, outline, room) + tie;
        if (sum < least) {
          least = sum;
          best = { target, knee, way };
        }
      }
    }
  }
  if (best === null) return;
  const { target, knee, way } = best;
  const { tags } = target;
  const shelf: Point = [knee[0] + (way[0] > 0 ? width : -width), knee[1]];
  const tip = step(target.at, way, reach(target, way));
  addPath(on, "thin", stroke(tip, knee, shelf), tags);
  addPath(on, "arrow", arrow(unit, tip, [-way[0], -way[1]]), tags);
  on.lines.push([tip, knee]);
  const middle: Point = [(knee[0] + shelf[0]) / 2, knee[1] - 0.62 * unit];
  addText(on, "label", text, middle, "middle", tags);
  take(on, shelfBox(knee, way, width, unit));
}

function shelfBox(knee: Point, way: Point, width: number, unit: number): Box {
  const left = way[0] > 0 ? knee[0] : knee[0] - width;
  return { left, top: knee[1] - 1.2 * unit, right: left + width, bottom: knee[1] + 0.15 * unit };
}

/** Writes a text at the best of these places, if it covers nothing there and stays in its room. */
export function addWord(
  on: Sheet,
  outline: readonly Segment[],
  text: string,
  places: readonly Point[],
  room: Box = on.bounds,
): boolean {
  const half = (textWidth(text) * on.unit) / 2;
  let best: Point | null = null;
  // A word that would touch a line is left out: the legend says it too.
  let least = LINE;
  places.forEach((place, index) => {
    const box = boxAround(place, half + 0.2 * on.unit, 0.65 * on.unit);
    if (!holds(outline, room, box)) return;
    const sum = cost(on, outline, box) + index * 0.1;
    if (sum < least) {
      least = sum;
      best = place;
    }
  });
  if (best === null) return false;
  addText(on, "note", text, best, "middle");
  return true;
}

function holds(outline: readonly Segment[], room: Box, box: Box): boolean {
  if (box.left < room.left || box.right > room.right) return false;
  if (box.top < room.top || box.bottom > room.bottom) return false;
  return cornersOf(box).every((corner) => inside(outline, corner));
}
