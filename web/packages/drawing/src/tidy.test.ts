import { describe, expect, it } from "vitest";
import type { PieceLike } from "./piece.ts";
import { scene } from "./scene.ts";
import { spotsOf } from "./spots.ts";
import { tidy } from "./tidy.ts";

const FIT = { width: 460, height: 460, text: 13 };
const RUBBISH: unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -5,
  0,
  "",
  "1 200,5",
  "800",
  1e9,
  "<b>",
  [],
  {},
];
const KINDS = [
  "rectangle",
  "circle",
  "oval",
  "quarter-circle",
  "arch",
  "triangle",
  "trapezoid",
  "drawing",
  "heptagon",
];

function texts(piece: PieceLike): string[] {
  return scene(tidy(piece), { fit: FIT }).marks.flatMap((mark) =>
    mark.is === "path" ? [] : [mark.text],
  );
}

describe("a half-filled form", () => {
  it("is drawn with a question mark where a length is missing", () => {
    expect(texts({ shape: { kind: "rectangle", width_mm: 800 } })).toEqual(["800", "?"]);
    expect(texts({})).toEqual(["?", "?"]);
  });

  it("reads a number that is still a text", () => {
    expect(texts({ shape: { width_mm: "800", height_mm: "1200" } })).toEqual(["800", "1200"]);
  });

  it("takes the height of an arch and the width of a trapezoid from their own numbers", () => {
    const arch = tidy({
      shape: { kind: "arch", width_mm: 800, side_height_mm: 1200, rise_mm: 260 },
    });
    const slanted = tidy({
      shape: {
        kind: "trapezoid",
        height_mm: 400,
        bottom_mm: 500,
        top_mm: 700,
        top_offset_mm: -150,
      },
    });
    expect(arch.shape.height_mm).toBe(1460);
    expect(slanted.shape.width_mm).toBe(700);
  });

  it.each(KINDS)("of a %s never makes the drawing throw or hold a number that is none", (kind) => {
    for (const rubbish of RUBBISH) {
      const piece = {
        shape: {
          kind,
          width_mm: rubbish,
          height_mm: 700,
          side_height_mm: rubbish,
          rise_mm: rubbish,
          apex_mm: rubbish,
          bottom_mm: rubbish,
          top_mm: 300,
          top_offset_mm: rubbish,
          corners: [{ at: "top-left", kind: rubbish, size_mm: rubbish }, null, rubbish],
        },
        facet: { width_mm: rubbish, sides: ["top", "arc", rubbish] },
        edges: [{ side: rubbish, kind: "polished" }],
        holes: [{ diameter_mm: rubbish, x_mm: rubbish, y_mm: 40, datum: rubbish }, rubbish],
        cutouts: [
          {
            kind: "notch",
            x_mm: rubbish,
            y_mm: rubbish,
            width_mm: 60,
            depth_mm: rubbish,
            side: rubbish,
          },
          { kind: rubbish, x_mm: 50, y_mm: 50 },
        ],
        zones: [
          { treatment: "matting", from_mm: rubbish, to_mm: 300, from_side: rubbish },
          rubbish,
        ],
        stained_glass: {
          technique: "poured",
          tile_columns: rubbish,
          tile_rows: 3,
          films: [rubbish],
        },
      } as unknown as PieceLike;
      const drawn = JSON.stringify(scene(tidy(piece), { fit: FIT }));
      expect(drawn).not.toMatch(/NaN|Infinity|null|undefined/);
    }
  });

  it("shrinks radii that are too large for a side", () => {
    const corners = (["top-left", "top-right"] as const).map((at) => ({
      at,
      kind: "radius" as const,
      size_mm: 600,
    }));
    const { shape } = tidy({ shape: { width_mm: 800, height_mm: 900, corners } });
    expect(shape.corners.map((corner) => corner.size_mm)).toEqual([400, 400]);
    expect(texts({ shape: { width_mm: 800, height_mm: 900, corners } })).toContain(
      "2\u00a0×\u00a0R600",
    );
  });

  it("leaves out a facet that leaves no flat", () => {
    expect(
      tidy({ shape: { width_mm: 100, height_mm: 100 }, facet: { width_mm: 50, sides: ["top"] } })
        .facet,
    ).toBeNull();
  });

  it("does not change a piece that is in order", () => {
    const whole = tidy({
      shape: { kind: "rectangle", width_mm: 800, height_mm: 600 },
      holes: [{ diameter_mm: 8, x_mm: 40, y_mm: 40 }],
    });
    expect(tidy(whole)).toEqual(whole);
  });
});

describe("an impossible hole", () => {
  it.each([
    ["outside", { diameter_mm: 8, x_mm: 900, y_mm: 40 }],
    ["over the rim", { diameter_mm: 100, x_mm: 40, y_mm: 300 }],
  ])("%s is wrong", (_, hole) => {
    const [spot] = spotsOf(tidy({ shape: { width_mm: 800, height_mm: 600 }, holes: [hole] }));
    expect(spot?.wrong).toBe(true);
  });

  it("over another one is wrong, the first stays", () => {
    const holes = [40, 45].map((x_mm) => ({ diameter_mm: 8, x_mm, y_mm: 40 }));
    const spots = spotsOf(tidy({ shape: { width_mm: 800, height_mm: 600 }, holes }));
    expect(spots.map((spot) => spot.wrong)).toEqual([false, true]);
  });
});
