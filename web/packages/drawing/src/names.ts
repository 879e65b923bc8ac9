/** Labels of the outline and of the zones: corners, radius, front of a curve, treatments. */
import { bandOf } from "./hatch.ts";
import { addLeader, addWord, type Target } from "./labels.ts";
import { zoneName } from "./legend.ts";
import type { Corner, Piece, Shape } from "./piece.ts";
import { lengthText, type Say } from "./says.ts";
import type { Point, Segment } from "./segments.ts";
import { addText, type Box, type Sheet } from "./sheet.ts";

type Outline = readonly Segment[];

export function nameOutline(on: Sheet, piece: Piece, whole: Outline, say: Say): void {
  const { shape } = piece;
  if (shape.kind === "rectangle") nameCorners(on, shape.corners, whole, say);
  const [curve] = whole.filter((one) => one.side === "arc" && one.rx > 0);
  if (shape.kind === "quarter-circle" && curve !== undefined) {
    const text = say("drawing.radius", { size: lengthText(say, shape.width_mm) });
    addLeader(on, whole, text, [pointAt(middle(curve), "shape.width_mm")]);
  }
  if (piece.front === "arc" && curve !== undefined) {
    addLeader(on, whole, say("drawing.front"), [pointAt(middle(curve), "front")]);
  }
  if (shape.kind === "drawing") byDrawing(on, shape, whole, say);
}

function pointAt(at: Point, field: string): Target {
  return { at, half: [0, 0], round: true, tags: { field } };
}

/** The middle of a stretch of the outline. */
function middle(one: Segment): Point {
  const x = (one.from[0] + one.to[0]) / 2;
  const y = (one.from[1] + one.to[1]) / 2;
  if (one.rx === 0) return [x, y];
  const across = (x - one.centre[0]) / one.rx;
  const up = (y - one.centre[1]) / one.ry;
  const length = Math.sqrt(across * across + up * up);
  return [one.centre[0] + (across / length) * one.rx, one.centre[1] + (up / length) * one.ry];
}

/** Every size of corner once: `4 × R50`. */
function nameCorners(on: Sheet, corners: readonly Corner[], whole: Outline, say: Say): void {
  const groups = new Map<string, Corner[]>();
  for (const corner of corners) {
    const size = lengthText(say, corner.asked_mm ?? corner.size_mm);
    const label = say(corner.kind === "radius" ? "drawing.radius" : "drawing.cut", { size });
    groups.set(label, [...(groups.get(label) ?? []), corner]);
  }
  for (const [label, group] of groups) {
    const places = group.flatMap((corner) => {
      const one = whole.find((segment) => segment.corner === corner.at);
      if (one === undefined) return [];
      const target = pointAt(middle(one), "shape.corners");
      return [
        corner.asked_mm ? { ...target, tags: { ...target.tags, wrong: true as const } } : target,
      ];
    });
    const count = group.length;
    addLeader(on, whole, count > 1 ? say("drawing.each", { count, label }) : label, places);
  }
}

function byDrawing(on: Sheet, shape: Shape, whole: Outline, say: Say): void {
  const text = say("drawing.by-drawing");
  const box: Box = { left: 0, top: 0, right: shape.width_mm, bottom: shape.height_mm };
  if (addWord(on, whole, text, grid(box))) return;
  addText(on, "note", text, [shape.width_mm / 2, shape.height_mm / 2], "middle");
}

export function nameZones(on: Sheet, piece: Piece, whole: Outline, say: Say): void {
  for (const zone of piece.zones) {
    const band = bandOf(piece.shape, zone);
    addWord(on, whole, zoneName(zone, say), grid(band), band);
  }
}

/** Places in a box, its middle first. */
function grid(box: Box): Point[] {
  const shares = [0.5, 0.35, 0.65, 0.2, 0.8];
  return shares.flatMap((down) =>
    shares.map(
      (across): Point => [
        box.left + (box.right - box.left) * across,
        box.top + (box.bottom - box.top) * down,
      ],
    ),
  );
}
