/**
 * A piece as a drawing: primitives in millimetres, y down, origin at the top left of the bounding
 * box. Every length that stands there is computed from the geometry that is drawn.
 */
import { drafting, laidOut, type Style } from "./layout.ts";
import { round } from "./numbers.ts";
import type { Piece } from "./piece.ts";
import { type Say, spoken } from "./says.ts";
import type { Box, Primitive, Sheet } from "./sheet.ts";

/** Room for the drawing and the least height of its text, both in px (or both in mm of paper). */
export interface Fit {
  width: number;
  height: number;
  text: number;
}
export interface Options {
  fit: Fit;
  say?: Say;
  /** `shape`: only the glass, a small picture in a list. `measured`: without the legend. */
  detail?: Detail;
}
export type Detail = "full" | "measured" | "shape";

export interface Scene {
  width: number;
  height: number;
  /** Height of the text, mm of the piece. */
  text: number;
  view: Box;
  marks: Primitive[];
}

const PASSES = 4;
/** Between these shares of the height before, a height of the text is found. */
const LARGER = 1.002;
const SMALLER = 0.98;
const CLEARLY = 0.97;

/** Lays the drawing out so that its text is at least as high as asked on that room. */
export function scene(piece: Piece, { fit, say = spoken, detail = "full" }: Options): Scene {
  const style: Style = { say, words: detail !== "shape", legend: null };
  if (detail !== "full") return finished(piece, fit, style, drafted(piece, fit, style));
  const below: Style = { ...style, legend: "below" };
  const beside: Style = { ...style, legend: "beside" };
  const [low, wide] = [drafted(piece, fit, below), drafted(piece, fit, beside)];
  return isBetter(fit, wide, low)
    ? finished(piece, fit, beside, wide)
    : finished(piece, fit, below, low);
}

/** Whether the legend stands better beside: text that can be read first, then larger glass. */
function isBetter(fit: Fit, wide: Sheet, low: Sheet): boolean {
  const [one, two] = [scaleOf(fit, wide), scaleOf(fit, low)];
  const [read, other] = [wide.unit * one, low.unit * two].map((text) => Math.min(text, fit.text));
  if (read === undefined || other === undefined || read < other * CLEARLY) return false;
  return other < read * CLEARLY || two < one * CLEARLY;
}

/** Room units per mm, when the sheet with its margins fills the room. */
function scaleOf(fit: Fit, { bounds, unit }: Sheet): number {
  const margins = 2 * MARGIN * unit;
  return Math.min(
    fit.width / (bounds.right - bounds.left + margins),
    fit.height / (bounds.bottom - bounds.top + margins),
  );
}

/** The room a height of the text needs, without labels: they hardly ever need further room. */
function drafted(piece: Piece, fit: Fit, style: Style): Sheet {
  const { width_mm: w, height_mm: h } = piece.shape;
  let on = drafting(piece, fit.text * Math.max(w / fit.width, h / fit.height), style);
  for (let pass = 1; pass < PASSES; pass += 1) {
    const next = needed(piece, fit, on);
    if (next <= on.unit * LARGER && next >= on.unit * SMALLER) break;
    on = drafting(piece, next, style);
  }
  return on;
}

function needed(piece: Piece, fit: Fit, on: Sheet): number {
  const { width_mm: w, height_mm: h } = piece.shape;
  const { left, top, right, bottom } = on.bounds;
  return Math.max(
    enough(fit.text, fit.width, w, (right - left - w) / on.unit),
    enough(fit.text, fit.height, h, (bottom - top - h) / on.unit),
  );
}

const MARGIN = 0.4;

/** Height of the text in mm when its margins take `around` texts; they get three quarters at most. */
function enough(text: number, room: number, size: number, around: number): number {
  return (text * size) / Math.max(room - text * (around + 2 * MARGIN), room * 0.25);
}

/** The whole drawing; in larger text once more where its labels did need further room. */
function finished(piece: Piece, fit: Fit, style: Style, draft: Sheet): Scene {
  let on = laidOut(piece, draft.unit, style);
  for (let pass = 1; pass < PASSES; pass += 1) {
    const more = needed(piece, fit, on);
    if (more <= on.unit * LARGER) break;
    on = laidOut(piece, more, style);
  }
  const margin = MARGIN * on.unit;
  const view = {
    left: round(on.bounds.left - margin),
    top: round(on.bounds.top - margin),
    right: round(on.bounds.right + margin),
    bottom: round(on.bounds.bottom + margin),
  };
  const { width_mm: width, height_mm: height } = piece.shape;
  return { width, height, text: round(on.unit), view, marks: on.marks };
}
