/** Holes and cut-outs as spots of the scene: where they are, how large, whether they can be. */
import { outlineOf, placed } from "./outline.ts";
import type { Cutout, Datum, Hole, Piece, Side } from "./piece.ts";
import { distance, inside, type Point, type Segment } from "./segments.ts";
import type { Of } from "./sheet.ts";

export interface Spot {
  of: Of;
  /** Its number in the list beside the drawing, holes first, from 1. */
  number: number;
  form: "round" | "box" | "notch" | "code";
  centre: Point;
  /** Half of its width and height; of a round one its radius, of a code 0. */
  half: Point;
  depth: number;
  radius: number;
  side: Side | null;
  code: string;
  wrong: boolean;
}

/** The rim of a disc of radius 1: twenty points with exact fractions. */
const RIM: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  ...[
    [3 / 5, 4 / 5],
    [4 / 5, 3 / 5],
    [5 / 13, 12 / 13],
    [12 / 13, 5 / 13],
  ].flatMap(([x = 0, y = 0]): Point[] => [
    [x, y],
    [-x, y],
    [x, -y],
    [-x, -y],
  ]),
];

/** All holes and cut-outs of the piece in the order of their lists. */
export function spotsOf(piece: Piece): Spot[] {
  const outline = outlineOf(piece.shape);
  const spots: Spot[] = [];
  piece.holes.forEach((hole, index) => {
    const spot = ofHole(piece, hole, index);
    const over = spots.some(
      (other) => distance(other.centre, spot.centre) < other.half[0] + spot.half[0] - 0.001,
    );
    spots.push({ ...spot, wrong: over || !fits(piece, outline, spot) });
  });
  piece.cutouts.forEach((cutout, index) => {
    const spot = ofCutout(piece, cutout, index);
    spots.push({ ...spot, wrong: !fits(piece, outline, spot) });
  });
  return spots;
}

function ofHole(piece: Piece, hole: Hole, index: number): Spot {
  const half = hole.diameter_mm / 2;
  return {
    of: { list: "holes", index },
    number: index + 1,
    form: "round",
    centre: placed(piece.shape, hole.datum, hole.x_mm, hole.y_mm),
    half: [half, half],
    depth: 0,
    radius: half,
    side: null,
    code: "",
    wrong: false,
  };
}

const FORMS = { round: "round", rectangular: "box", notch: "notch", catalogue: "code" } as const;

function ofCutout(piece: Piece, cutout: Cutout, index: number): Spot {
  const form = FORMS[cutout.kind];
  const upright = cutout.side !== "top" && cutout.side !== "bottom";
  const sizes: Record<Spot["form"], Point> = {
    round: [cutout.diameter_mm / 2, cutout.diameter_mm / 2],
    box: [cutout.width_mm / 2, cutout.height_mm / 2],
    notch: upright ? [0, cutout.width_mm / 2] : [cutout.width_mm / 2, 0],
    code: [0, 0],
  };
  const room =
    form === "notch" ? Math.min(cutout.width_mm / 2, cutout.depth_mm) : Math.min(...sizes[form]);
  return {
    of: { list: "cutouts", index },
    number: piece.holes.length + index + 1,
    form,
    centre: placed(piece.shape, cutout.datum, cutout.x_mm, cutout.y_mm),
    half: sizes[form],
    depth: cutout.depth_mm,
    radius: form === "round" ? sizes.round[0] : Math.max(0, Math.min(cutout.radius_mm, room)),
    side: cutout.side,
    code: cutout.catalogue_code,
    wrong: false,
  };
}

function fits(piece: Piece, outline: readonly Segment[], spot: Spot): boolean {
  const [x, y] = spot.centre;
  const [across, up] = spot.half;
  const holds = (points: readonly Point[]) =>
    points.every(([px, py]) => inside(outline, [x + px * across, y + py * up]));
  if (spot.form === "round") return holds(RIM);
  if (spot.form === "box") {
    return holds([
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ]);
  }
  if (spot.form === "code") return inside(outline, spot.centre);
  const [w, h] = [piece.shape.width_mm, piece.shape.height_mm];
  return isUpright(spot)
    ? up <= y && y <= h - up && spot.depth < w
    : across <= x && x <= w - across && spot.depth < h;
}

/** Whether the side it is open at runs up and down; a curve is taken at its left or right. */
export function isUpright(spot: Spot): boolean {
  return spot.side !== "top" && spot.side !== "bottom";
}

/** The corner (or the centre) that most positions are given from; all are shown from it. */
export function datumOf(piece: Piece): Datum | null {
  const counts = new Map<Datum, number>([["bottom-left", 0]]);
  for (const { datum } of [...piece.holes, ...piece.cutouts]) {
    counts.set(datum, (counts.get(datum) ?? 0) + 1);
  }
  let best: Datum | null = null;
  let most = 0;
  for (const [datum, count] of counts) {
    if (count > most) {
      best = datum;
      most = count;
    }
  }
  return best;
}
