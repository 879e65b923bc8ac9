/** What a correction changed, in words: the server names fields by their dotted paths. */
import type { Change } from "@vitrazh/api";
import { day, type Kind, nameOf, size, type ValueOf } from "@vitrazh/words";
import type { ShownOrder } from "../../store/index.ts";
import { t, type Words } from "../../words.gen.ts";

export interface ChangeWords {
  key: string;
  /** Position of the item; null: of the order. */
  position: number | null;
  what: string;
  was: string;
  now: string;
}

type Id = Extract<keyof Words, `changes.${string}`>;
type Plain = { [K in Id]: Words[K] extends null ? K : never }[Id];

/** Fields whose value is a word of the trade. */
const KINDS: Readonly<Record<string, Kind>> = {
  urgency: "urgency",
  product: "product",
  material: "material",
  tint: "tint",
  back_film: "back-film",
  template: "template",
  front: "side",
  treatment: "treatment",
  face: "face",
  from_side: "side",
  side: "side",
  datum: "datum",
  purpose: "purpose",
  technique: "technique",
  on: "mounted-on",
  sketch_by: "sketch-by",
};

/** Single fields of an order, an item or a piece. */
const NAMES: Readonly<Record<string, Plain>> = {
  urgency: "changes.urgency",
  promised_on: "changes.promised",
  pickup_office_id: "changes.pickup",
  quantity: "changes.quantity",
  route: "changes.route",
  "piece.product": "changes.product",
  "piece.material": "changes.material",
  "piece.thickness_mm": "changes.thickness",
  "piece.tint": "changes.tint",
  "piece.pattern": "changes.pattern",
  "piece.tempered": "changes.tempered",
  "piece.front": "changes.front",
  "piece.drawing_id": "changes.drawing",
  "piece.replacement": "changes.replacement",
  "piece.shape.kind": "changes.shape",
  "piece.shape.width_mm": "changes.width",
  "piece.shape.height_mm": "changes.height",
  "piece.facet.width_mm": "changes.facet-width",
};

/** The last part of a path, where something stands before it. */
const TAILS: Readonly<Record<string, Plain>> = {
  x_mm: "changes.x",
  y_mm: "changes.y",
  diameter_mm: "changes.diameter",
  width_mm: "changes.width",
  height_mm: "changes.height",
  depth_mm: "changes.depth",
  radius_mm: "changes.radius",
  from_mm: "changes.from",
  to_mm: "changes.to",
  kind: "changes.kind",
  side: "changes.side",
  from_side: "changes.side",
  datum: "changes.datum",
  face: "changes.face",
  purpose: "changes.purpose",
  count: "changes.count",
  number: "changes.count",
  pattern_code: "changes.pattern",
};

/** Names a value of a list of the trade; one that we do not know stays as it came. */
function named(kind: Kind, value: string): string {
  const id = `${kind}.${value}`;
  const name = nameOf(kind, value as ValueOf<Kind>);
  return name === id ? value : name;
}

function whatOf(field: string): string {
  const name = NAMES[field];
  if (name) return t(name);
  const parts = field.split(".");
  const last = parts.at(-1) ?? "";
  const what = lower(t(TAILS[last] ?? "changes.other"));
  const number = Number(parts[2] ?? 0);
  if (field.startsWith("piece.edges.")) return t("changes.edge", { side: named("side", last) });
  if (field.startsWith("piece.shape.corners.")) {
    return t("changes.corner", { corner: named("corner", last) });
  }
  if (field.startsWith("piece.facet.")) return t("changes.facet-sides");
  if (field.startsWith("piece.holes.")) return t("changes.hole", { number, what });
  if (field.startsWith("piece.cutouts.")) return t("changes.cutout", { number, what });
  if (field.startsWith("piece.zones.")) return t("changes.zone", { number, what });
  if (field.startsWith("piece.stained_glass.")) return t("changes.stained", { what });
  if (field.startsWith("piece.mounting.")) return t("changes.mounting", { what });
  if (field.startsWith("piece.part.")) return t("changes.part", { what });
  return t("changes.other");
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);

function valueWords(field: string, value: string | null | undefined): string {
  if (value == null) return t("changes.none");
  const last = field.split(".").at(-1) ?? "";
  if (last === "promised_on") return day(value);
  if (last.endsWith("_mm")) return size(Number(value));
  if (last === "route")
    return value
      .split(", ")
      .map((shop) => named("shop", shop))
      .join(" → ");
  if (value === "True") return t("changes.yes");
  if (field === "piece.shape.kind") return named("shape", value);
  if (field.startsWith("piece.edges.")) return named("edge", value);
  if (field.startsWith("piece.facet.sides")) return named("side", value);
  if (field.startsWith("piece.shape.corners.")) return cornerOf(value);
  if (field.startsWith("piece.cutouts.") && last === "kind") return named("cutout", value);
  if (field.startsWith("piece.mounting.") && last === "kind") return named("mounting", value);
  const kind = KINDS[last];
  if (kind) return named(kind, value);
  // Ids mean nothing to a worker.
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? t("changes.changed-file") : value;
}

function cornerOf(value: string): string {
  const [kind = "", length = ""] = value.split(" ");
  return `${named("corner-kind", kind)}\u00a0${size(Number(length))}`;
}

/** Every change of a list in words. */
export function changeWords(changes: readonly Change[], order: ShownOrder): ChangeWords[] {
  return changes.map(({ item_id, field, old, new: now }) => {
    const item = order.items.find(({ id }) => id === item_id);
    const position = item?.position ?? null;
    const key = `${item_id} ${field}`;
    if (field === "item") {
      const what = t(now == null ? "changes.removed" : "changes.added");
      return { key, position, what, was: old ?? t("changes.none"), now: now ?? t("changes.none") };
    }
    return {
      key,
      position,
      what: whatOf(field),
      was: valueWords(field, old),
      now: valueWords(field, now),
    };
  });
}
