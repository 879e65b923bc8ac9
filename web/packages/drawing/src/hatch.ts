/** Treated zones: hatching of the glass, each treatment its own, broken for holes and texts. */
import type { Piece, Shape, Side, Treatment, Zone } from "./piece.ts";
import { chord, type Point, type Segment } from "./segments.ts";
import { addPath, type Box, type Sheet, stroke } from "./sheet.ts";
import type { Spot } from "./spots.ts";

type Family = "rising" | "falling" | "level";
const FAMILIES: Readonly<Record<Treatment, readonly Family[]>> = {
  matting: ["rising"],
  "matting-pattern": ["rising", "falling"],
  paint: ["level"],
  print: ["level", "rising"],
  film: ["falling"],
};

/** The band of a zone in the scene; the whole box where it has no ends. */
export function bandOf(shape: Shape, zone: Zone): Box {
  const [w, h] = [shape.width_mm, shape.height_mm];
  const whole = { left: 0, top: 0, right: w, bottom: h };
  if (zone.from_mm === null || zone.to_mm === null) return whole;
  const [from, to] = [zone.from_mm, zone.to_mm];
  const bands: Partial<Record<Side, Box>> = {
    top: { ...whole, top: from, bottom: to },
    bottom: { ...whole, top: h - to, bottom: h - from },
    left: { ...whole, left: from, right: to },
    right: { ...whole, left: w - to, right: w - from },
  };
  return bands[zone.from_side] ?? whole;
}

export function isWhole(zone: Zone): boolean {
  return zone.from_mm === null || zone.to_mm === null || zone.from_side === "arc";
}

/** Hatches every zone; whole faces wider, so that the rest stays easy to read. */
export function hatchZones(
  on: Sheet,
  piece: Piece,
  outline: readonly Segment[],
  spots: readonly Spot[],
): void {
  const free = holesIn(spots, on);
  piece.zones.forEach((zone, index) => {
    const band = bandOf(piece.shape, zone);
    const step = (isWhole(zone) ? 2.4 : 1) * on.unit;
    const role = zone.face === "back" ? "hidden-hatch" : "hatch";
    let d = "";
    for (const family of FAMILIES[zone.treatment]) {
      d += strokes(outline, band, family, step, (index * step) / 3, free);
    }
    if (!isWhole(zone)) d += borders(outline, piece.shape, zone.from_side, band);
    addPath(on, role, d, { field: `zones.${index + 1}` });
  });
}

/** A patch of the hatching for the legend. */
export function swatch(treatment: Treatment, box: Box, step: number): string {
  const outline = frame(box);
  return FAMILIES[treatment].map((family) => strokes(outline, box, family, step, 0, [])).join("");
}

export function frame(box: Box): Segment[] {
  const corners: Point[] = [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ];
  return corners.map((from, index) => ({
    from,
    to: corners[(index + 1) % 4] ?? from,
    centre: [0, 0],
    rx: 0,
    ry: 0,
    back: false,
    side: null,
    corner: null,
  }));
}

/** Where the hatching stops: a disc (`radius` > 0) or a box. */
interface Gap {
  centre: Point;
  half: Point;
  radius: number;
}

function holesIn(spots: readonly Spot[], on: Sheet): Gap[] {
  const gaps = spots
    .filter((spot) => spot.form === "round" || spot.form === "box")
    .map((spot) => ({
      centre: spot.centre,
      half: spot.half,
      radius: spot.form === "round" ? spot.half[0] : 0,
    }));
  const texts = on.taken.map(
    (box): Gap => ({
      centre: [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      half: [(box.right - box.left) / 2 + 0.15 * on.unit, (box.bottom - box.top) / 2],
      radius: 0,
    }),
  );
  return [...gaps, ...texts];
}

function strokes(
  outline: readonly Segment[],
  band: Box,
  family: Family,
  step: number,
  shift: number,
  gaps: readonly Gap[],
): string {
  const slope = family === "level" ? 0 : family === "rising" ? -1 : 1;
  const width = band.right - band.left;
  const height = band.bottom - band.top;
  const pitch = slope === 0 ? step : step * Math.SQRT2;
  const start = slope === 1 ? band.top - width : band.top;
  const end = slope === -1 ? band.bottom + width : band.bottom;
  let d = "";
  for (let level = start + pitch / 2 + shift; level < end; level += pitch) {
    const a: Point = [band.left, level];
    const b: Point = [band.right, level + slope * width];
    const cut = chord(outline, a, b);
    if (cut === null) continue;
    const ways = [(cut[0][0] - a[0]) / width, (cut[1][0] - a[0]) / width];
    const range = clip(a, b, band, [Math.max(0, ways[0] ?? 0), Math.min(1, ways[1] ?? 1)]);
    for (const [from, to] of without(a, b, range, gaps)) {
      if ((to - from) * (width + height) < step / 4) continue;
      d += stroke(along(a, b, from), along(a, b, to));
    }
  }
  return d;
}

function along(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

type Range = readonly [number, number];

/** Narrows a range of a–b to the heights of the band. */
function clip(a: Point, b: Point, band: Box, range: Range): Range {
  const rise = b[1] - a[1];
  if (rise === 0) return range;
  const one = (band.top - a[1]) / rise;
  const two = (band.bottom - a[1]) / rise;
  return [Math.max(range[0], Math.min(one, two)), Math.min(range[1], Math.max(one, two))];
}

/** What is left of the range outside of all gaps. */
function without(a: Point, b: Point, range: Range, gaps: readonly Gap[]): Range[] {
  let left: Range[] = [range];
  for (const gap of gaps) {
    const hidden = shadow(a, b, gap);
    if (hidden === null) continue;
    const next: Range[] = [];
    for (const [from, to] of left) {
      if (hidden[0] > from) next.push([from, Math.min(to, hidden[0])]);
      if (hidden[1] < to) next.push([Math.max(from, hidden[1]), to]);
    }
    left = next.filter(([from, to]) => from < to);
  }
  return left.filter(([from, to]) => from < to);
}

function shadow(a: Point, b: Point, gap: Gap): Range | null {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  if (gap.radius > 0) {
    const px = a[0] - gap.centre[0];
    const py = a[1] - gap.centre[1];
    const square = dx * dx + dy * dy;
    const half = px * dx + py * dy;
    const under = half * half - square * (px * px + py * py - gap.radius * gap.radius);
    if (under <= 0) return null;
    const root = Math.sqrt(under);
    return [(-half - root) / square, (-half + root) / square];
  }
  const across = [
    (gap.centre[0] - gap.half[0] - a[0]) / dx,
    (gap.centre[0] + gap.half[0] - a[0]) / dx,
  ];
  let start = Math.min(across[0] ?? 0, across[1] ?? 0);
  let end = Math.max(across[0] ?? 0, across[1] ?? 0);
  if (dy === 0) {
    if (Math.abs(a[1] - gap.centre[1]) >= gap.half[1]) return null;
  } else {
    const one = (gap.centre[1] - gap.half[1] - a[1]) / dy;
    const two = (gap.centre[1] + gap.half[1] - a[1]) / dy;
    start = Math.max(start, Math.min(one, two));
    end = Math.min(end, Math.max(one, two));
  }
  return start < end ? [start, end] : null;
}

/** The two ends of a band, from rim to rim. */
function borders(outline: readonly Segment[], shape: Shape, side: Side, band: Box): string {
  const level = side === "top" || side === "bottom";
  const ends = level ? [band.top, band.bottom] : [band.left, band.right];
  const room = level ? shape.height_mm : shape.width_mm;
  return ends
    .filter((end) => end > 0 && end < room)
    .map((end) => {
      const cut = level ? chord(outline, [0, end], [1, end]) : chord(outline, [end, 0], [end, 1]);
      return cut === null ? "" : stroke(cut[0], cut[1]);
    })
    .join("");
}
