/** A piece in words, as a cutter wants to hear it. */
import { nameOf, shared, size } from "@vitrazh/words";
import type { Item } from "../../store/index.ts";
import { t } from "../../words.gen.ts";

type Piece = Item["piece"];
export interface Line {
  key: string;
  label: string;
  values: string[];
}

const compact = (parts: (string | null | false | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part));
const lower = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** `4 шт.` */
export function pieces(count: number): string {
  return shared("shared.pieces", { count }).replace(" ", "\u00a0");
}

/** `600 × 900`, without thickness and unit: the biggest letters on the screen. */
export function outlineSize({ shape }: Piece): string {
  if (shape.kind === "circle") return `⌀\u00a0${shape.width_mm}`;
  if (shape.kind === "quarter-circle") return `R\u00a0${shape.width_mm}`;
  return `${shape.width_mm}\u00a0×\u00a0${shape.height_mm}`;
}

export function sizeWords(piece: Piece): string {
  const { shape, thickness_mm: thickness } = piece;
  if (shape.kind === "circle") return `⌀\u00a0${size(shape.width_mm, thickness)}`;
  if (shape.kind === "quarter-circle") return `R\u00a0${size(shape.width_mm, thickness)}`;
  return size(shape.width_mm, shape.height_mm, thickness);
}

export function glassWords(piece: Piece): string {
  return compact([
    nameOf("material", piece.material),
    piece.tint && nameOf("tint", piece.tint),
    piece.pattern && t("piece.pattern", { name: piece.pattern }),
    piece.tempered && t("piece.tempered"),
    piece.back_film && lower(nameOf("back-film", piece.back_film)),
  ]).join(", ");
}

function shapeWords({ shape }: Piece): string[] {
  if (shape.kind === "rectangle") return [];
  const of = (length: number | null | undefined) => size(length ?? 0);
  return compact([
    nameOf("shape", shape.kind),
    shape.side_height_mm != null && t("piece.side-height", { size: of(shape.side_height_mm) }),
    shape.rise_mm != null && t("piece.rise", { size: of(shape.rise_mm) }),
    shape.apex_mm != null && t("piece.apex", { size: of(shape.apex_mm) }),
    shape.bottom_mm != null && t("piece.bottom", { size: of(shape.bottom_mm) }),
    shape.top_mm != null && t("piece.top", { size: of(shape.top_mm) }),
    Boolean(shape.top_offset_mm) && t("piece.offset", { size: of(shape.top_offset_mm) }),
  ]);
}

function onSides(sides: readonly (Piece["front"] & string)[], all: number): string {
  if (all > 0 && sides.length === all) return t("piece.all-sides");
  return sides.map((side) => nameOf("side", side)).join(", ");
}

export function edgeWords(piece: Piece): string[] {
  const edges = piece.edges ?? [];
  return [...new Set(edges.map(({ kind }) => kind))].map((kind) => {
    const sides = edges.filter((edge) => edge.kind === kind).map(({ side }) => side);
    return `${nameOf("edge", kind)}: ${onSides(sides, edges.length)}`;
  });
}

function cornerWords({ shape }: Piece): string[] {
  return (shape.corners ?? []).map(({ at, kind, size_mm }) => {
    const words = kind === "radius" ? "piece.radius" : "piece.cut";
    return `${nameOf("corner", at)}: ${t(words, { size: size(size_mm) })}`;
  });
}

function zoneWords(piece: Piece): string[] {
  return (piece.zones ?? []).map((zone) =>
    compact([
      nameOf("treatment", zone.treatment),
      nameOf("face", zone.face),
      zone.from_mm == null && zone.to_mm == null
        ? t("piece.whole-face")
        : t("piece.band", {
            from: zone.from_mm ?? 0,
            to: size(zone.to_mm ?? 0),
            side: nameOf("side", zone.from_side ?? "bottom"),
          }),
      zone.pattern_code && t("piece.code", { code: zone.pattern_code }),
      zone.ral && t("piece.ral", { code: zone.ral.replace(/^RAL\s*/i, "") }),
      zone.drawing_id && t("piece.by-file"),
      zone.shared_drawing && t("piece.shared-drawing"),
    ]).join(", "),
  );
}

function stainedWords({ stained_glass: glass }: Piece): string[] {
  if (!glass) return [];
  const films = (glass.films ?? []).map(({ colour, texture, zones = [] }) => {
    const about = { colour, texture: nameOf("film-texture", texture ?? "smooth") };
    return zones.length > 0
      ? t("piece.film", { ...about, zones: zones.join(", ") })
      : t("piece.film-all", about);
  });
  return compact([
    nameOf("technique", glass.technique),
    glass.lead_width_mm != null && t("piece.lead", { size: size(glass.lead_width_mm) }),
    glass.palette && t("piece.palette", { name: glass.palette }),
    glass.sketch_by && nameOf("sketch-by", glass.sketch_by),
    glass.mirrored_pair && t("piece.mirrored"),
    glass.tile_columns != null &&
      t("piece.tiles", { columns: glass.tile_columns, rows: glass.tile_rows ?? 1 }),
    ...films,
  ]);
}

function mountingWords({ mounting }: Piece): string[] {
  if (!mounting) return [];
  const kind = nameOf("mounting", mounting.kind);
  return compact([
    mounting.count == null ? kind : `${kind}\u00a0×\u00a0${mounting.count}`,
    mounting.on && nameOf("mounted-on", mounting.on),
    mounting.panel_thickness_mm != null &&
      t("piece.panel", { size: size(mounting.panel_thickness_mm) }),
    mounting.hardware_code && t("piece.hardware", { code: mounting.hardware_code }),
    mounting.by_us && t("piece.by-us"),
  ]);
}

function partWords({ part }: Piece): string[] {
  if (!part) return [];
  return compact([
    t("piece.part-of", { name: part.set_name, number: part.number, count: part.count }),
    Boolean(part.gap_mm) && t("piece.gap", { size: size(part.gap_mm) }),
  ]);
}

/** Everything that is said of a line but its size, its glass and its holes. */
export function pieceLines({ piece, route }: Item): Line[] {
  const { facet } = piece;
  const all = piece.edges?.length ?? 0;
  const bevel = facet && [`${size(facet.width_mm)}: ${onSides(facet.sides, all)}`];
  const path = route.length > 1 ? [route.map((shop) => nameOf("shop", shop)).join(" → ")] : [];
  const lines: Line[] = [
    { key: "edges", label: t("piece.edges"), values: edgeWords(piece) },
    { key: "facet", label: t("piece.facet"), values: bevel ?? [] },
    { key: "shape", label: t("piece.shape"), values: compact([shapeWords(piece).join(", ")]) },
    { key: "corners", label: t("piece.corners"), values: cornerWords(piece) },
    { key: "zones", label: t("piece.zones"), values: zoneWords(piece) },
    { key: "stained", label: t("piece.stained"), values: stainedWords(piece) },
    {
      key: "front",
      label: t("piece.front"),
      values: piece.front ? [nameOf("side", piece.front)] : [],
    },
    {
      key: "template",
      label: t("piece.template"),
      values: piece.template ? [nameOf("template", piece.template)] : [],
    },
    {
      key: "mounting",
      label: t("piece.mounting"),
      values: compact([mountingWords(piece).join(", ")]),
    },
    { key: "part", label: t("piece.part"), values: compact([partWords(piece).join(", ")]) },
    { key: "route", label: t("piece.route"), values: path },
  ];
  return lines.filter(({ values }) => values.length > 0);
}
