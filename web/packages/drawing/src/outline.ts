/** The outline of a shape: y down, origin at the top left of its bounding box, millimetres. */
import type { Corner, CornerAt, Datum, Shape } from "./piece.ts";
import { arc, line, type Point, type Segment, same } from "./segments.ts";

/** Sides and corners clockwise from the top left, corners already rounded or cut. */
export function outlineOf(shape: Shape): Segment[] {
  const w = shape.width_mm;
  const h = shape.height_mm;
  switch (shape.kind) {
    case "rectangle":
      return rectangle(shape);
    case "circle":
    case "oval":
      return ellipse([w / 2, h / 2], w / 2, h / 2);
    case "quarter-circle":
      return [
        arc([0, 0], [w, h], [0, h], [w, h], "arc", null),
        line([w, h], [0, h], "bottom", null),
        line([0, h], [0, 0], "left", null),
      ];
    case "arch":
      return arch(shape);
    case "triangle":
      return polygon([shape.apex_mm, shape.apex_mm], [0, w], h);
    case "trapezoid": {
      const top = Math.max(0, shape.top_offset_mm);
      const bottom = Math.max(0, -shape.top_offset_mm);
      return polygon([top, top + shape.top_mm], [bottom, bottom + shape.bottom_mm], h);
    }
    case "drawing":
      return polygon([0, w], [0, w], h).map((one) => ({ ...one, side: "arc" }));
  }
}

function polygon(top: Point, bottom: Point, h: number): Segment[] {
  return [
    line([top[0], 0], [top[1], 0], "top", null),
    line([top[1], 0], [bottom[1], h], "right", null),
    line([bottom[1], h], [bottom[0], h], "bottom", null),
    line([bottom[0], h], [top[0], 0], "left", null),
  ].filter((one) => !same(one.from, one.to));
}

/** A full ellipse in four quarters, from the left over the top. */
export function ellipse(centre: Point, rx: number, ry: number): Segment[] {
  const [x, y] = centre;
  const ends: Point[] = [
    [x - rx, y],
    [x, y - ry],
    [x + rx, y],
    [x, y + ry],
  ];
  return ends.map((from, index) =>
    arc(from, ends[(index + 1) % 4] ?? from, centre, [rx, ry], "arc", null),
  );
}

function arch(shape: Shape): Segment[] {
  const w = shape.width_mm;
  const h = shape.height_mm;
  const rise = shape.rise_mm;
  const radius = (w * w + 4 * rise * rise) / (8 * rise);
  const centre: Point = [w / 2, radius];
  return [
    arc([0, rise], [w / 2, 0], centre, [radius, radius], "arc", null),
    arc([w / 2, 0], [w, rise], centre, [radius, radius], "arc", null),
    line([w, rise], [w, h], "right", null),
    line([w, h], [0, h], "bottom", null),
    line([0, h], [0, rise], "left", null),
  ].filter((one) => !same(one.from, one.to));
}

function rectangle(shape: Shape): Segment[] {
  const w = shape.width_mm;
  const h = shape.height_mm;
  const size = (at: CornerAt) => shape.corners.find((one) => one.at === at)?.size_mm ?? 0;
  const [a, b, c, d] = [
    size("top-left"),
    size("top-right"),
    size("bottom-right"),
    size("bottom-left"),
  ];
  const round = (at: CornerAt, from: Point, to: Point, centre: Point): Segment => {
    const kind: Corner["kind"] = shape.corners.find((one) => one.at === at)?.kind ?? "cut";
    const radius = size(at);
    if (kind === "cut") return line(from, to, null, at);
    return arc(from, to, centre, [radius, radius], null, at);
  };
  return [
    line([a, 0], [w - b, 0], "top", null),
    round("top-right", [w - b, 0], [w, b], [w - b, b]),
    line([w, b], [w, h - c], "right", null),
    round("bottom-right", [w, h - c], [w - c, h], [w - c, h - c]),
    line([w - c, h], [d, h], "bottom", null),
    round("bottom-left", [d, h], [0, h - d], [d, h - d]),
    line([0, h - d], [0, a], "left", null),
    round("top-left", [0, a], [a, 0], [a, a]),
  ].filter((one) => !same(one.from, one.to));
}

/** The two sides that meet at a corner of a rectangle, clockwise. */
export const MEETING: Readonly<
  Record<
    CornerAt,
    readonly ["top" | "right" | "bottom" | "left", "top" | "right" | "bottom" | "left"]
  >
> = {
  "top-left": ["left", "top"],
  "top-right": ["top", "right"],
  "bottom-right": ["right", "bottom"],
  "bottom-left": ["bottom", "left"],
};

/** A point given inwards from a datum, as a point of the scene. */
export function placed(shape: Shape, datum: Datum, x: number, y: number): Point {
  const w = shape.width_mm;
  const h = shape.height_mm;
  if (datum === "centre") return [w / 2 + x, h / 2 - y];
  const right = datum === "top-right" || datum === "bottom-right";
  const top = datum === "top-left" || datum === "top-right";
  return [right ? w - x : x, top ? y : h - y];
}

/** Where positions from this datum begin. */
export function zeroOf(shape: Shape, datum: Datum): Point {
  return placed(shape, datum, 0, 0);
}
