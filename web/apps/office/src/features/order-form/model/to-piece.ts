/**
 * The form's item as the server takes it. Shorthand (each corner, a pair, all sides) is written
 * out here, so that a refusal's place (`holes.3`) can be found again: `places` says whose it is.
 */
import type {
  CutoutIn,
  HoleIn,
  MountingIn,
  PartIn,
  PieceIn,
  Side,
  StainedGlassIn,
  ZoneIn,
} from "@vitrazh/api";
import { CORNERS, type HoleForm, type ItemForm, SIDES } from "./form.ts";
import { type Faults, Reading } from "./reading.ts";
import { cornersOf, shapeOf } from "./to-shape.ts";
import { zoneNumbers } from "./zone-numbers.ts";

/** As it is sent: no shorthand is left in it. */
export type WrittenPiece = Omit<PieceIn, "facet"> & {
  facet: { width_mm: number; sides: Side[] } | null;
};

export interface ReadItem {
  /** Unreadable numbers are null: fit for the drawing, and for sending when there are no faults. */
  piece: WrittenPiece;
  quantity: number;
  faults: Faults;
  /** Row of the form by the index of the hole that is sent. */
  holeRows: string[];
}

/** Turns a reference of the form into the id of an attachment; null while it is not uploaded. */
export type FileIds = (reference: string) => string | null;
const asIs: FileIds = (reference) => reference;

const THICKEST_MM = 500;
const POSITION = { least: -6000, most: 6000 };
const INWARDS = { least: 0, most: 6000 };

export function readItem(item: ItemForm, fileIds: FileIds = asIs): ReadItem {
  const reading = new Reading();
  const shape = shapeOf(item, reading);
  const { holes, holeRows } = holesOf(item.holes, reading);
  const file = (reference: string) => (reference === "" ? null : fileIds(reference));
  const piece: WrittenPiece = {
    product: item.product,
    material: item.material,
    thickness_mm: reading.mm("thickness", item.thickness, { most: THICKEST_MM }),
    shape: { ...shape, corners: cornersOf(item, reading) },
    tint: item.tint || null,
    pattern: reading.word("pattern", item.pattern),
    back_film: item.backFilm || null,
    tempered: item.tempered,
    edges: SIDES[item.kind].map((side) => ({ side, kind: item.edges[side] ?? item.edge })),
    front: item.front !== "" && SIDES[item.kind].includes(item.front) ? item.front : null,
    facet: facetOf(item, reading),
    holes,
    cutouts: item.cutouts.map((cutout) => cutoutOf(cutout, reading)),
    zones: item.zones.map((zone) => zoneOf(zone, reading, file)),
    stained_glass: item.glass && glassOf(item.glass, reading, file),
    mounting: item.mounting && mountingOf(item.mounting, reading),
    part: item.part && partOf(item.part, reading),
    template: item.template || null,
    drawing_id: file(item.drawing),
    replacement: item.replacement,
  };
  return {
    piece,
    quantity: reading.count("quantity", item.quantity),
    faults: reading.faults,
    holeRows,
  };
}

function facetOf(item: ItemForm, reading: Reading): WrittenPiece["facet"] {
  const width = reading.maybeMm("facet", item.facet);
  if (width === null) return null;
  const sides = item.facetSides === "all" ? SIDES[item.kind] : item.facetSides;
  return { width_mm: width, sides: sides.filter((side) => SIDES[item.kind].includes(side)) };
}

function holesOf(rows: HoleForm[], reading: Reading) {
  const holes: HoleIn[] = [];
  const holeRows: string[] = [];
  for (const row of rows) {
    for (const hole of written(row, reading)) {
      holes.push(hole);
      holeRows.push(row.key);
    }
  }
  return { holes, holeRows };
}

function written(row: HoleForm, reading: Reading): HoleIn[] {
  const at = `holes.${row.key}`;
  const diameter_mm = reading.mm(`${at}.diameter`, row.diameter);
  const purpose = row.purpose || null;
  if (row.how === "corners") {
    const inset = reading.mm(`${at}.x`, row.x, INWARDS);
    return CORNERS.map((datum) => ({ diameter_mm, x_mm: inset, y_mm: inset, datum, purpose }));
  }
  const limits = row.datum === "centre" ? POSITION : INWARDS;
  const x_mm = reading.mm(`${at}.x`, row.x, limits);
  const y_mm = reading.mm(`${at}.y`, row.y, limits);
  const first: HoleIn = { diameter_mm, x_mm, y_mm, datum: row.datum, purpose };
  if (row.how === "one") return [first];
  const across = reading.maybeMm(`${at}.across`, row.across, POSITION);
  const up = reading.maybeMm(`${at}.up`, row.up, POSITION);
  if (across === null && up === null) reading.mm(`${at}.across`, row.across || row.up, POSITION);
  return [first, { ...first, x_mm: x_mm + (across ?? 0), y_mm: y_mm + (up ?? 0) }];
}

function cutoutOf(row: ItemForm["cutouts"][number], reading: Reading): CutoutIn {
  const at = `cutouts.${row.key}`;
  const limits = row.datum === "centre" ? POSITION : INWARDS;
  const base = {
    kind: row.kind,
    x_mm: reading.mm(`${at}.x`, row.x, limits),
    y_mm: reading.mm(`${at}.y`, row.y, limits),
    datum: row.datum,
    purpose: row.purpose || null,
  };
  switch (row.kind) {
    case "round":
      return { ...base, diameter_mm: reading.mm(`${at}.diameter`, row.diameter) };
    case "rectangular":
      return {
        ...base,
        width_mm: reading.mm(`${at}.width`, row.width),
        height_mm: reading.mm(`${at}.height`, row.height),
        radius_mm: reading.maybeMm(`${at}.radius`, row.radius),
      };
    case "notch":
      return {
        ...base,
        width_mm: reading.mm(`${at}.width`, row.width),
        depth_mm: reading.mm(`${at}.depth`, row.depth),
        radius_mm: reading.maybeMm(`${at}.radius`, row.radius),
        side: row.side || (reading.needed(`${at}.side`, row.side) as never) || null,
      };
    case "catalogue":
      return {
        ...base,
        catalogue_code: reading.needed(`${at}.code`, row.code),
        side: row.side || null,
      };
  }
}

type File = (reference: string) => string | null;

function zoneOf(row: ItemForm["zones"][number], reading: Reading, file: File): ZoneIn {
  const at = `zones.${row.key}`;
  return {
    treatment: row.treatment,
    face: row.face,
    from_mm: reading.maybeMm(`${at}.from`, row.from, INWARDS),
    to_mm: reading.maybeMm(`${at}.to`, row.to, INWARDS),
    from_side: row.fromSide,
    pattern_code: reading.word(`${at}.pattern`, row.pattern),
    ral: reading.word(`${at}.ral`, row.ral.replace(/^\s*ral\s*/i, "")),
    drawing_id: file(row.drawing),
    shared_drawing: row.shared,
  };
}

function glassOf(
  glass: NonNullable<ItemForm["glass"]>,
  reading: Reading,
  file: File,
): StainedGlassIn {
  return {
    technique: glass.technique,
    lead_width_mm: reading.maybeMm("glass.lead", glass.lead, { most: 50 }),
    films: glass.films.map((film) => ({
      colour: reading.needed(`glass.films.${film.key}.colour`, film.colour),
      zones: zoneNumbers(film.zones, `glass.films.${film.key}.zones`, reading),
      texture: film.texture,
    })),
    palette: reading.word("glass.palette", glass.palette),
    sketch_by: glass.sketchBy || null,
    drawing_id: file(glass.drawing),
    mirrored_pair: glass.pair,
    tile_columns: reading.maybeCount("glass.columns", glass.columns),
    tile_rows: reading.maybeCount("glass.rows", glass.rows),
  };
}

function mountingOf(mounting: NonNullable<ItemForm["mounting"]>, reading: Reading): MountingIn {
  return {
    kind: mounting.kind,
    on: mounting.on || null,
    panel_thickness_mm: reading.maybeMm("mounting.panel", mounting.panel, { most: THICKEST_MM }),
    hardware_code: reading.word("mounting.code", mounting.code),
    count: reading.maybeCount("mounting.count", mounting.count),
    by_us: mounting.byUs,
  };
}

function partOf(part: NonNullable<ItemForm["part"]>, reading: Reading): PartIn {
  return {
    set_name: reading.needed("part.name", part.name),
    number: reading.count("part.number", part.number),
    count: reading.count("part.count", part.count),
    gap_mm: reading.maybeMm("part.gap", part.gap, INWARDS) ?? 0,
  };
}
