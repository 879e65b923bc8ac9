/** Puts a piece on the sheet: glass, holes, finishes, dimensions, labels, legend, hatching. */
import { drawEdges, edgeRoom, nameEdges } from "./edges.ts";
import { facetLines } from "./facet.ts";
import { drawSpots, labelSpots, notchBox, rim } from "./features.ts";
import { hatchZones } from "./hatch.ts";
import { drawLegend, target } from "./legend.ts";
import { planOf } from "./measures.ts";
import { nameOutline, nameZones } from "./names.ts";
import { cutNotch } from "./notch.ts";
import { outlineOf, zeroOf } from "./outline.ts";
import type { Datum, Piece } from "./piece.ts";
import { drawRails } from "./rails.ts";
import type { Say } from "./says.ts";
import { type Point, path, type Segment } from "./segments.ts";
import { addPath, boxAround, crosses, type Sheet, sheet, stroke, take } from "./sheet.ts";
import { datumOf, type Spot, spotsOf } from "./spots.ts";

/** A facet narrower than this many text heights would drown in the outline: it is drawn so wide. */
const LEAST_FACET = 0.19;

export interface Style {
  say: Say;
  /** With dimensions and labels. */
  words: boolean;
  legend: "below" | "beside" | null;
}

/** What does not change with the height of the text. */
interface Basis {
  piece: Piece;
  /** The convex outline, before notches. */
  whole: Segment[];
  spots: readonly Spot[];
  datum: Datum | null;
}

function basisOf(piece: Piece): Basis {
  const spots = spotsOf(piece);
  const datum = spots.length > 0 ? datumOf(piece) : null;
  return { piece, whole: outlineOf(piece.shape), spots, datum };
}

/** Puts everything on a sheet whose text is `unit` mm high. */
export function laidOut(piece: Piece, unit: number, style: Style): Sheet {
  const basis = basisOf(piece);
  const { whole, spots } = basis;
  const on = sheet(unit, piece.shape.width_mm, piece.shape.height_mm);
  const outline = drawGlass(on, basis);
  if (style.words) {
    drawEdges(on, piece, outline);
    const listed = measure(on, basis, style.say);
    labelSpots(on, whole, spots, style.say);
    nameOutline(on, piece, whole, style.say);
    nameZones(on, piece, whole, style.say);
    nameEdges(on, piece, whole, style.say);
    drawLegend(on, piece, basis.datum, listed, style);
  }
  hatchZones(on, piece, whole, spots);
  return on;
}

/** Only what decides how much room there is around the glass. */
export function drafting(piece: Piece, unit: number, style: Style): Sheet {
  const basis = basisOf(piece);
  const on = sheet(unit, piece.shape.width_mm, piece.shape.height_mm);
  if (!style.words) return on;
  const listed = measure(on, basis, style.say);
  drawLegend(on, piece, basis.datum, listed, style);
  return on;
}

/** Glass with its holes and notches; returns the outline with the notches. */
function drawGlass(on: Sheet, { piece, whole, spots }: Basis): readonly Segment[] {
  const { outline, open } = notched(whole, spots);
  const holes = spots.filter((spot) => !spot.wrong).map(rim);
  const d = path(outline, true);
  addPath(on, "glass", d + holes.join(""));
  addPath(on, isSure(piece) ? "outline" : "unsure", d);
  drawFacet(on, { piece, whole, outline, open });
  drawSpots(on, whole, spots, open);
  return outline;
}

interface Faceted {
  piece: Piece;
  whole: Segment[];
  outline: Segment[];
  open: ReadonlySet<Spot>;
}

/** The facet's inner line, broken at notches. */
function drawFacet(on: Sheet, { piece, whole, outline, open }: Faceted): void {
  if (piece.facet === null) return;
  const wide = Math.max(piece.facet.width_mm, LEAST_FACET * on.unit);
  const isOval = piece.shape.kind === "oval";
  const boxes = isOval ? [...open].flatMap((spot) => notchBox(whole, spot) ?? []) : [];
  const lines = facetLines(isOval ? whole : outline, piece.facet.sides, wide).filter(
    (one) => !boxes.some((box) => crosses(box, one.from, one.to)),
  );
  addPath(on, "facet", path(lines, false), { field: "facet" });
  for (const one of lines) if (one.rx === 0) on.lines.push([one.from, one.to]);
}

function isSure(piece: Piece): boolean {
  return piece.shape.kind !== "drawing" && !piece.unknown.width && !piece.unknown.height;
}

function notched(
  whole: Segment[],
  spots: readonly Spot[],
): { outline: Segment[]; open: Set<Spot> } {
  const open = new Set<Spot>();
  let outline = whole;
  for (const spot of spots) {
    if (spot.form !== "notch" || spot.wrong) continue;
    const cut = cutNotch(whole, outline, spot);
    if (cut === null) continue;
    outline = cut;
    open.add(spot);
  }
  return { outline, open };
}

/** Datum and dimensions; returns the positions that found no room at their lines. */
function measure(on: Sheet, { piece, whole, spots, datum }: Basis, say: Say): readonly string[] {
  const { shape } = piece;
  if (datum !== null) {
    const zero = zeroOf(shape, datum);
    target(on, zero);
    take(on, boxAround(zero, 0.42 * on.unit, 0.42 * on.unit));
  }
  if (shape.kind === "triangle" && shape.apex_mm > 0 && shape.apex_mm < shape.width_mm) {
    const top: Point = [shape.apex_mm, 0];
    const foot: Point = [shape.apex_mm, shape.height_mm];
    addPath(on, "axis", stroke(top, foot));
    on.lines.push([top, foot]);
  }
  const plan = planOf(piece, whole, spots, datum, on.unit, say);
  const size: Point = [shape.width_mm, shape.height_mm];
  for (const side of ["top", "right", "bottom", "left"] as const) {
    drawRails(on, side, size, plan.rails[side], edgeRoom(piece, side) * on.unit);
  }
  return plan.listed;
}
