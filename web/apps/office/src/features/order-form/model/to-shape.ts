/** The outline of a form's item: each kind from its own numbers, the bounding box worked out. */
import type { CornerIn, ShapeIn } from "@vitrazh/api";
import { readMm, readSize } from "@vitrazh/words";
import { CORNERS, type ItemForm } from "./form.ts";
import type { Reading } from "./reading.ts";

const UNREAD = null as unknown as number;
const OFFSET = { least: -6000, most: 6000 };

/** Width and height; a number of which nothing is known yet is null. */
export function shapeOf(item: ItemForm, reading: Reading): ShapeIn {
  const { kind } = item;
  switch (kind) {
    case "rectangle":
    case "oval":
    case "drawing":
      return { kind, ...box(item, reading) };
    case "triangle":
      return {
        kind,
        ...box(item, reading),
        apex_mm: reading.mm("apex", item.apex, { least: 0 }),
      };
    case "circle":
    case "quarter-circle": {
      const across = round(item, reading);
      return { kind, width_mm: across, height_mm: across };
    }
    case "arch": {
      const side = reading.mm("sideHeight", item.sideHeight);
      const rise = reading.mm("rise", item.rise);
      return {
        kind,
        width_mm: reading.mm("width", item.width),
        height_mm: side === null || rise === null ? UNREAD : side + rise,
        side_height_mm: side,
        rise_mm: rise,
      };
    }
    case "trapezoid": {
      const bottom = reading.mm("bottom", item.bottom);
      const top = reading.mm("top", item.top);
      const offset = reading.maybeMm("topOffset", item.topOffset, OFFSET) ?? 0;
      const known = bottom !== null && top !== null;
      return {
        kind,
        width_mm: known ? Math.max(bottom, offset + top) - Math.min(0, offset) : UNREAD,
        height_mm: reading.mm("height", item.height),
        bottom_mm: bottom,
        top_mm: top,
        top_offset_mm: offset,
      };
    }
  }
}

function box(item: ItemForm, reading: Reading) {
  const size = reading.take("size", readSize(item.size));
  if (size) return { width_mm: size.width, height_mm: size.height };
  // While the second number is still being typed the first is drawn already.
  const first = readMm(item.size.split(/[xXхХ×*\s]/)[0] ?? "");
  return { width_mm: first.ok ? first.value : UNREAD, height_mm: UNREAD };
}

/** A circle is one number, but whoever types `900x900` is understood too. */
function round(item: ItemForm, reading: Reading): number {
  const pair = readSize(item.size);
  if (pair.ok && pair.value.width === pair.value.height) return pair.value.width;
  return reading.mm("size", item.size.replace(/^\s*[⌀øØdDrR]\s*/, ""));
}

export function cornersOf(item: ItemForm, reading: Reading): CornerIn[] {
  if (item.kind !== "rectangle") return [];
  const corners: CornerIn[] = [];
  for (const at of CORNERS) {
    const { kind, size } = item.cornersAlike ? item.corner : item.corners[at];
    const path = item.cornersAlike ? "corner" : `corners.${at}`;
    const length = reading.maybeMm(path, size);
    if (length !== null) corners.push({ at, kind, size_mm: length });
  }
  return corners;
}
