/** Names of what was changed, and of its values: `Отверстие 2, ⌀`, `полированная`. */
import { day, type Kind, nameOf } from "@vitrazh/words";
import { t, type Words } from "../../../words.gen.ts";

type Said<Id> = Id extends `order-form.say.${infer Name}` ? Name : never;
type Segment = Said<keyof Words>;

const SEGMENTS: Readonly<Record<Segment, true>> = {
  product: true,
  material: true,
  thickness_mm: true,
  kind: true,
  shape: true,
  width_mm: true,
  height_mm: true,
  corners: true,
  side_height_mm: true,
  rise_mm: true,
  apex_mm: true,
  bottom_mm: true,
  top_mm: true,
  top_offset_mm: true,
  tint: true,
  pattern: true,
  back_film: true,
  tempered: true,
  edges: true,
  front: true,
  facet: true,
  sides: true,
  holes: true,
  cutouts: true,
  zones: true,
  diameter_mm: true,
  x_mm: true,
  y_mm: true,
  datum: true,
  purpose: true,
  depth_mm: true,
  radius_mm: true,
  side: true,
  catalogue_code: true,
  treatment: true,
  face: true,
  from_mm: true,
  to_mm: true,
  from_side: true,
  pattern_code: true,
  ral: true,
  drawing_id: true,
  shared_drawing: true,
  stained_glass: true,
  technique: true,
  lead_width_mm: true,
  films: true,
  colour: true,
  texture: true,
  palette: true,
  sketch_by: true,
  mirrored_pair: true,
  tile_columns: true,
  tile_rows: true,
  mounting: true,
  on: true,
  panel_thickness_mm: true,
  hardware_code: true,
  count: true,
  by_us: true,
  part: true,
  set_name: true,
  number: true,
  gap_mm: true,
  template: true,
  replacement: true,
  quantity: true,
  urgency: true,
  promised_on: true,
  pickup_office_id: true,
  manager_id: true,
  client_id: true,
  item: true,
  size: true,
};

/** Lists of the trade by the last segment of a path; `kind` is another list in each part. */
const LISTS: Readonly<Record<string, Kind>> = {
  product: "product",
  material: "material",
  tint: "tint",
  back_film: "back-film",
  front: "side",
  side: "side",
  from_side: "side",
  datum: "datum",
  purpose: "purpose",
  treatment: "treatment",
  face: "face",
  technique: "technique",
  texture: "film-texture",
  sketch_by: "sketch-by",
  on: "mounted-on",
  template: "template",
  urgency: "urgency",
  "shape.kind": "shape",
  "cutouts.kind": "cutout",
  "mounting.kind": "mounting",
};

/** `holes.2.x_mm` → `Отверстие 2, по горизонтали`. */
export function fieldName(path: string): string {
  const parts = path.split(".");
  const [head = "", second = ""] = parts;
  if (head === "edges") return t("order-form.edge-of", { side: listed("side", second) });
  const corner = /^shape\.corners\.(.+)$/.exec(path)?.[1];
  if (corner) return t("order-form.corner-of", { corner: listed("corner", corner) });
  const said = parts.filter((part) => part !== "shape" || parts.length === 1);
  const words: string[] = [];
  for (const part of said) {
    if (/^\d+$/.test(part)) words.push(`${words.pop() ?? ""}\u00a0${part}`);
    else words.push(part in SEGMENTS ? t(`order-form.say.${part as Segment}`) : part);
  }
  return words.map((word, index) => (index ? lowered(word) : word)).join(", ");
}

/** Inside a line a name begins small; RAL stays as it is. */
function lowered(word: string): string {
  return word === word.toUpperCase() ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

/** Fields of the form that are called otherwise than what is sent. */
export function fieldOfForm(path: string): string {
  if (path === "size" || path === "width" || path === "height") {
    return t(
      `order-form.say.${path === "size" ? "size" : path === "width" ? "width_mm" : "height_mm"}`,
    );
  }
  return fieldName(path);
}

/** A value in words; what has no name stays as it is. */
export function valueName(path: string, value: string): string {
  const parts = path.split(".").filter((part) => !/^\d+$/.test(part));
  const last = parts.at(-1) ?? "";
  if (path.startsWith("edges.")) return listed("edge", value);
  if (path.startsWith("shape.corners.")) {
    const [kind = "", size = ""] = value.split(" ");
    return `${listed("corner-kind", kind)} ${size}`;
  }
  if (path.startsWith("facet.sides")) return listed("side", value);
  if (last === "promised_on") return day(value);
  if (value === "true") return t("order-form.yes");
  if (last.endsWith("_mm")) return `${value}\u00a0${t("order-form.mm")}`;
  const list = LISTS[parts.slice(-2).join(".")] ?? LISTS[last];
  return list ? listed(list, value) : value;
}

function listed(kind: Kind, value: string): string {
  return nameOf(kind, value as never);
}
