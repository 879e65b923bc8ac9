import type { Hole, Piece, Side } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import { blankItem } from "./blanks.ts";
import demo from "./demo-pieces.json" with { type: "json" };
import { CORNERS, type ItemForm, SIDES } from "./form.ts";
import { formOf } from "./from-piece.ts";
import { readItem } from "./to-piece.ts";

/** As the server publishes it: nothing missing, nothing false, empty or absent is said. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, said(inner)] as const)
    .filter(([, inner]) => inner !== null && inner !== undefined && inner !== false)
    .filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0))
    .filter(([name, inner]) => !(name === "gap_mm" && inner === 0))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(kept);
}

function expectSame(piece: Piece, quantity = 1) {
  const read = readItem(formOf(piece, quantity, "item"));
  expect([...read.faults]).toEqual([]);
  expect(said(read.piece)).toEqual(said(piece));
  expect(read.quantity).toBe(quantity);
}

describe("a published piece comes back as it was", () => {
  it.each(Object.entries(demo))("%s", (_name, line) => {
    expectSame(line.piece as Piece, line.quantity);
  });

  it("whatever its numbers are", () => {
    for (let seed = 1; seed <= 400; seed += 1) expectSame(randomPiece(seed), (seed % 9) + 1);
  });
});

describe("what belongs together is one row", () => {
  it("folds holders at four corners, and a pair under a handle", () => {
    const corners = formOf(demo["dictated-1"].piece as Piece, 1, null);
    expect(corners.holes.map((row) => [row.how, row.x])).toEqual([["corners", "40"]]);
    const handle = formOf(demo["dictated-13"].piece as Piece, 1, null);
    expect(handle.holes.map((row) => [row.how, row.up])).toEqual([["pair", "128"]]);
  });

  it("says one edge for all sides where most are alike", () => {
    const shelf = formOf(demo["dictated-7"].piece as Piece, 5, null);
    expect(shelf.edge).toBe("polished");
    expect(shelf.edges).toEqual({ top: "raw" });
  });
});

describe("rubbish in every field", () => {
  const RUBBISH = [
    "",
    " ",
    "1 200,5",
    "-5",
    "1e3",
    "１２",
    "🪞🪞",
    "я".repeat(10_000),
    "9".repeat(10_000),
    "<script>alert(1)</script>",
    "'; drop table work_orders; --",
    "\u0000\u202e\ud800",
    "NaN",
    "0x1F",
  ];

  it("is never sent as a number, and never throws", () => {
    for (const text of RUBBISH) {
      const read = readItem(everywhere(text));
      for (const value of numbersIn(read.piece)) {
        expect(Number.isSafeInteger(value), text.slice(0, 20)).toBe(true);
      }
      // Some fields may be left empty or hold any word; a size may not.
      expect(read.faults.has("size"), text.slice(0, 20)).toBe(true);
    }
  });

  it("names the fault of each field where it stands", () => {
    const item = everywhere("1 200,5");
    const { faults } = readItem(item);
    const hole = `holes.${item.holes[0]?.key}`;
    for (const path of [
      "size",
      "quantity",
      "thickness",
      "facet",
      `${hole}.x`,
      `${hole}.diameter`,
    ]) {
      expect(faults.get(path)?.sentence, path).toMatch(/цел/i);
    }
  });
});

function everywhere(text: string): ItemForm {
  const item = formOf(demo["dictated-16"].piece as Piece, 1, null);
  const fill = <Row extends object>(row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "string" && /^\d*$/.test(value) ? text : value,
      ]),
    ) as Row;
  return {
    ...fill(item),
    size: text,
    facet: text,
    holes: item.holes.map(fill),
    cutouts: item.cutouts.map(fill),
    zones: item.zones.map(fill),
    key: item.key,
  };
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}

/** A piece that the server could have published; the same seed makes the same piece. */
function randomPiece(seed: number): Piece {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const mm = (most: number, least = 1) => least + Math.floor(next() * (most - least + 1));
  const one = <Value>(list: readonly Value[]): Value =>
    list[Math.floor(next() * list.length)] as Value;
  const some = <Value>(list: readonly Value[]) => list.filter(() => next() < 0.5);
  const kind = one(Object.keys(SIDES)) as Piece["shape"]["kind"];
  const shape = randomShape(kind, mm);
  const sides = SIDES[kind];
  if (kind === "rectangle") {
    shape.corners = some(CORNERS).map((at) => ({
      at,
      kind: one(["radius", "cut"] as const),
      size_mm: mm(200),
    }));
  }
  const holes: Hole[] = Array.from({ length: mm(5, 0) }, () => ({
    diameter_mm: mm(2) * 4,
    x_mm: mm(3, 0) * 20,
    y_mm: mm(3, 0) * 20,
    datum: one([...CORNERS, "centre"] as const),
    purpose: one(["holder", "handle", null] as const),
  }));
  if (next() < 0.4) {
    // Almost the shorthand of four corners: only if x = y may it be folded.
    const [x_mm, y_mm] = [mm(2) * 20, mm(2) * 20];
    holes.push(...CORNERS.map((datum) => ({ diameter_mm: 8, x_mm, y_mm, datum, purpose: null })));
  }
  const facetSides: readonly Side[] = next() < 0.5 ? sides : some(sides);
  return {
    ...(demo["dictated-1"].piece as Piece),
    shape,
    edges: sides.map((side) => ({ side, kind: one(["raw", "ground", "polished"] as const) })),
    front: next() < 0.3 ? one(sides) : null,
    facet: next() < 0.5 && facetSides.length ? { width_mm: mm(30), sides: [...facetSides] } : null,
    holes,
    stained_glass:
      next() < 0.3
        ? {
            technique: "overlay",
            films: [
              {
                colour: "синяя",
                zones: Array.from({ length: mm(6, 0) }, () => mm(9)),
                texture: "smooth",
              },
            ],
            mirrored_pair: next() < 0.5,
          }
        : null,
    part:
      next() < 0.3 ? { set_name: "фартук", number: 1, count: mm(5, 2), gap_mm: mm(3, 0) } : null,
    replacement: next() < 0.5,
    tint: one(["gold", "bronze", null] as const),
  };
}

function randomShape(
  kind: Piece["shape"]["kind"],
  mm: (most: number, least?: number) => number,
): Piece["shape"] {
  const [width, height] = [mm(3000, 300), mm(3000, 300)];
  switch (kind) {
    case "circle":
    case "quarter-circle":
      return { kind, width_mm: width, height_mm: width };
    case "arch": {
      const rise = mm(150);
      return {
        kind,
        width_mm: width,
        height_mm: height + rise,
        side_height_mm: height,
        rise_mm: rise,
      };
    }
    case "triangle":
      return { kind, width_mm: width, height_mm: height, apex_mm: mm(width, 0) };
    case "trapezoid": {
      const [top, offset] = [mm(3000), mm(500, -500)];
      return {
        kind,
        width_mm: Math.max(width, offset + top) - Math.min(0, offset),
        height_mm: height,
        bottom_mm: width,
        top_mm: top,
        top_offset_mm: offset,
      };
    }
    default:
      return { kind, width_mm: width, height_mm: height };
  }
}

it("a blank item says nothing of what was not asked", () => {
  const { piece, faults } = readItem({ ...blankItem(), size: "800x1200" });
  expect([...faults]).toEqual([]);
  expect(said(piece)).toEqual({
    product: "mirror",
    material: "mirror",
    thickness_mm: 4,
    shape: { kind: "rectangle", width_mm: 800, height_mm: 1200 },
    edges: SIDES.rectangle.map((side) => ({ kind: "raw", side })),
  });
});
