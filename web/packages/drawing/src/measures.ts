/** Which lengths a drawing gives, and on which side of the glass: overall sizes outermost. */
import { isWhole } from "./hatch.ts";
import type { Datum, Piece, Shape, Zone } from "./piece.ts";
import type { FourSides } from "./place.ts";
import { addChain, addFromZero, type Plan, stopAt } from "./plan.ts";
import { addPositions } from "./positions.ts";
import { lengthText, type Say } from "./says.ts";
import type { Segment } from "./segments.ts";
import type { Spot } from "./spots.ts";

export function planOf(
  piece: Piece,
  outline: readonly Segment[],
  spots: readonly Spot[],
  datum: Datum | null,
  unit: number,
  say: Say,
): Plan {
  const rails: Plan["rails"] = { top: [], right: [], bottom: [], left: [] };
  const plan: Plan = { piece, outline, unit, say, rails, listed: [] };
  if (piece.front !== null && piece.front !== "arc") {
    rails[piece.front].push({ kind: "front", text: say("drawing.front") });
  }
  ownNumbers(plan);
  if (datum !== null) addPositions(plan, spots, datum);
  zones(plan);
  overall(plan);
  return plan;
}

/** Side height and rise of an arch, apex of a triangle, sides of a trapezoid. */
function ownNumbers(plan: Plan): void {
  const { shape } = plan.piece;
  if (shape.kind === "arch" && shape.side_height_mm > 0) {
    const fields = ["shape.rise_mm", "shape.side_height_mm"];
    addChain(plan, "right", [0, shape.rise_mm, shape.height_mm], fields);
  }
  if (shape.kind === "triangle" && shape.apex_mm > 0 && shape.apex_mm < shape.width_mm) {
    addChain(plan, "bottom", [0, shape.apex_mm], ["shape.apex_mm"]);
  }
  if (shape.kind === "trapezoid") trapezoid(plan, shape);
}

function trapezoid(plan: Plan, shape: Shape): void {
  const offset = shape.top_offset_mm;
  const top = Math.max(0, offset);
  const bottom = Math.max(0, -offset);
  slanted(plan, "top", top, shape.top_mm, "shape.top_mm");
  if (shape.bottom_mm === shape.width_mm) return;
  slanted(plan, "bottom", bottom, shape.bottom_mm, "shape.bottom_mm");
}

/** The length of a side, after its distance from the left end of the other one. */
function slanted(plan: Plan, side: FourSides, from: number, length: number, field: string): void {
  if (from > 0) addChain(plan, side, [0, from, from + length], ["shape.top_offset_mm", field]);
  else addChain(plan, side, [0, length], [field]);
}

/** Ends of treated bands from the side that each is given from. */
function zones(plan: Plan): void {
  const { shape } = plan.piece;
  for (const given of ["bottom", "top", "left", "right"] as const) {
    const level = given === "left" || given === "right";
    const side: FourSides = level ? "top" : "right";
    const room = level ? shape.width_mm : shape.height_mm;
    const back = given === "bottom" || given === "right";
    const ends = bandEnds(plan.piece.zones.filter((zone) => zone.from_side === given));
    const stops = ends
      .filter((end) => end > 0 && end < room)
      .map((end) => stopAt(plan, side, back ? room - end : end))
      .sort((a, b) => a.at - b.at);
    addFromZero(plan, side, stopAt(plan, side, back ? room : 0), stops);
  }
}

function bandEnds(zones: readonly Zone[]): number[] {
  const ends = zones
    .filter((zone) => !isWhole(zone))
    .flatMap((zone) => [zone.from_mm ?? 0, zone.to_mm ?? 0]);
  return [...new Set(ends)];
}

const WIDTH = ["shape.width_mm"];
const HEIGHT = ["shape.height_mm"];

/** Width below, height on the left; a circle has its diameter alone. */
function overall(plan: Plan): void {
  const { shape, unknown } = plan.piece;
  const { say } = plan;
  const text = (value: number, isUnknown: boolean) =>
    isUnknown ? say("drawing.unknown") : lengthText(say, value);
  if (shape.kind === "circle") {
    const size = text(shape.width_mm, unknown.width);
    addChain(plan, "bottom", [0, shape.width_mm], WIDTH, [say("drawing.diameter", { size })]);
    return;
  }
  addChain(plan, "bottom", [0, shape.width_mm], WIDTH, [text(shape.width_mm, unknown.width)]);
  addChain(plan, "left", [0, shape.height_mm], HEIGHT, [text(shape.height_mm, unknown.height)]);
}
