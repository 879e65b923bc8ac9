/** A published piece as the form shows it: what belongs together is folded into one row again. */
import type { Edge, Hole, Piece, Side } from "@vitrazh/api";
import {
  blankCutout,
  blankFilm,
  blankGlass,
  blankHole,
  blankItem,
  blankZone,
  newKey,
} from "./blanks.ts";
import { CORNERS, type HoleForm, type ItemForm, SIDES } from "./form.ts";
import { zoneText } from "./zone-numbers.ts";

const text = (number: number | null | undefined) =>
  number === null || number === undefined ? "" : String(number);

export function formOf(piece: Piece, quantity: number, id: string | null): ItemForm {
  const item: ItemForm = {
    ...blankItem(),
    key: id ?? newKey(),
    id,
    quantity: text(quantity),
    product: piece.product,
    material: piece.material,
    thickness: text(piece.thickness_mm),
    front: piece.front ?? "",
    tint: piece.tint ?? "",
    pattern: piece.pattern ?? "",
    backFilm: piece.back_film ?? "",
    tempered: piece.tempered ?? false,
    template: piece.template ?? "",
    drawing: piece.drawing_id ?? "",
    replacement: piece.replacement ?? false,
    ...shapeText(piece),
    ...edgesText(piece),
    holes: foldHoles(piece.holes ?? []),
  };
  setCorners(item, piece);
  setSurfaces(item, piece);
  setTrade(item, piece);
  return item;
}

function shapeText({ shape }: Piece): Partial<ItemForm> {
  const { kind, width_mm, height_mm } = shape;
  switch (kind) {
    case "circle":
    case "quarter-circle":
      return { kind, size: text(width_mm) };
    case "arch":
      return {
        kind,
        width: text(width_mm),
        sideHeight: text(shape.side_height_mm),
        rise: text(shape.rise_mm),
      };
    case "trapezoid":
      return {
        kind,
        bottom: text(shape.bottom_mm),
        top: text(shape.top_mm),
        topOffset: text(shape.top_offset_mm),
        height: text(height_mm),
      };
    default:
      return { kind, size: `${width_mm}×${height_mm}`, apex: text(shape.apex_mm) };
  }
}

function setCorners(item: ItemForm, { shape }: Piece): void {
  const corners = shape.corners ?? [];
  const [first] = corners;
  const alike =
    corners.length === CORNERS.length &&
    corners.every((one) => one.kind === first?.kind && one.size_mm === first.size_mm);
  item.cornersAlike = alike || corners.length === 0;
  if (alike && first) item.corner = { kind: first.kind, size: text(first.size_mm) };
  if (alike) return;
  for (const one of corners) item.corners[one.at] = { kind: one.kind, size: text(one.size_mm) };
}

/** The edge that most sides have stands for all; the others are named. */
function edgesText(piece: Piece): Pick<ItemForm, "edge" | "edges" | "facet" | "facetSides"> {
  const sides = SIDES[piece.shape.kind];
  const given = new Map((piece.edges ?? []).map((one: Edge) => [one.side, one.kind]));
  const kinds = sides.map((side) => given.get(side) ?? "raw");
  const often = (kind: string) => kinds.filter((one) => one === kind).length;
  const edge = kinds.reduce(
    (best, kind) => (often(kind) > often(best) ? kind : best),
    kinds[0] ?? "raw",
  );
  const edges: ItemForm["edges"] = {};
  sides.forEach((side, index) => {
    const kind = kinds[index];
    if (kind !== undefined && kind !== edge) edges[side] = kind;
  });
  return {
    edge,
    edges,
    facet: text(piece.facet?.width_mm),
    facetSides: facetSides(piece.facet?.sides ?? [], sides),
  };
}

function facetSides(named: readonly Side[], all: readonly Side[]): "all" | Side[] {
  return named.length === 0 || named.join() === all.join() ? "all" : [...named];
}

function foldHoles(holes: readonly Hole[]): HoleForm[] {
  const rows: HoleForm[] = [];
  for (let index = 0; index < holes.length; ) {
    const [first, second] = [holes[index], holes[index + 1]];
    if (!first) break;
    const common = {
      diameter: text(first.diameter_mm),
      x: text(first.x_mm),
      y: text(first.y_mm),
      datum: first.datum ?? "bottom-left",
      purpose: first.purpose ?? "",
    } as const;
    if (isFourCorners(holes.slice(index, index + CORNERS.length))) {
      rows.push(blankHole({ ...common, how: "corners", datum: "bottom-left" }));
      index += CORNERS.length;
    } else if (second && isFellow(first, second)) {
      const across = second.x_mm - first.x_mm;
      const up = second.y_mm - first.y_mm;
      rows.push(
        blankHole({
          ...common,
          how: "pair",
          across: across ? text(across) : "",
          up: up ? text(up) : "",
        }),
      );
      index += 2;
    } else {
      rows.push(blankHole(common));
      index += 1;
    }
  }
  return rows;
}

function isFourCorners(four: readonly Hole[]): boolean {
  const [first] = four;
  return (
    four.length === CORNERS.length &&
    four.every(
      (hole, index) =>
        hole.datum === CORNERS[index] &&
        hole.diameter_mm === first?.diameter_mm &&
        (hole.purpose ?? null) === (first.purpose ?? null) &&
        hole.x_mm === first.x_mm &&
        hole.y_mm === first.x_mm,
    )
  );
}

/** On one line with it, further inwards: so people say a pair. */
function isFellow(first: Hole, second: Hole): boolean {
  const across = second.x_mm - first.x_mm;
  const up = second.y_mm - first.y_mm;
  return (
    first.diameter_mm === second.diameter_mm &&
    first.datum === second.datum &&
    (first.purpose ?? null) === (second.purpose ?? null) &&
    ((across === 0 && up > 0) || (up === 0 && across > 0))
  );
}

function setSurfaces(item: ItemForm, piece: Piece): void {
  item.cutouts = (piece.cutouts ?? []).map((one) =>
    blankCutout({
      kind: one.kind,
      x: text(one.x_mm),
      y: text(one.y_mm),
      datum: one.datum ?? "bottom-left",
      purpose: one.purpose ?? "",
      diameter: text(one.diameter_mm),
      width: text(one.width_mm),
      height: text(one.height_mm),
      depth: text(one.depth_mm),
      radius: text(one.radius_mm),
      side: one.side ?? "",
      code: one.catalogue_code ?? "",
    }),
  );
  item.zones = (piece.zones ?? []).map((one) =>
    blankZone({
      treatment: one.treatment,
      face: one.face,
      from: text(one.from_mm),
      to: text(one.to_mm),
      fromSide: one.from_side ?? "bottom",
      pattern: one.pattern_code ?? "",
      ral: one.ral ?? "",
      drawing: one.drawing_id ?? "",
      shared: one.shared_drawing ?? false,
    }),
  );
}

function setTrade(item: ItemForm, piece: Piece): void {
  const { stained_glass: glass, mounting, part } = piece;
  if (glass) {
    item.glass = blankGlass({
      technique: glass.technique,
      lead: text(glass.lead_width_mm),
      films: (glass.films ?? []).map((film) =>
        blankFilm({
          colour: film.colour,
          zones: zoneText(film.zones ?? []),
          texture: film.texture ?? "smooth",
        }),
      ),
      palette: glass.palette ?? "",
      sketchBy: glass.sketch_by ?? "",
      drawing: glass.drawing_id ?? "",
      pair: glass.mirrored_pair ?? false,
      columns: text(glass.tile_columns),
      rows: text(glass.tile_rows),
    });
  }
  if (mounting) {
    item.mounting = {
      kind: mounting.kind,
      on: mounting.on ?? "",
      panel: text(mounting.panel_thickness_mm),
      code: mounting.hardware_code ?? "",
      count: text(mounting.count),
      byUs: mounting.by_us ?? false,
    };
  }
  if (part) {
    item.part = {
      name: part.set_name,
      number: text(part.number),
      count: text(part.count),
      gap: part.gap_mm ? text(part.gap_mm) : "",
    };
  }
}
