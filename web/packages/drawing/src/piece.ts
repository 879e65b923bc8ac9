/**
 * What the drawing needs of a piece: the published `Piece` without its trade facts.
 * `PieceLike` is what a half-filled form may hold: the API's `Piece` is one of them.
 */
export type ShapeKind =
  | "rectangle"
  | "circle"
  | "oval"
  | "quarter-circle"
  | "arch"
  | "triangle"
  | "trapezoid"
  | "drawing";
export type Side = "top" | "right" | "bottom" | "left" | "arc";
export type CornerAt = "top-left" | "top-right" | "bottom-left" | "bottom-right";
export type Datum = CornerAt | "centre";
export type EdgeKind = "raw" | "arrissed" | "ground" | "polished" | "euro";
export type CutoutKind = "round" | "rectangular" | "notch" | "catalogue";
export type Treatment = "matting" | "matting-pattern" | "paint" | "print" | "film";
export type Technique = "overlay" | "tiffany" | "classic" | "poured" | "fusing";
export type Face = "front" | "back";

export interface Corner {
  at: CornerAt;
  kind: "radius" | "cut";
  size_mm: number;
  /** What was asked for where it has no room: it is drawn smaller, and named so. */
  asked_mm?: number;
}

export interface Shape {
  kind: ShapeKind;
  width_mm: number;
  height_mm: number;
  corners: readonly Corner[];
  side_height_mm: number;
  rise_mm: number;
  apex_mm: number;
  bottom_mm: number;
  top_mm: number;
  top_offset_mm: number;
}

export interface Hole {
  diameter_mm: number;
  x_mm: number;
  y_mm: number;
  datum: Datum;
}

export interface Cutout {
  kind: CutoutKind;
  x_mm: number;
  y_mm: number;
  datum: Datum;
  diameter_mm: number;
  width_mm: number;
  height_mm: number;
  depth_mm: number;
  radius_mm: number;
  side: Side | null;
  catalogue_code: string;
}

export interface Zone {
  treatment: Treatment;
  face: Face;
  from_mm: number | null;
  to_mm: number | null;
  from_side: Side;
  pattern_code: string | null;
  ral: string | null;
}

export interface Film {
  colour: string;
  zones: readonly number[];
  texture: "smooth" | "textured";
}

export interface StainedGlass {
  technique: Technique;
  lead_width_mm: number | null;
  films: readonly Film[];
  palette: string | null;
  mirrored_pair: boolean;
  tile_columns: number | null;
  tile_rows: number | null;
}

/** A piece that can be drawn: every number is there, every list is a list. */
export interface Piece {
  shape: Shape;
  edges: readonly { side: Side; kind: EdgeKind }[];
  front: Side | null;
  facet: { width_mm: number; sides: readonly Side[] } | null;
  holes: readonly Hole[];
  cutouts: readonly Cutout[];
  zones: readonly Zone[];
  stained_glass: StainedGlass | null;
  /** Lengths of the bounding box that nobody has said yet: drawn in proportion, named "?". */
  unknown: { width: boolean; height: boolean };
}

type Maybe<T> = T | null | undefined;
/** Every field may be missing, null, or (in a form) still a text. */
export type Loose<T> = {
  readonly [K in keyof T]?: Maybe<
    T[K] extends readonly (infer Item)[]
      ? readonly (Item extends object ? Loose<Item> : Item)[]
      : T[K] extends number
        ? number | string
        : T[K] extends number | null
          ? number | string
          : T[K] extends object | null
            ? Loose<NonNullable<T[K]>>
            : T[K] extends string | null
              ? string
              : T[K]
  >;
};
export type PieceLike = Loose<Omit<Piece, "unknown">>;

/** Sides of each outline, clockwise from the top. */
export const SIDES: Readonly<Record<ShapeKind, readonly Side[]>> = {
  rectangle: ["top", "right", "bottom", "left"],
  trapezoid: ["top", "right", "bottom", "left"],
  circle: ["arc"],
  oval: ["arc"],
  drawing: ["arc"],
  "quarter-circle": ["bottom", "left", "arc"],
  arch: ["arc", "right", "bottom", "left"],
  triangle: ["right", "bottom", "left"],
};
