/** A piece in words, line by line, as a manager would read it to a cutter over the telephone. */
import type { ServicesOrdersWorkordersSchemasOrdersItemOut as Item } from "@vitrazh/api";
import { language, nameOf, size } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";

type Piece = Item["piece"];
type Shape = Piece["shape"];
type Side = NonNullable<Piece["front"]>;

export interface Line {
  key: string;
  label: string;
  values: string[];
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
const compact = (parts: (string | null | false | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part));

/** `Зеркало 800×1200`, as the server names it, in the language of the screen. */
export function itemName(item: Item): string {
  return language() === "ru" ? item.name.ru : item.name.en;
}

export function sizeWords({ shape, thickness_mm: thickness }: Piece): string {
  if (shape.kind === "circle") return `⌀${size(shape.width_mm, thickness)}`;
  if (shape.kind === "quarter-circle") return `R${size(shape.width_mm, thickness)}`;
  return size(shape.width_mm, shape.height_mm, thickness);
}

function shapeWords(shape: Shape): string[] {
  const of = (length: number | null | undefined) => (length == null ? "" : size(length));
  return compact([
    nameOf("shape", shape.kind),
    shape.side_height_mm != null && t("order.piece.straight", { size: of(shape.side_height_mm) }),
    shape.rise_mm != null && t("order.piece.rise", { size: of(shape.rise_mm) }),
    shape.apex_mm != null && t("order.piece.apex", { size: of(shape.apex_mm) }),
    shape.bottom_mm != null &&
      t("order.piece.bottom-top", { bottom: of(shape.bottom_mm), top: of(shape.top_mm) }),
    Boolean(shape.top_offset_mm) && t("order.piece.offset", { size: of(shape.top_offset_mm) }),
  ]);
}

function cornerWords(shape: Shape): string[] {
  return (shape.corners ?? []).map(({ at, kind, size_mm: by }) => {
    const what = kind === "radius" ? "order.piece.radius" : "order.piece.cut";
    return `${nameOf("corner", at)}: ${t(what, { size: size(by) })}`;
  });
}

function sidesWords(sides: readonly Side[], all: number): string {
  if (sides.length === all) return t("order.piece.all-sides");
  return sides.map((side) => nameOf("side", side)).join(", ");
}

function edgeWords(piece: Piece): string[] {
  const edges = piece.edges ?? [];
  const kinds = [...new Set(edges.map((edge) => edge.kind))].sort(
    (one, other) => Number(one === "raw") - Number(other === "raw"),
  );
  return kinds.map((kind) => {
    const sides = edges.filter((edge) => edge.kind === kind).map((edge) => edge.side);
    return `${nameOf("edge", kind)}: ${sidesWords(sides, edges.length)}`;
  });
}

function glassWords(piece: Piece): string {
  return compact([
    nameOf("material", piece.material),
    piece.tint && nameOf("tint", piece.tint),
    piece.pattern && t("order.piece.pattern", { name: piece.pattern }),
    piece.tempered && t("order.piece.tempered"),
    piece.back_film && lower(nameOf("back-film", piece.back_film)),
  ]).join(", ");
}

function zoneWords(piece: Piece): string[] {
  return (piece.zones ?? []).map((zone) => {
    const whole = zone.from_mm == null && zone.to_mm == null;
    const band = t("order.piece.band", {
      from: zone.from_mm ?? 0,
      to: size(zone.to_mm ?? 0),
      side: nameOf("side", zone.from_side ?? "bottom"),
    });
    return compact([
      `${nameOf("treatment", zone.treatment)}, ${nameOf("face", zone.face)}`,
      whole ? t("order.piece.whole-face") : band,
      zone.pattern_code && t("order.piece.catalogue", { code: zone.pattern_code }),
      zone.ral && t("order.piece.ral", { code: zone.ral.replace(/^RAL\s*/i, "") }),
      zone.drawing_id && t("order.piece.by-file"),
      zone.shared_drawing && t("order.piece.shared-drawing"),
    ]).join(", ");
  });
}

function stainedWords(piece: Piece): string[] {
  const glass = piece.stained_glass;
  if (!glass) return [];
  const films = (glass.films ?? []).map((film) => {
    const about = {
      colour: film.colour,
      texture: nameOf("film-texture", film.texture ?? "smooth"),
    };
    const zones = film.zones ?? [];
    return zones.length
      ? t("order.piece.film", { ...about, zones: zones.join(", ") })
      : t("order.piece.film-all", about);
  });
  return compact([
    nameOf("technique", glass.technique),
    glass.lead_width_mm != null && t("order.piece.lead", { size: size(glass.lead_width_mm) }),
    glass.palette && t("order.piece.palette", { name: glass.palette }),
    glass.sketch_by && nameOf("sketch-by", glass.sketch_by),
    glass.mirrored_pair && t("order.piece.mirrored"),
    glass.tile_columns != null &&
      glass.tile_rows != null &&
      t("order.piece.tiles", { columns: glass.tile_columns, rows: glass.tile_rows }),
    ...films,
  ]);
}

function mountingWords(piece: Piece): string {
  const held = piece.mounting;
  if (!held) return "";
  const kind = nameOf("mounting", held.kind);
  return compact([
    held.count == null ? kind : `${kind} × ${held.count}`,
    held.on && nameOf("mounted-on", held.on),
    held.panel_thickness_mm != null &&
      t("order.piece.panel", { size: size(held.panel_thickness_mm) }),
    held.hardware_code && t("order.piece.hardware", { code: held.hardware_code }),
    held.by_us && t("order.piece.by-us"),
  ]).join(", ");
}

function partWords(piece: Piece): string {
  const part = piece.part;
  if (!part) return "";
  return compact([
    t("order.piece.part-of", { name: part.set_name, number: part.number, count: part.count }),
    Boolean(part.gap_mm) && t("order.piece.gap", { size: size(part.gap_mm) }),
  ]).join(", ");
}

/** Everything that is said of a piece but its holes and cut-outs, which are a table. */
export function pieceLines(piece: Piece): Line[] {
  const all = piece.edges?.length ?? 0;
  const plain = piece.shape.kind === "rectangle";
  const facet = piece.facet
    ? `${size(piece.facet.width_mm)}: ${sidesWords(piece.facet.sides, all)}`
    : "";
  const lines: Line[] = [
    { key: "size", label: t("order.piece.size"), values: [sizeWords(piece)] },
    { key: "glass", label: t("order.piece.glass"), values: [glassWords(piece)] },
    {
      key: "shape",
      label: t("order.piece.shape"),
      values: plain ? [] : [shapeWords(piece.shape).join(", ")],
    },
    { key: "corners", label: t("order.piece.corners"), values: cornerWords(piece.shape) },
    { key: "edges", label: t("order.piece.edges"), values: edgeWords(piece) },
    { key: "facet", label: t("order.piece.facet"), values: compact([facet]) },
    {
      key: "front",
      label: t("order.piece.front"),
      values: piece.front ? [nameOf("side", piece.front)] : [],
    },
    { key: "zones", label: t("order.piece.zones"), values: zoneWords(piece) },
    { key: "glass-art", label: t("order.piece.stained-glass"), values: stainedWords(piece) },
    { key: "mounting", label: t("order.piece.mounting"), values: compact([mountingWords(piece)]) },
    { key: "part", label: t("order.piece.part"), values: compact([partWords(piece)]) },
    {
      key: "template",
      label: t("order.piece.template"),
      values: piece.template ? [nameOf("template", piece.template)] : [],
    },
    {
      key: "notes",
      label: t("order.piece.notes"),
      values: piece.replacement ? [t("order.piece.replacement")] : [],
    },
  ];
  return lines.filter((line) => line.values.length > 0);
}
