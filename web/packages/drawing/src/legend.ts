/** What stands below the drawing in words: finishes, facet, zones, datum, stained glass. */
import { edgeSample, type Finish, finishes, isAllRound } from "./edges.ts";
import { frame, isWhole, swatch } from "./hatch.ts";
import { textWidth } from "./numbers.ts";
import { outlineOf } from "./outline.ts";
import { type Datum, type Piece, SIDES, type Side, type Zone } from "./piece.ts";
import { lengthText, type Say } from "./says.ts";
import { distance, type Point, path } from "./segments.ts";
import { addPath, addText, type Box, circle, type Sheet, stroke } from "./sheet.ts";
import { drawTiles, type Entry, stained } from "./stained.ts";

const SAMPLE = 2.4;
const PITCH = 1.45;

export function drawLegend(
  on: Sheet,
  piece: Piece,
  datum: Datum | null,
  listed: readonly string[],
  style: { say: Say; legend: "below" | "beside" | null },
): void {
  if (style.legend === null) return;
  const { unit } = on;
  const { say } = style;
  const below = style.legend === "below";
  const left = below ? on.bounds.left : on.bounds.right + 1.5 * unit;
  const room = below ? Math.max(on.bounds.right - left, 22 * unit) : 14 * unit;
  let y = below ? on.bounds.bottom + 1.3 * unit : on.bounds.top + 0.7 * unit;
  for (const entry of entries(on, piece, datum, listed, say)) {
    const indent = entry.sample === null ? 0 : SAMPLE * unit;
    entry.sample?.({
      left,
      top: y - 0.45 * unit,
      right: left + (SAMPLE - 0.5) * unit,
      bottom: y + 0.45 * unit,
    });
    for (const line of wrap(entry.text, (room - indent) / unit)) {
      addText(on, "note", line, [left + indent, y], "start");
      y += PITCH * unit;
    }
  }
  drawTiles(on, piece, [left, y - 0.5 * unit]);
}

function entries(
  on: Sheet,
  piece: Piece,
  datum: Datum | null,
  listed: readonly string[],
  say: Say,
): Entry[] {
  const found: Entry[] = finishes(piece).map(({ kind, sides }) => ({
    text: onSides(piece, say(`drawing.edge.${kind}`), sides, say),
    sample: edge(on, kind),
  }));
  if (piece.facet !== null) found.push(facet(on, piece, piece.facet, say));
  for (const zone of piece.zones) found.push(zoneEntry(on, zone, say));
  if (datum !== null) {
    found.push({
      text: say(`drawing.datum.${datum}`),
      sample: (box) => target(on, [(box.left + box.right) / 2, (box.top + box.bottom) / 2]),
    });
  }
  found.push(...listed.map((text) => ({ text, sample: null })));
  found.push(...slopes(piece, say));
  if (piece.stained_glass !== null) found.push(...stained(on, piece.stained_glass, say));
  return found;
}

/** `полир. по кругу`, `полир.: снизу, слева`. */
export function onSides(piece: Piece, label: string, sides: readonly Side[], say: Say): string {
  if (isAllRound(piece, sides)) return say("drawing.all-round", { label });
  const names = SIDES[piece.shape.kind]
    .filter((side) => sides.includes(side))
    .map((side) => say(`drawing.side.${side}`));
  return say("drawing.on-sides", { label, sides: names.join(", ") });
}

function edge(on: Sheet, kind: Finish): (box: Box) => void {
  return ({ left, right, top, bottom }) => {
    const y = (top + bottom) / 2;
    edgeSample(on, kind, [left, y], [right, y]);
  };
}

function facet(on: Sheet, piece: Piece, given: NonNullable<Piece["facet"]>, say: Say): Entry {
  const label = say("drawing.facet", { size: lengthText(say, given.width_mm) });
  return {
    text: onSides(piece, label, given.sides, say),
    sample: ({ left, right, top, bottom }) => {
      const y = (top + bottom) / 2 + 0.3 * on.unit;
      addPath(on, "outline", stroke([left, y], [right, y]));
      addPath(on, "facet", stroke([left, y - 0.55 * on.unit], [right, y - 0.55 * on.unit]));
    },
  };
}

export function zoneName(zone: Zone, say: Say): string {
  const name = say(`drawing.treatment.${zone.treatment}`);
  const code = zone.ral === null ? zone.pattern_code : `RAL ${zone.ral}`;
  return code === null ? name : say("drawing.with-code", { label: name, code });
}

function zoneEntry(on: Sheet, zone: Zone, say: Say): Entry {
  const values = { label: zoneName(zone, say), face: say(`drawing.face.${zone.face}`) };
  const side = zone.from_side === "arc" ? "bottom" : zone.from_side;
  const text = isWhole(zone)
    ? say("drawing.zone", values)
    : say(`drawing.zone-band.${side}`, {
        ...values,
        from: lengthText(say, zone.from_mm ?? 0),
        to: lengthText(say, zone.to_mm ?? 0),
      });
  return {
    text,
    sample: (box) => {
      addPath(on, "thin", path(frame(box), true));
      const role = zone.face === "back" ? "hidden-hatch" : "hatch";
      addPath(on, role, swatch(zone.treatment, box, 0.4 * on.unit));
    },
  };
}

/** The sign of the datum: a ring with two dark quarters. */
export function target(on: Sheet, at: Point): void {
  const r = 0.42 * on.unit;
  const [x, y] = at;
  addPath(on, "thin", circle(at, r));
  const quarters: (readonly [Point, Point])[] = [
    [
      [x, y - r],
      [x + r, y],
    ],
    [
      [x, y + r],
      [x - r, y],
    ],
  ];
  const wedge = ([from, to]: readonly [Point, Point]) => {
    const [start, end] = [stroke(at, from), stroke(to).slice(1)];
    return `${start}A${radius(r)} 0 0 1 ${end}Z`;
  };
  addPath(on, "datum", quarters.map(wedge).join(""));
}

function radius(r: number): string {
  const [, text = ""] = stroke([0, 0], [r, r]).split("L");
  return text;
}

/** Lengths of the sides that run aslant, to check the cut by: their place follows from the rest. */
function slopes(piece: Piece, say: Say): Entry[] {
  const { kind } = piece.shape;
  if (kind !== "triangle" && kind !== "trapezoid") return [];
  const said = outlineOf(piece.shape).flatMap((one) => {
    if (one.from[0] === one.to[0] || one.from[1] === one.to[1] || one.side === null) return [];
    const size = lengthText(say, Math.floor(distance(one.from, one.to) * 10 + 0.5) / 10);
    return [say("drawing.slope", { side: say(`drawing.side.${one.side}`), size })];
  });
  if (said.length === 0) return [];
  return [{ text: say("drawing.slopes", { sides: said.join(", ") }), sample: null }];
}

/** Breaks a text at its spaces into lines of at most `room` text heights. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer) > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
