/** Draws holes and cut-outs to scale, numbers them, and names each size once. */
import { addLeader, addNumber, type Target } from "./labels.ts";
import { inwards, mouth } from "./notch.ts";
import { num } from "./numbers.ts";
import { type DrawingWord, lengthText, type Say } from "./says.ts";
import type { Point, Segment } from "./segments.ts";
import {
  addPath,
  type Box,
  boxAround,
  circle,
  cornersOf,
  type Sheet,
  stroke,
  type Tags,
  take,
} from "./sheet.ts";
import type { Spot } from "./spots.ts";

function tagsOf(spot: Spot): Tags {
  return spot.wrong ? { of: spot.of, wrong: true } : { of: spot.of };
}

/** Rim of a hole or of an inner cut-out as a closed path; empty for the others. */
export function rim(spot: Spot): string {
  if (spot.form === "round") return circle(spot.centre, spot.half[0]);
  if (spot.form !== "box") return "";
  const [x, y] = spot.centre;
  const [w, h] = spot.half;
  const r = spot.radius;
  if (r === 0) {
    return `${stroke([x - w, y - h], [x + w, y - h], [x + w, y + h], [x - w, y + h])}Z`;
  }
  const turn = (to: Point) => `A${num(r)} ${num(r)} 0 0 1 ${num(to[0])} ${num(to[1])}`;
  const go = (to: Point) => `L${num(to[0])} ${num(to[1])}`;
  return (
    stroke([x - w + r, y - h], [x + w - r, y - h]) +
    turn([x + w, y - h + r]) +
    go([x + w, y + h - r]) +
    turn([x + w - r, y + h]) +
    go([x - w + r, y + h]) +
    turn([x - w, y + h - r]) +
    go([x - w, y - h + r]) +
    `${turn([x - w + r, y - h])}Z`
  );
}

/** Strokes of all spots; those in `open` are notches that are part of the outline already. */
export function drawSpots(
  on: Sheet,
  outline: readonly Segment[],
  spots: readonly Spot[],
  open: ReadonlySet<Spot>,
): void {
  const { unit } = on;
  for (const spot of spots) {
    const tags = tagsOf(spot);
    const [x, y] = spot.centre;
    const reach: Point = [spot.half[0] + 0.35 * unit, spot.half[1] + 0.35 * unit];
    if (spot.form === "round" || spot.form === "box") {
      addPath(on, "cut", rim(spot), tags);
      const cross =
        stroke([x - reach[0], y], [x + reach[0], y]) + stroke([x, y - reach[1]], [x, y + reach[1]]);
      addPath(on, "thin", cross, tags);
      take(on, boxAround(spot.centre, spot.half[0] + 0.1 * unit, spot.half[1] + 0.1 * unit));
    } else if (spot.form === "code") {
      const d = 0.6 * unit;
      addPath(on, "cut", `${stroke([x, y - d], [x + d, y], [x, y + d], [x - d, y])}Z`, tags);
      addPath(on, "thin", stroke([x - d, y], [x + d, y]) + stroke([x, y - d], [x, y + d]), tags);
      take(on, boxAround(spot.centre, d, d));
    } else {
      notch(on, outline, spot, open.has(spot));
    }
  }
}

/** The place a notch takes, from its mouth to its bottom; null if it misses the glass. */
export function notchBox(outline: readonly Segment[], spot: Spot): Box | null {
  const base = mouth(outline, spot);
  if (base === null) return null;
  const way = inwards(outline, spot);
  const half = Math.max(spot.half[0], spot.half[1]);
  const bottom: Point = [base[0] + way[0] * spot.depth, base[1] + way[1] * spot.depth];
  const side: Point = [Math.abs(way[1]) * half, Math.abs(way[0]) * half];
  return {
    left: Math.min(base[0], bottom[0]) - side[0],
    top: Math.min(base[1], bottom[1]) - side[1],
    right: Math.max(base[0], bottom[0]) + side[0],
    bottom: Math.max(base[1], bottom[1]) + side[1],
  };
}

function notch(on: Sheet, outline: readonly Segment[], spot: Spot, cut: boolean): void {
  const base = mouth(outline, spot);
  const box = notchBox(outline, spot);
  if (base === null || box === null) return;
  if (!cut) addPath(on, "cut", `${stroke(...cornersOf(box))}Z`, tagsOf(spot));
  const way = inwards(outline, spot);
  const past = 0.5 * on.unit;
  const deep = spot.depth + past;
  const tip: Point = [base[0] + way[0] * deep, base[1] + way[1] * deep];
  const start: Point = [base[0] - way[0] * past, base[1] - way[1] * past];
  addPath(on, "axis", stroke(start, tip), tagsOf(spot));
  take(on, box);
}

/** What a hole or cut-out is called on the drawing: `⌀8`, `200×100 R5`, `ПЕТЛЯ-90`. */
export function spotLabel(say: Say, spot: Spot): string {
  const text = (value: number) => lengthText(say, value);
  if (spot.form === "round") return say("drawing.diameter", { size: text(2 * spot.half[0]) });
  if (spot.form === "code") return spot.code;
  const id: DrawingWord = `drawing.${spot.form}${spot.radius > 0 ? "-radius" : ""}`;
  const width = text(
    2 * (spot.form === "notch" ? Math.max(spot.half[0], spot.half[1]) : spot.half[0]),
  );
  const values = {
    width,
    height: text(2 * spot.half[1]),
    depth: text(spot.depth),
    radius: text(spot.radius),
  };
  return say(id, values);
}

/** Every size once, with how often it occurs; then numbers in rings, if there is more than one. */
export function labelSpots(
  on: Sheet,
  outline: readonly Segment[],
  spots: readonly Spot[],
  say: Say,
): void {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${spot.of.list} ${spotLabel(say, spot)}`;
    groups.set(key, [...(groups.get(key) ?? []), spot]);
  }
  for (const group of groups.values()) {
    const wrong = group.some((spot) => spot.wrong);
    const targets = group.map((spot) => targetOf(on, outline, { ...spot, wrong }));
    addLeader(on, outline, groupLabel(say, group), targets);
  }
  if (spots.length > 1) {
    for (const spot of spots)
      addNumber(on, outline, String(spot.number), targetOf(on, outline, spot));
  }
}

function groupLabel(say: Say, group: readonly Spot[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const label = spotLabel(say, first);
  const count = group.length;
  if (count === 1) return label;
  if (first.form !== "round") return say("drawing.each", { count, label });
  return say(first.of.list === "holes" ? "drawing.holes" : "drawing.cutouts", { count, label });
}

function targetOf(on: Sheet, outline: readonly Segment[], spot: Spot): Target {
  const tags = tagsOf(spot);
  if (spot.form === "code") {
    const half = 0.4 * on.unit;
    return { at: spot.centre, half: [half, half], round: true, tags };
  }
  if (spot.form !== "notch") {
    return { at: spot.centre, half: spot.half, round: spot.form === "round", tags };
  }
  const base = mouth(outline, spot) ?? spot.centre;
  const way = inwards(outline, spot);
  const at: Point = [base[0] + way[0] * spot.depth, base[1] + way[1] * spot.depth];
  return { at, half: [0, 0], round: true, tags };
}
