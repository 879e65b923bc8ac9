import type { Piece } from "@vitrazh/api";
import { describe, expect, it } from "vitest";
import { blankOrder } from "./blanks.ts";
import demo from "./demo-pieces.json" with { type: "json" };
import type { ItemForm } from "./form.ts";
import { formOf } from "./from-piece.ts";
import { fieldOfForm } from "./naming.ts";
import { placedFaults, sentPath } from "./places.ts";

function place(item: ItemForm, ...loc: (string | number)[]): string {
  const form = { ...blankOrder(), items: [formOf(demo.hallway.piece as Piece, 1, null), item] };
  const fault = { loc: ["items", 1, ...loc], code: "x", message: "слова" };
  const [found] = placedFaults([fault], form);
  expect(found?.item).toBe(item.key);
  expect(found?.sentence).toBe("слова");
  return found?.path ?? "";
}

const shower = formOf(demo["dictated-16"].piece as Piece, 1, null);
const arch = formOf(demo["dictated-21"].piece as Piece, 1, null);
const stained = formOf(demo.overlay.piece as Piece, 2, null);
const door = formOf(demo["dictated-1"].piece as Piece, 1, null);

describe("a refusal finds its field", () => {
  it.each([
    [shower, ["quantity"], "quantity"],
    [shower, ["piece", "thickness_mm"], "thickness"],
    [shower, ["piece", "shape", "width_mm"], "size"],
    [shower, ["piece", "shape", "size"], "size"],
    [arch, ["piece", "shape", "height_mm"], "sideHeight"],
    [arch, ["piece", "shape", "rise_mm"], "rise"],
    [arch, ["piece", "facet", "sides", 1], "facetSides"],
    [stained, ["piece", "stained_glass", "lead_width_mm"], "glass.lead"],
    [stained, ["piece", "stained_glass", "tile_rows"], "glass.rows"],
    [shower, ["piece", "mounting", "hardware_code"], "mounting.code"],
  ] as const)("%#: %j", (item, loc, path) => expect(place(item, ...loc)).toBe(path));

  it("whichever of the four written holes is meant, it is the one row of the corners", () => {
    const row = `holes.${door.holes[0]?.key}`;
    for (const index of [0, 1, 2, 3]) expect(place(door, "piece", "holes", index)).toBe(row);
    expect(place(door, "piece", "holes", 3, "x_mm")).toBe(`${row}.x`);
  });

  it("counts cut-outs, zones and films by the rows of the form", () => {
    expect(place(shower, "piece", "cutouts", 1, "catalogue_code")).toBe(
      `cutouts.${shower.cutouts[1]?.key}.code`,
    );
    expect(place(shower, "piece", "zones", 0, "to_mm")).toBe(`zones.${shower.zones[0]?.key}.to`);
    expect(place(stained, "piece", "stained_glass", "films", 2, "colour")).toBe(
      `glass.films.${stained.glass?.films[2]?.key}.colour`,
    );
  });

  it("what has no field of its own stands at the order", () => {
    const form = blankOrder();
    const at = (...loc: (string | number)[]) =>
      placedFaults([{ loc, code: "x", message: "слова" }], form)[0];
    expect(at("client_id")).toMatchObject({ item: null, path: "client" });
    expect(at("promised_on")).toMatchObject({ item: null, path: "promisedOn" });
    expect(at("items", 7, "piece")).toMatchObject({ item: null, path: "items" });
    expect(at("whatever")).toMatchObject({ item: null, path: "order" });
  });
});

it("a field is called by its name in the summary", () => {
  const name = (path: string, item: ItemForm) => fieldOfForm(sentPath(path, item));
  expect(name(`cutouts.${shower.cutouts[1]?.key}.x`, shower)).toBe("Вырез\u00a02, по горизонтали");
  expect(name("size", shower)).toBe("Размер");
  expect(name("glass.lead", stained)).toBe("Витраж, ширина свинца");
  expect(name("quantity", shower)).toBe("Количество");
});
