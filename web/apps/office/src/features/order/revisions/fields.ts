/**
 * What a correction changed, in words: every field path that the server names, and how its value is
 * said. A path that nobody has named here is shown as it came, so that nothing is hidden.
 */
import { nameOf, size } from "@vitrazh/words";
import { t, type Words } from "../../../words.gen.ts";

type Plain = { [Id in keyof Words]: Words[Id] extends null ? Id : never }[keyof Words];
type Word = Extract<Plain, `order.changed.${string}`>;
type Say = (value: string) => string;

interface Field {
  word: Word;
  say: Say;
}

const asIs: Say = (value) => value;
const mm: Say = (value) => size(Number(value));
const yes: Say = (value) => t(value === "True" ? "order.changed.yes" : "order.changed.no");
const file: Say = () => t("order.changed.no-file");

/** A value of a closed list; one that we do not know yet is shown as it came. */
function one(kind: string): Say {
  return (value) => {
    const said = nameOf(kind as "side", value as "top");
    return said === `${kind}.${value}` ? value : said;
  };
}

const OF_PIECE: Readonly<Record<string, Field>> = {
  product: { word: "order.changed.product", say: one("product") },
  material: { word: "order.changed.material", say: one("material") },
  thickness_mm: { word: "order.changed.thickness", say: mm },
  tint: { word: "order.changed.tint", say: one("tint") },
  pattern: { word: "order.changed.pattern", say: asIs },
  back_film: { word: "order.changed.back-film", say: one("back-film") },
  tempered: { word: "order.changed.tempered", say: yes },
  front: { word: "order.changed.front", say: one("side") },
  template: { word: "order.changed.template", say: one("template") },
  drawing_id: { word: "order.changed.drawing", say: file },
  replacement: { word: "order.changed.replacement", say: yes },
  "shape.kind": { word: "order.changed.shape", say: one("shape") },
  "shape.width_mm": { word: "order.changed.width", say: mm },
  "shape.height_mm": { word: "order.changed.height", say: mm },
  "shape.side_height_mm": { word: "order.changed.side-height", say: mm },
  "shape.rise_mm": { word: "order.changed.rise", say: mm },
  "shape.apex_mm": { word: "order.changed.apex", say: mm },
  "shape.bottom_mm": { word: "order.changed.bottom", say: mm },
  "shape.top_mm": { word: "order.changed.top", say: mm },
  "shape.top_offset_mm": { word: "order.changed.top-offset", say: mm },
  "facet.width_mm": { word: "order.changed.facet-width", say: mm },
  "stained_glass.technique": { word: "order.changed.technique", say: one("technique") },
  "stained_glass.lead_width_mm": { word: "order.changed.lead", say: mm },
  "stained_glass.palette": { word: "order.changed.palette", say: asIs },
  "stained_glass.sketch_by": { word: "order.changed.sketch-by", say: one("sketch-by") },
  "stained_glass.drawing_id": { word: "order.changed.sketch", say: file },
  "stained_glass.mirrored_pair": { word: "order.changed.mirrored", say: yes },
  "stained_glass.tile_columns": { word: "order.changed.tile-columns", say: asIs },
  "stained_glass.tile_rows": { word: "order.changed.tile-rows", say: asIs },
  "mounting.kind": { word: "order.changed.mounting", say: one("mounting") },
  "mounting.on": { word: "order.changed.mounted-on", say: one("mounted-on") },
  "mounting.panel_thickness_mm": { word: "order.changed.panel", say: mm },
  "mounting.hardware_code": { word: "order.changed.hardware", say: asIs },
  "mounting.count": { word: "order.changed.hardware-count", say: asIs },
  "mounting.by_us": { word: "order.changed.by-us", say: yes },
  "part.set_name": { word: "order.changed.set-name", say: asIs },
  "part.number": { word: "order.changed.part-number", say: asIs },
  "part.count": { word: "order.changed.part-count", say: asIs },
  "part.gap_mm": { word: "order.changed.gap", say: mm },
};

/** Fields of the things that are listed by number: holes, cut-outs, zones, films. */
const OF_NUMBERED: Readonly<Record<string, Field>> = {
  diameter_mm: { word: "order.changed.diameter", say: mm },
  x_mm: { word: "order.changed.x", say: mm },
  y_mm: { word: "order.changed.y", say: mm },
  datum: { word: "order.changed.datum", say: one("datum") },
  purpose: { word: "order.changed.purpose", say: one("purpose") },
  kind: { word: "order.changed.kind", say: one("cutout") },
  width_mm: { word: "order.changed.cut-width", say: mm },
  height_mm: { word: "order.changed.cut-height", say: mm },
  depth_mm: { word: "order.changed.depth", say: mm },
  radius_mm: { word: "order.changed.radius", say: mm },
  side: { word: "order.changed.side", say: one("side") },
  catalogue_code: { word: "order.changed.catalogue", say: asIs },
  treatment: { word: "order.changed.treatment", say: one("treatment") },
  face: { word: "order.changed.face", say: one("face") },
  from_mm: { word: "order.changed.from", say: mm },
  to_mm: { word: "order.changed.to", say: mm },
  from_side: { word: "order.changed.from-side", say: one("side") },
  pattern_code: { word: "order.changed.pattern-code", say: asIs },
  ral: { word: "order.changed.ral", say: asIs },
  drawing_id: { word: "order.changed.by-file", say: file },
  shared_drawing: { word: "order.changed.shared-drawing", say: yes },
  colour: { word: "order.changed.colour", say: asIs },
  texture: { word: "order.changed.texture", say: one("film-texture") },
};

const NUMBERED = {
  holes: "order.changed.hole",
  cutouts: "order.changed.cutout",
  zones: "order.changed.zone",
} as const;

export interface Said {
  name: string;
  say: Say;
}

function cornerSaid(value: string): string {
  const [kind, by] = value.split(" ");
  const how = kind === "cut" ? "order.changed.corner-cut" : "order.changed.corner-radius";
  return t(how, { size: size(Number(by)) });
}

function ofNumbered(path: string): Said | null {
  const listed = /^(holes|cutouts|zones)\.(\d+)\.(\w+)$/.exec(path);
  if (listed) {
    const [, list = "", number = "", last = ""] = listed;
    const field = OF_NUMBERED[last];
    if (!field) return null;
    const word = NUMBERED[list as keyof typeof NUMBERED];
    return { name: t(word, { number, what: t(field.word) }), say: field.say };
  }
  const film = /^stained_glass\.films\.(\d+)\.(\w+)(?:\.\d+)?$/.exec(path);
  if (!film) return null;
  const [, number = "", last = ""] = film;
  const field =
    last === "zones" ? { word: "order.changed.zones" as const, say: asIs } : OF_NUMBERED[last];
  return field
    ? { name: t("order.changed.film", { number, what: t(field.word) }), say: field.say }
    : null;
}

function ofPiece(path: string): Said | null {
  const known = OF_PIECE[path];
  if (known) return { name: t(known.word), say: known.say };
  const corner = /^shape\.corners\.(.+)$/.exec(path);
  if (corner?.[1]) {
    return { name: t("order.changed.corner", { at: one("corner")(corner[1]) }), say: cornerSaid };
  }
  const edge = /^edges\.(.+)$/.exec(path);
  if (edge?.[1]) {
    return { name: t("order.changed.edge", { side: one("side")(edge[1]) }), say: one("edge") };
  }
  if (/^facet\.sides\.\d+$/.test(path)) {
    return { name: t("order.changed.facet-side"), say: one("side") };
  }
  return ofNumbered(path);
}

interface Context {
  officeName: (id: string) => string;
  day: (date: string) => string;
}

/** Name of a field and how its values are said. */
export function fieldWords(path: string, { officeName, day }: Context): Said {
  switch (path) {
    case "item":
      return { name: t("order.changed.item"), say: asIs };
    case "quantity":
      return { name: t("order.changed.quantity"), say: asIs };
    case "route":
      return {
        name: t("order.changed.route"),
        say: (value) => value.split(", ").map(one("shop")).join(", "),
      };
    case "urgency":
      return { name: t("order.changed.urgency"), say: one("urgency") };
    case "promised_on":
      return { name: t("order.changed.promised-on"), say: day };
    case "pickup_office_id":
      return { name: t("order.changed.pickup"), say: (id) => officeName(id) || id };
    default:
      return ofPiece(path.replace(/^piece\./, "")) ?? { name: path, say: asIs };
  }
}
