/** Where a refusal of the server belongs in the form: `items.0.piece.holes.3.x_mm` → its field. */
import type { FieldFault as ServerFault } from "@vitrazh/api";
import { type FieldFault, readingOf } from "./content.ts";
import type { ItemForm, OrderForm } from "./form.ts";

type Loc = readonly (string | number)[];

const ORDER_FIELDS: Readonly<Record<string, string>> = {
  client_id: "client",
  office_id: "office",
  pickup_office_id: "pickup",
  manager_id: "manager",
  urgency: "urgency",
  promised_on: "promisedOn",
  price: "price",
  items: "items",
};
const PIECE_FIELDS: Readonly<Record<string, string>> = {
  product: "product",
  material: "material",
  thickness_mm: "thickness",
  tint: "tint",
  pattern: "pattern",
  back_film: "backFilm",
  tempered: "tempered",
  edges: "edges",
  front: "front",
  template: "template",
  drawing_id: "drawing",
  replacement: "replacement",
};
const SHAPE_FIELDS: Readonly<Record<string, string>> = {
  side_height_mm: "sideHeight",
  rise_mm: "rise",
  apex_mm: "apex",
  bottom_mm: "bottom",
  top_mm: "top",
  top_offset_mm: "topOffset",
};
const ROW_FIELDS: Readonly<Record<string, string>> = {
  diameter_mm: "diameter",
  x_mm: "x",
  y_mm: "y",
  width_mm: "width",
  height_mm: "height",
  depth_mm: "depth",
  radius_mm: "radius",
  catalogue_code: "code",
  from_mm: "from",
  to_mm: "to",
  from_side: "fromSide",
  pattern_code: "pattern",
  drawing_id: "drawing",
};
const TRADE_FIELDS: Readonly<Record<string, string>> = {
  lead_width_mm: "lead",
  sketch_by: "sketchBy",
  drawing_id: "drawing",
  mirrored_pair: "pair",
  tile_columns: "columns",
  tile_rows: "rows",
  panel_thickness_mm: "panel",
  hardware_code: "code",
  set_name: "name",
  gap_mm: "gap",
};

/** Each refusal at its field; what has no field of its own stands at the order. */
export function placedFaults(faults: readonly ServerFault[], form: OrderForm): FieldFault[] {
  return faults.map((fault) => ({ ...placeOf(fault.loc, form), sentence: fault.message }));
}

function placeOf(loc: Loc, form: OrderForm): { item: string | null; path: string } {
  const [head, index, part, ...rest] = loc;
  const item = head === "items" && typeof index === "number" ? form.items[index] : undefined;
  if (!item) return { item: null, path: ORDER_FIELDS[String(head)] ?? "order" };
  const path = part === "piece" ? pathInPiece(rest, item) : "quantity";
  return { item: item.key, path };
}

function pathInPiece([head, ...rest]: Loc, item: ItemForm): string {
  const [first, second] = rest;
  switch (head) {
    case "shape":
      return shapePath(rest, item);
    case "facet":
      return first === "sides" ? "facetSides" : "facet";
    case "holes":
      return rowPath("holes", readingOf(item).holeRows[Number(first)], second);
    case "cutouts":
      return rowPath("cutouts", item.cutouts[Number(first)]?.key, second);
    case "zones":
      return rowPath("zones", item.zones[Number(first)]?.key, second);
    case "stained_glass":
      if (first === "films") return filmPath(rest, item);
      return `glass.${TRADE_FIELDS[String(first)] ?? String(first ?? "technique")}`;
    case "mounting":
    case "part":
      return `${head}.${TRADE_FIELDS[String(first)] ?? String(first ?? "kind")}`;
    default:
      return PIECE_FIELDS[String(head)] ?? "product";
  }
}

function shapePath([name, index]: Loc, item: ItemForm): string {
  if (name === "corners") {
    const sent = readingOf(item).piece.shape.corners?.[Number(index)];
    if (item.cornersAlike || !sent) return "corner";
    return `corners.${sent.at}`;
  }
  const own = SHAPE_FIELDS[String(name)];
  if (own) return own;
  if (item.kind === "arch") return name === "height_mm" ? "sideHeight" : "width";
  if (item.kind === "trapezoid") return name === "height_mm" ? "height" : "bottom";
  return "size";
}

function rowPath(
  list: string,
  key: string | undefined,
  field: string | number | undefined,
): string {
  if (key === undefined) return list;
  if (field === undefined) return `${list}.${key}`;
  return `${list}.${key}.${ROW_FIELDS[String(field)] ?? String(field)}`;
}

function filmPath([, index, field]: Loc, item: ItemForm): string {
  const key = item.glass?.films[Number(index)]?.key;
  return key === undefined ? "glass.films" : `glass.films.${key}.${String(field ?? "colour")}`;
}

const NAMED: Readonly<Record<string, string>> = Object.fromEntries(
  [PIECE_FIELDS, SHAPE_FIELDS, ROW_FIELDS].flatMap((fields) =>
    Object.entries(fields).map(([sent, path]) => [path, sent]),
  ),
);
const TRADE_NAMED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TRADE_FIELDS).map(([sent, path]) => [path, sent]),
);

/** The published name of a form's field: `cutouts.<key>.x` → `cutouts.1.x_mm`. */
export function sentPath(path: string, item: ItemForm): string {
  const [head = "", second = "", ...rest] = path.split(".");
  if (head === "holes" || head === "cutouts" || head === "zones") {
    const index = item[head].findIndex((row) => row.key === second);
    return [head, index + 1, ...rest.map((part) => NAMED[part] ?? part)].join(".");
  }
  if (head === "corner" || head === "corners") {
    return second ? `shape.corners.${second}` : "corners";
  }
  if (head === "glass" && second === "films") {
    const index = item.glass?.films.findIndex((film) => film.key === rest[0]) ?? 0;
    return ["films", index + 1, ...rest.slice(1)].join(".");
  }
  if (second)
    return `${head === "glass" ? "stained_glass" : head}.${TRADE_NAMED[second] ?? second}`;
  if (head === "facet") return "facet";
  return NAMED[head] ?? head;
}
