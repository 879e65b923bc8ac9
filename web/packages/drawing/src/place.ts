/** One side of the piece: where its dimension lines lie, and how one length is written there. */
import { round } from "./numbers.ts";
import type { Side } from "./piece.ts";
import type { Point } from "./segments.ts";
import { type Anchor, type Sheet, stroke, take, textBox } from "./sheet.ts";

export type FourSides = Exclude<Side, "arc">;

/** A measured point: where on the axis, and where its extension line begins. */
export interface Stop {
  at: number;
  from: Point;
  /** Kept free between the point and its extension line, mm. */
  clear: number;
}

export interface Place {
  on: Sheet;
  side: FourSides;
  level: boolean;
  /** Outwards: -1 to the left and up, 1 to the right and down. */
  out: -1 | 1;
  edge: number;
}

export function placeOf(on: Sheet, side: FourSides, size: Point): Place {
  const level = side === "top" || side === "bottom";
  const out = side === "bottom" || side === "right" ? 1 : -1;
  const far = level ? size[1] : size[0];
  return { on, side, level, out, edge: out === -1 ? 0 : far };
}

/** The point at `along` on the axis and `off` mm outside of the box. */
export function at(place: Place, along: number, off: number): Point {
  const across = place.edge + place.out * off;
  return place.level ? [along, across] : [across, along];
}

/** A line along the side, `off` mm outside; texts keep off it. */
export function rule(place: Place, from: number, to: number, off: number): string {
  const ends: [Point, Point] = [at(place, from, off), at(place, to, off)];
  place.on.lines.push(ends);
  return stroke(...ends);
}

/** The thin line from a measured point out to its dimension line. */
export function extension(place: Place, stop: Stop, off: number): string {
  const start: Point = place.level
    ? [stop.at, stop.from[1] + place.out * stop.clear]
    : [stop.from[0] + place.out * stop.clear, stop.at];
  const end = at(place, stop.at, off);
  place.on.lines.push([start, end]);
  return stroke(start, end);
}

export interface Written {
  text: string;
  field?: string | undefined;
  middle: Point;
  anchor: Anchor;
  lines: string;
  arrows: string;
}

/** Adds a measured length: its number is the distance of the two stops. */
export function dimension(place: Place, a: Stop, b: Stop, written: Written): void {
  const { on } = place;
  const { text, field, middle, anchor, lines, arrows } = written;
  on.marks.push({
    is: "dimension",
    role: "dimension",
    ...(field === undefined ? {} : { field }),
    axis: place.level ? "x" : "y",
    from: [round(a.from[0]), round(a.from[1])],
    to: [round(b.from[0]), round(b.from[1])],
    value: round(Math.abs(b.at - a.at)),
    text,
    x: round(middle[0]),
    y: round(middle[1] + 0.35 * on.unit),
    anchor,
    lines,
    arrows,
  });
  take(on, textBox(on.unit, text, middle[0], middle[1], anchor));
}
