/** An item in words: its title in the list, and what each folded part of it holds. */
import { nameOf, size } from "@vitrazh/words";
import { t } from "../../../words.gen.ts";
import { readingOf } from "./content.ts";
import { type ItemForm, SIDES } from "./form.ts";

/** `Зеркало 800 × 1200 × 4 мм`; the size only when it can be read. */
export function titleOf(item: ItemForm): string {
  const { piece } = readingOf(item);
  const name = nameOf("product", item.product);
  const { width_mm: width, height_mm: height, kind } = piece.shape;
  const thick = piece.thickness_mm as number | null;
  if (!width || !height) return name;
  if (kind === "circle") return `${name} ⌀${size(width, thick)}`;
  if (kind === "quarter-circle") return `${name} R${size(width, thick)}`;
  return `${name} ${size(width, height, thick)}`;
}

const listed = (parts: readonly (string | false | null | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part)).join(", ");

/** Everything but the size, for a closed item: `полированная, 4 отверстия, держатели`. */
export function detailOf(item: ItemForm): string {
  const parts = [
    item.product === "mirror" && item.material === "mirror"
      ? null
      : nameOf("material", item.material),
    sidesSummary(item),
    item.tempered && t("order-form.tempered"),
    holesSummary(item),
    cutoutsSummary(item),
    zonesSummary(item),
    glassSummary(item),
    mountingSummary(item),
    filmSummary(item),
    originSummary(item),
  ];
  return listed(parts.map((part) => part && lowered(part, item)));
}

/** Inside a line a word begins small; a name of its own does not. */
function lowered(part: string, item: ItemForm): string {
  if (item.glass?.technique === "tiffany" && part === glassSummary(item)) return part;
  return part.charAt(0).toLowerCase() + part.slice(1);
}

export function sidesSummary(item: ItemForm): string {
  const own = SIDES[item.kind].filter((side) => (item.edges[side] ?? item.edge) !== item.edge);
  const corner = item.kind === "rectangle" && item.cornersAlike ? item.corner.size.trim() : "";
  const each = Object.values(item.corners).some((one) => one.size.trim() !== "");
  return listed([
    item.edge === "raw" && own.length === 0 ? null : nameOf("edge", item.edge).toLowerCase(),
    ...own.map((side) => `${nameOf("side", side)}: ${edgeName(item, side)}`),
    item.facet.trim() !== "" && t("order-form.facet-of", { width: item.facet.trim() }),
    corner !== "" && t("order-form.corners-of", { size: corner }),
    item.kind === "rectangle" && !item.cornersAlike && each && t("order-form.corners-each"),
    item.front !== "" && t("order-form.front-of", { side: nameOf("side", item.front) }),
  ]);
}

function edgeName(item: ItemForm, side: (typeof SIDES)["rectangle"][number]): string {
  return nameOf("edge", item.edges[side] ?? item.edge).toLowerCase();
}

export function holesSummary(item: ItemForm): string {
  const count = readingOf(item).holeRows.length;
  return count ? t("order-form.holes-count", { count }) : "";
}

export function cutoutsSummary(item: ItemForm): string {
  return item.cutouts.length ? t("order-form.cutouts-count", { count: item.cutouts.length }) : "";
}

export function zonesSummary(item: ItemForm): string {
  return listed(
    item.zones.map((zone) =>
      zone.ral.trim()
        ? `${nameOf("treatment", zone.treatment)} RAL\u00a0${zone.ral.trim()}`
        : nameOf("treatment", zone.treatment),
    ),
  );
}

export function glassSummary(item: ItemForm): string {
  if (!item.glass) return "";
  const { films, pair } = item.glass;
  return listed([
    nameOf("technique", item.glass.technique),
    films.length > 0 && t("order-form.films-count", { count: films.length }),
    pair && t("order-form.pair-short"),
  ]);
}

export function mountingSummary(item: ItemForm): string {
  if (!item.mounting) return "";
  const { kind, on, count, byUs } = item.mounting;
  return listed([
    [nameOf("mounting", kind), on && nameOf("mounted-on", on)].filter(Boolean).join(" "),
    count.trim() !== "" && t("order-form.pieces-of", { count: count.trim() }),
    byUs && t("order-form.by-us-short"),
  ]);
}

export function filmSummary(item: ItemForm): string {
  return listed([
    item.tint !== "" && nameOf("tint", item.tint),
    item.backFilm !== "" && nameOf("back-film", item.backFilm),
    item.pattern.trim() !== "" && `«${item.pattern.trim()}»`,
  ]);
}

export function originSummary(item: ItemForm): string {
  return listed([
    item.replacement && t("order-form.replacement-short"),
    item.template !== "" && nameOf("template", item.template),
    item.drawing !== "" && t("order-form.by-file"),
    item.part &&
      t("order-form.part-of", {
        number: item.part.number || "?",
        count: item.part.count || "?",
        name: item.part.name,
      }),
  ]);
}
