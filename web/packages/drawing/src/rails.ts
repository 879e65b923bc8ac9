/** Dimension lines outside of the glass, in rails: the nearer ones first, on each side its own. */
import { textWidth } from "./numbers.ts";
import {
  at,
  dimension,
  extension,
  type FourSides,
  type Place,
  placeOf,
  rule,
  type Stop,
} from "./place.ts";
import { drawRunning, type Running } from "./running.ts";
import type { Point } from "./segments.ts";
import { addPath, addText, arrow, type Sheet, stroke } from "./sheet.ts";

/** Lengths between neighbours, all on one line; the last stop stands furthest right or down. */
export interface Chain {
  kind: "chain";
  stops: readonly Stop[];
  texts: readonly string[];
  /** Field of the piece that each length shows, where there is one. */
  fields: readonly string[];
  /** On which side of a short length its text stands: away from the zero. */
  beyond: "start" | "end";
}
/** The side that faces the room. */
export interface Front {
  kind: "front";
  text: string;
}
const FRONT = { field: "front" };

export type Rail = Chain | Running | Front;

/** Draws the rails of one side, beginning `start` mm outside of the box. */
export function drawRails(
  on: Sheet,
  side: FourSides,
  size: Point,
  rails: readonly Rail[],
  start: number,
): void {
  const place = placeOf(on, side, size);
  let used = start;
  for (const rail of rails) {
    if (rail.kind === "chain") used = chain(place, rail, used);
    else if (rail.kind === "running") used = drawRunning(place, rail, used);
    else used = front(place, rail, used, place.level ? size[0] / 2 : size[1] / 2);
  }
}

function chain(place: Place, rail: Chain, used: number): number {
  const { unit } = place.on;
  const off = used + chainOff(place, rail);
  let end = off + 0.35 * unit;
  rail.texts.forEach((text, index) => {
    const [a, b] = [rail.stops[index], rail.stops[index + 1]];
    if (a === undefined || b === undefined) return;
    const first = index === 0 ? extension(place, a, off + 0.35 * unit) : "";
    const said: Span = {
      a,
      b,
      off,
      text,
      field: rail.fields[index],
      last: rail.texts.length > 1 ? index > 0 : rail.beyond === "end",
      extensions: first + extension(place, b, off + 0.35 * unit),
    };
    end = Math.max(end, place.level ? levelSpan(place, said) : uprightSpan(place, said));
  });
  return end;
}

/** How far the line stands off what lies before it: its text must find room there. */
function chainOff(place: Place, rail: Chain): number {
  const { unit } = place.on;
  if (place.level) return (place.side === "bottom" ? 1.55 : 0.9) * unit;
  const inLine = rail.texts.filter((_, i) => roomFor(place, rail.stops[i], rail.stops[i + 1]));
  return Math.max(0.8, ...inLine.map((text) => textWidth(text) / 2 + 0.4)) * unit;
}

/** On an upright line the text stands in a gap of the line, if the line is long enough. */
function roomFor(place: Place, a: Stop | undefined, b: Stop | undefined): boolean {
  return a !== undefined && b !== undefined && b.at - a.at >= 2.9 * place.on.unit;
}

interface Span {
  a: Stop;
  b: Stop;
  off: number;
  text: string;
  field: string | undefined;
  /** Its text may stand beyond its end. */
  last: boolean;
  extensions: string;
}

/** Text above the line, or beside it where the line is short. */
function levelSpan(place: Place, { a, b, off, text, field, last, extensions }: Span): number {
  const { unit } = place.on;
  const width = textWidth(text) * unit;
  const roomy = b.at - a.at >= 1.7 * unit;
  const fits = b.at - a.at >= width + 0.2 * unit;
  const beside = last ? b.at + unit + width / 2 : a.at - unit - width / 2;
  const along = fits ? (a.at + b.at) / 2 : beside;
  const reach = roomy ? 0 : unit;
  const from = fits || last ? a.at - reach : along - width / 2;
  const to = fits || !last ? b.at + reach : along + width / 2;
  dimension(place, a, b, {
    text,
    field,
    middle: at(place, along, off - place.out * 0.65 * unit),
    anchor: "middle",
    lines: extensions + rule(place, from, to, off),
    arrows: tips(place, a, b, off, roomy),
  });
  return off + (place.side === "bottom" ? 0.35 : 1.3) * unit;
}

/** Text in a gap of the line, or outside of it where the line is short. */
function uprightSpan(place: Place, { a, b, off, text, field, extensions }: Span): number {
  const { unit } = place.on;
  const width = textWidth(text) * unit;
  const middle = (a.at + b.at) / 2;
  const roomy = b.at - a.at >= 1.7 * unit;
  const arrows = tips(place, a, b, off, roomy);
  if (roomFor(place, a, b)) {
    const lines =
      extensions +
      rule(place, a.at, middle - 0.65 * unit, off) +
      rule(place, middle + 0.65 * unit, b.at, off);
    dimension(place, a, b, {
      text,
      field,
      middle: at(place, middle, off),
      anchor: "middle",
      lines,
      arrows,
    });
    return off + Math.max(width / 2, 0.35 * unit) + 0.4 * unit;
  }
  const reach = roomy ? 0 : unit;
  dimension(place, a, b, {
    text,
    field,
    middle: at(place, middle, off + 0.5 * unit),
    anchor: place.out === 1 ? "start" : "end",
    lines: extensions + rule(place, a.at - reach, b.at + reach, off),
    arrows,
  });
  return off + 0.9 * unit + width;
}

/** Arrows at both ends, from outside where there is no room between them. */
function tips(place: Place, a: Stop, b: Stop, off: number, roomy: boolean): string {
  const turn = roomy ? 1 : -1;
  const way = (sign: number): Point => (place.level ? [sign, 0] : [0, sign]);
  const { unit } = place.on;
  return (
    arrow(unit, at(place, a.at, off), way(-turn)) + arrow(unit, at(place, b.at, off), way(turn))
  );
}

function front(place: Place, rail: Front, used: number, middle: number): number {
  const { on } = place;
  const { unit } = on;
  const tip = at(place, middle, used + 0.1 * unit);
  const left = at(place, middle - 0.45 * unit, used + 0.9 * unit);
  const right = at(place, middle + 0.45 * unit, used + 0.9 * unit);
  addPath(on, "arrow", `${stroke(tip, left, right)}Z`, FRONT);
  if (place.level) {
    addText(
      on,
      "note",
      rail.text,
      at(place, middle + 0.8 * unit, used + 0.6 * unit),
      "start",
      FRONT,
    );
    return used + 1.2 * unit;
  }
  const anchor = place.out === 1 ? "start" : "end";
  addText(on, "note", rail.text, at(place, middle, used + 1.15 * unit), anchor, FRONT);
  return used + (1.55 + textWidth(rail.text)) * unit;
}
