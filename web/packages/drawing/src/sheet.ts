/** The sheet a drawing grows on: primitives in millimetres, and what is already taken. */
import { num, round, textWidth } from "./numbers.ts";
import { chord, inside, type Point, type Segment } from "./segments.ts";

/** What a stroke or a text stands for: how thick, which colour, how deep it lies. */
export type Role =
  | "glass"
  | "hatch"
  | "hidden-hatch"
  | "edge"
  | "edge-dashed"
  | "axis"
  | "facet"
  | "outline"
  | "unsure"
  | "cut"
  | "thin"
  | "arrow"
  | "datum"
  | "dimension"
  | "label"
  | "number"
  | "note";

/** Which hole or cut-out it belongs to: its list, and its place there from 0. */
export interface Of {
  list: "holes" | "cutouts";
  index: number;
}
export type Anchor = "start" | "middle" | "end";

interface Any {
  role: Role;
  of?: Of;
  /** Field of the piece that it shows, as a correction names it: `shape.width_mm`. */
  field?: string;
  /** Impossible: outside of the glass, over another hole, too large. */
  wrong?: true;
}
export interface PathMark extends Any {
  is: "path";
  d: string;
}
export interface TextMark extends Any {
  is: "text";
  x: number;
  y: number;
  anchor: Anchor;
  text: string;
}
/** A measured length: `value` is the distance of `from` and `to` along the axis. */
export interface DimensionMark extends Any {
  is: "dimension";
  axis: "x" | "y";
  from: Point;
  to: Point;
  value: number;
  text: string;
  x: number;
  y: number;
  anchor: Anchor;
  lines: string;
  arrows: string;
}
export type Primitive = PathMark | TextMark | DimensionMark;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Everything drawn so far; lengths in mm, `unit` = height of the text. */
export interface Sheet {
  unit: number;
  marks: Primitive[];
  /** Places that no further text may cover. */
  taken: Box[];
  /** Thin lines that a text had better not cross. */
  lines: (readonly [Point, Point])[];
  bounds: Box;
}

export function sheet(unit: number, width: number, height: number): Sheet {
  const bounds = { left: 0, top: 0, right: width, bottom: height };
  return { unit, marks: [], taken: [], lines: [], bounds };
}

/** A piece of a mark that is the same for all marks of one hole. */
export type Tags = Pick<Any, "of" | "wrong" | "field">;

export function addPath(on: Sheet, role: Role, d: string, tags: Tags = {}): void {
  if (d !== "") on.marks.push({ is: "path", role, d, ...tags });
}

function grow(on: Sheet, box: Box): void {
  on.bounds.left = Math.min(on.bounds.left, box.left);
  on.bounds.top = Math.min(on.bounds.top, box.top);
  on.bounds.right = Math.max(on.bounds.right, box.right);
  on.bounds.bottom = Math.max(on.bounds.bottom, box.bottom);
}

/** The place a text takes when its middle stands at this point. */
export function textBox(unit: number, text: string, x: number, y: number, anchor: Anchor): Box {
  const width = textWidth(text) * unit;
  let left = x;
  if (anchor === "middle") left = x - width / 2;
  if (anchor === "end") left = x - width;
  return { left, top: y - 0.6 * unit, right: left + width, bottom: y + 0.6 * unit };
}

/** Writes a text whose middle line runs at `y`, and takes its place. */
export function addText(
  on: Sheet,
  role: Role,
  text: string,
  at: Point,
  anchor: Anchor,
  tags: Tags = {},
): Box {
  const box = textBox(on.unit, text, at[0], at[1], anchor);
  const y = round(at[1] + 0.35 * on.unit);
  on.marks.push({ is: "text", role, x: round(at[0]), y, anchor, text, ...tags });
  take(on, box);
  return box;
}

export function take(on: Sheet, box: Box): void {
  on.taken.push(box);
  grow(on, box);
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxAround(at: Point, halfWidth: number, halfHeight: number): Box {
  return {
    left: at[0] - halfWidth,
    top: at[1] - halfHeight,
    right: at[0] + halfWidth,
    bottom: at[1] + halfHeight,
  };
}

/** Whether the stretch `a`–`b` goes through the box. */
export function crosses(box: Box, a: Point, b: Point): boolean {
  if (Math.max(a[0], b[0]) <= box.left || Math.min(a[0], b[0]) >= box.right) return false;
  if (Math.max(a[1], b[1]) <= box.top || Math.min(a[1], b[1]) >= box.bottom) return false;
  let start = 0;
  let end = 1;
  if (a[0] !== b[0]) {
    const one = (box.left - a[0]) / (b[0] - a[0]);
    const two = (box.right - a[0]) / (b[0] - a[0]);
    start = Math.max(start, Math.min(one, two));
    end = Math.min(end, Math.max(one, two));
  }
  if (a[1] !== b[1]) {
    const one = (box.top - a[1]) / (b[1] - a[1]);
    const two = (box.bottom - a[1]) / (b[1] - a[1]);
    start = Math.max(start, Math.min(one, two));
    end = Math.min(end, Math.max(one, two));
  }
  return start < end;
}

export function cornersOf(box: Box): Point[] {
  return [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ];
}

/** Whether the rim of the convex outline runs through the box. */
export function onOutline(outline: readonly Segment[], box: Box): boolean {
  const corners = cornersOf(box);
  const within = corners.filter((corner) => inside(outline, corner)).length;
  if (within > 0) return within < 4;
  return corners.some((from, index) => {
    const to = corners[(index + 1) % 4] ?? from;
    const cut = chord(outline, from, to);
    return cut !== null && onStretch(from, to, cut[0]);
  });
}

function onStretch(a: Point, b: Point, point: Point): boolean {
  const way = (point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1]);
  const whole = (b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]);
  return way >= 0 && way <= whole;
}

/** A slim filled arrow head: its point at `at`, looking along `way` (length 1). */
export function arrow(unit: number, at: Point, way: Point): string {
  const length = 0.7 * unit;
  const half = 0.13 * unit;
  const back: Point = [at[0] - way[0] * length, at[1] - way[1] * length];
  const one: Point = [back[0] - way[1] * half, back[1] + way[0] * half];
  const two: Point = [back[0] + way[1] * half, back[1] - way[0] * half];
  return `M${num(at[0])} ${num(at[1])}L${num(one[0])} ${num(one[1])}L${num(two[0])} ${num(two[1])}Z`;
}

/** A circle as a path of two halves. */
export function circle(at: Point, radius: number): string {
  const [x, y] = at;
  const r = num(radius);
  const left = `${num(x - radius)} ${num(y)}`;
  return `M${left}A${r} ${r} 0 0 1 ${num(x + radius)} ${num(y)}A${r} ${r} 0 0 1 ${left}Z`;
}

export function stroke(...points: Point[]): string {
  return points
    .map((point, index) => `${index === 0 ? "M" : "L"}${num(point[0])} ${num(point[1])}`)
    .join("");
}
