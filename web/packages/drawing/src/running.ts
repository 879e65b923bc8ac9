/** Distances from one zero on one line: a ring at the zero, an arrow and a number at every stop. */
import { textWidth } from "./numbers.ts";
import { at, dimension, extension, type Place, rule, type Stop } from "./place.ts";
import { type Anchor, addPath, addText, arrow, circle, stroke } from "./sheet.ts";

export interface Running {
  kind: "running";
  zero: Stop;
  stops: readonly Stop[];
  texts: readonly string[];
  /** Where lines of a later rail come through: no number may stand there. */
  kept: readonly number[];
}

const ZERO = "0";

/** Room that a number needs along the line, mm. */
export function pitch(unit: number, level: boolean, text: string): number {
  return (level ? textWidth(text) + 0.5 : 1.25) * unit;
}

/** A number, or a line to keep free, that wants its place along the axis. */
interface Seat {
  wanted: number;
  room: number;
  weight: number;
  stop: Stop | null;
  text: string;
}

export function drawRunning(place: Place, rail: Running, used: number): number {
  const { on } = place;
  const { unit } = on;
  const off = used + 0.9 * unit;
  const out = off + (place.level ? 1.15 : 0.75) * unit;
  const anchor = place.level ? "middle" : place.out === 1 ? "start" : "end";
  const seats = seated(place, rail);
  const found = spread(seats);
  const ends = [rail.zero, ...rail.stops].map((stop) => stop.at);
  addPath(on, "thin", rule(place, Math.min(...ends), Math.max(...ends), off));
  seats.forEach((seat, index) => {
    if (seat.stop === null) return;
    sit(place, rail, seat, { off, out, along: found[index] ?? seat.wanted, anchor });
  });
  const widest = Math.max(...rail.texts.map(textWidth)) * unit;
  return place.level ? out + 0.6 * unit : out + widest + 0.4 * unit;
}

/** Zero, stops and kept lines in their order; the zero steps aside where a line is kept. */
function seated(place: Place, rail: Running): Seat[] {
  const { unit } = place.on;
  const room = (text: string) => pitch(unit, place.level, text);
  const aside = rail.kept.includes(rail.zero.at) ? 0.5 * room(ZERO) + 0.1 * unit : 0;
  const ahead = rail.stops.every((stop) => stop.at > rail.zero.at) ? -1 : 1;
  const seats: Seat[] = [
    {
      wanted: rail.zero.at + ahead * aside,
      room: room(ZERO),
      weight: 1,
      stop: rail.zero,
      text: ZERO,
    },
    ...rail.stops.map((stop, index) => {
      const text = rail.texts[index] ?? "";
      return { wanted: stop.at, room: room(text), weight: 1, stop, text };
    }),
    ...rail.kept.map((wanted) => ({ wanted, room: 0, weight: 1000, stop: null, text: "" })),
  ];
  return seats.sort((a, b) => a.wanted - b.wanted);
}

interface Where {
  off: number;
  out: number;
  along: number;
  anchor: Anchor;
}

function sit(place: Place, rail: Running, seat: Seat, { off, out, along, anchor }: Where): void {
  const { on } = place;
  const { unit } = on;
  const { stop, text } = seat;
  if (stop === null) return;
  const foot = at(place, stop.at, off + 0.15 * unit);
  const lines =
    extension(place, stop, off + 0.15 * unit) + stroke(foot, at(place, along, off + 0.55 * unit));
  const middle = at(place, along, out);
  if (stop === rail.zero) {
    addPath(on, "thin", lines + circle(at(place, stop.at, off), 0.22 * unit));
    addText(on, "dimension", text, middle, anchor);
    return;
  }
  dimension(place, rail.zero, stop, {
    text,
    middle,
    anchor,
    lines,
    arrows: tip(place, rail, stop, off),
  });
}

/** An arrow away from the zero; a dot where the last stop is too near for it. */
function tip(place: Place, rail: Running, stop: Stop, off: number): string {
  const { unit } = place.on;
  const sign = stop.at < rail.zero.at ? -1 : 1;
  const way = (stop.at - rail.zero.at) * sign;
  const nearer = rail.stops
    .map((other) => (other.at - rail.zero.at) * sign)
    .filter((other) => other >= 0 && other < way);
  const point = at(place, stop.at, off);
  if (way - Math.max(0, ...nearer) < unit) return circle(point, 0.14 * unit);
  return arrow(unit, point, place.level ? [sign, 0] : [0, sign]);
}

/** Moves sorted seats apart to their rooms, each as near to its own place as may be. */
export function spread(seats: readonly Pick<Seat, "wanted" | "room" | "weight">[]): number[] {
  const starts: number[] = [];
  let start = 0;
  seats.forEach((seat, index) => {
    const before = seats[index - 1];
    if (before !== undefined) start += (before.room + seat.room) / 2;
    starts.push(start);
  });
  let blocks: { sum: number; weight: number; count: number }[] = [];
  seats.forEach((seat, index) => {
    const wanted = seat.wanted - (starts[index] ?? 0);
    let last = { sum: wanted * seat.weight, weight: seat.weight, count: 1 };
    let before = blocks[blocks.length - 1];
    while (before !== undefined && before.sum / before.weight > last.sum / last.weight) {
      last = {
        sum: before.sum + last.sum,
        weight: before.weight + last.weight,
        count: before.count + last.count,
      };
      blocks = blocks.slice(0, -1);
      before = blocks[blocks.length - 1];
    }
    blocks.push(last);
  });
  const places = blocks.flatMap(({ sum, weight, count }) =>
    Array<number>(count).fill(sum / weight),
  );
  return places.map((place, index) => place + (starts[index] ?? 0));
}
