/** Makes a half-filled form drawable: nothing here throws, what cannot be read is left out. */
import type {
  Corner,
  CornerAt,
  Cutout,
  CutoutKind,
  Datum,
  EdgeKind,
  Face,
  Film,
  Hole,
  Loose,
  Piece,
  PieceLike,
  Shape,
  ShapeKind,
  Side,
  StainedGlass,
  Technique,
  Treatment,
  Zone,
} from "./piece.ts";
import { SIDES } from "./piece.ts";

const MAX_MM = 100_000;
const KINDS: readonly ShapeKind[] = [
  "rectangle",
  "circle",
  "oval",
  "quarter-circle",
  "arch",
  "triangle",
  "trapezoid",
  "drawing",
];
const CORNERS: readonly CornerAt[] = ["top-left", "top-right", "bottom-left", "bottom-right"];
const DATUMS: readonly Datum[] = [...CORNERS, "centre"];
const EDGES: readonly EdgeKind[] = ["raw", "arrissed", "ground", "polished", "euro"];
const CUTOUTS: readonly CutoutKind[] = ["round", "rectangular", "notch", "catalogue"];
const TREATMENTS: readonly Treatment[] = ["matting", "matting-pattern", "paint", "print", "film"];
const TECHNIQUES: readonly Technique[] = ["overlay", "tiffany", "classic", "poured", "fusing"];
const ALL_SIDES: readonly Side[] = ["top", "right", "bottom", "left", "arc"];

/** A number that can be drawn, or null. */
function number(value: unknown): number | null {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof read !== "number" || !Number.isFinite(read)) return null;
  return Math.abs(read) > MAX_MM ? null : read;
}

function length(value: unknown): number | null {
  const read = number(value);
  return read !== null && read > 0 ? read : null;
}

function one<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.find((word) => word === value) ?? null;
}

function list<T, R>(values: readonly T[] | null | undefined, read: (value: T) => R | null): R[] {
  return (Array.isArray(values) ? values : []).flatMap((value) => {
    const found = value === null || value === undefined ? null : read(value);
    return found === null ? [] : [found];
  });
}

/** The piece with every number in place; lengths nobody has said are guessed and marked unknown. */
export function tidy(given: PieceLike): Piece {
  const said: Loose<Shape> = given.shape ?? {};
  const kind = one(KINDS, said.kind) ?? "rectangle";
  const box = boxOf(kind, said);
  const width_mm = box.width ?? box.height ?? 100;
  const height_mm =
    box.height ?? (box.width === null ? 75 : box.width * (kind === "rectangle" ? 0.75 : 1));
  const shape = inside({ kind, width_mm, height_mm }, said);
  const sides = SIDES[kind];
  return {
    shape,
    edges: list(given.edges, (edge) => {
      const [side, finish] = [one(sides, edge.side), one(EDGES, edge.kind)];
      return side && finish ? { side, kind: finish } : null;
    }),
    front: one(sides, given.front),
    facet: facet(given.facet, shape),
    holes: holes(given),
    cutouts: cutouts(given),
    zones: list(given.zones, zone),
    stained_glass: stained(given.stained_glass),
    unknown: { width: box.width === null, height: box.height === null },
  };
}

/** Width and height as far as they are said or follow from the shape's own numbers. */
function boxOf(
  kind: ShapeKind,
  said: Loose<Shape>,
): { width: number | null; height: number | null } {
  let width = length(said.width_mm);
  let height = length(said.height_mm);
  if (kind === "circle" || kind === "quarter-circle") {
    width ??= height;
    height = width;
  }
  const [side, rise] = [number(said.side_height_mm), length(said.rise_mm)];
  if (kind === "arch" && side !== null && rise !== null && side >= 0) height = side + rise;
  const [bottom, top] = [length(said.bottom_mm), length(said.top_mm)];
  if (kind === "trapezoid" && bottom !== null && top !== null) {
    const offset = number(said.top_offset_mm) ?? 0;
    width = Math.max(bottom, offset + top) - Math.min(0, offset);
  }
  return { width, height };
}

/** The shape's own numbers, held to what its box allows. */
function inside(box: Pick<Shape, "kind" | "width_mm" | "height_mm">, said: Loose<Shape>): Shape {
  const { kind, width_mm, height_mm } = box;
  const most = Math.min(width_mm / 2, height_mm);
  const rise = Math.min(length(said.rise_mm) ?? most / 2, most);
  const apex = Math.min(Math.max(number(said.apex_mm) ?? width_mm / 2, 0), width_mm);
  const bottom = length(said.bottom_mm);
  const top = length(said.top_mm);
  const slanted = kind === "trapezoid" && bottom !== null && top !== null;
  return {
    ...box,
    corners: kind === "rectangle" ? corners(said, width_mm, height_mm) : [],
    side_height_mm: height_mm - rise,
    rise_mm: rise,
    apex_mm: apex,
    bottom_mm: slanted ? bottom : width_mm,
    top_mm: slanted ? top : width_mm * 0.75,
    top_offset_mm: slanted ? (number(said.top_offset_mm) ?? 0) : 0,
  };
}

/** Corners that fit: shrunk together where they are too large for a side. */
function corners(said: Loose<Shape>, width: number, height: number): Corner[] {
  const seen = new Set<CornerAt>();
  const found = list(said.corners, (corner): Corner | null => {
    const [at, size] = [one(CORNERS, corner.at), length(corner.size_mm)];
    if (at === null || size === null || seen.has(at)) return null;
    seen.add(at);
    return { at, kind: one(["radius", "cut"] as const, corner.kind) ?? "radius", size_mm: size };
  });
  const size = (at: CornerAt) => found.find((corner) => corner.at === at)?.size_mm ?? 0;
  const [a, b, c, d] = [
    size("top-left"),
    size("top-right"),
    size("bottom-right"),
    size("bottom-left"),
  ];
  const shrink = Math.min(1, width / Math.max(a + b, c + d, 1), height / Math.max(b + c, a + d, 1));
  return shrink === 1
    ? found
    : found.map((corner) => ({
        ...corner,
        size_mm: corner.size_mm * shrink,
        asked_mm: corner.size_mm,
      }));
}

function facet(given: PieceLike["facet"], shape: Shape): Piece["facet"] {
  const width_mm = length(given?.width_mm);
  if (!given || width_mm === null) return null;
  const all = SIDES[shape.kind];
  const sides = list(given.sides, (side) => one(all, side));
  const fits = 2 * width_mm < Math.min(shape.width_mm, shape.height_mm);
  return fits && sides.length > 0 ? { width_mm, sides } : null;
}

/** Holes keep their places in the list: one that cannot be read yet is drawn as nothing. */
function holes(given: PieceLike): Hole[] {
  return list(given.holes, (hole) => ({
    diameter_mm: length(hole.diameter_mm) ?? 0,
    x_mm: number(hole.x_mm) ?? 0,
    y_mm: number(hole.y_mm) ?? 0,
    datum: one(DATUMS, hole.datum) ?? "bottom-left",
  }));
}

function cutouts(given: PieceLike): Cutout[] {
  return list(given.cutouts, (cutout) => {
    const kind = one(CUTOUTS, cutout.kind) ?? "round";
    return {
      kind,
      x_mm: number(cutout.x_mm) ?? 0,
      y_mm: number(cutout.y_mm) ?? 0,
      datum: one(DATUMS, cutout.datum) ?? "bottom-left",
      diameter_mm: length(cutout.diameter_mm) ?? 0,
      width_mm: length(cutout.width_mm) ?? 0,
      height_mm: length(cutout.height_mm) ?? 0,
      depth_mm: length(cutout.depth_mm) ?? 0,
      radius_mm: length(cutout.radius_mm) ?? 0,
      side: one(ALL_SIDES, cutout.side),
      catalogue_code: typeof cutout.catalogue_code === "string" ? cutout.catalogue_code : "",
    };
  });
}

function zone(given: Loose<Zone>): Zone | null {
  const treatment = one(TREATMENTS, given.treatment);
  if (treatment === null) return null;
  const [from, to] = [number(given.from_mm), number(given.to_mm)];
  const band = from !== null && to !== null && from < to;
  return {
    treatment,
    face: one<Face>(["front", "back"], given.face) ?? "front",
    from_mm: band ? from : null,
    to_mm: band ? to : null,
    from_side: one(ALL_SIDES, given.from_side) ?? "bottom",
    pattern_code: given.pattern_code ?? null,
    ral: given.ral ?? null,
  };
}

function stained(given: PieceLike["stained_glass"]): StainedGlass | null {
  const technique = one(TECHNIQUES, given?.technique);
  if (!given || technique === null) return null;
  const [columns, rows] = [length(given.tile_columns), length(given.tile_rows)];
  const tiled = columns !== null && rows !== null;
  return {
    technique,
    lead_width_mm: length(given.lead_width_mm),
    films: list(given.films, (film): Film | null =>
      film.colour
        ? {
            colour: film.colour,
            zones: list(film.zones, (value) => number(value)),
            texture: film.texture === "textured" ? "textured" : "smooth",
          }
        : null,
    ),
    palette: given.palette ?? null,
    mirrored_pair: given.mirrored_pair === true,
    tile_columns: tiled ? Math.floor(columns) : null,
    tile_rows: tiled ? Math.floor(rows) : null,
  };
}
