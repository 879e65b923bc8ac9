import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setLanguage } from "@vitrazh/words/i18n";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Drawing, isLit } from "./drawing.tsx";
import { HoleList } from "./hole-list.tsx";
import type { PieceLike } from "./piece.ts";

const FIT = { width: 640, height: 460 };
const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;
const SIDES = ["top", "right", "bottom", "left"] as const;
const MIRROR: PieceLike = {
  shape: { kind: "rectangle", width_mm: 800, height_mm: 1200 },
  edges: SIDES.map((side) => ({ side, kind: "polished" as const })),
  holes: CORNERS.map((datum) => ({ diameter_mm: 8, x_mm: 40, y_mm: 40, datum })),
};

afterEach(() => setLanguage("ru"));

describe("Drawing", () => {
  it("is a picture with a name in words", () => {
    render(<Drawing piece={MIRROR} fit={FIT} text={13} />);
    expect(
      screen.getByRole("img", {
        name: /^Прямоугольник 800\s×\s1200\sмм, 4 отверстия, кромка полир. по кругу$/,
      }),
    ).toBeTruthy();
  });

  it("speaks English", () => {
    setLanguage("en");
    render(<Drawing piece={MIRROR} fit={FIT} text={13} />);
    expect(screen.getByRole("img", { name: /4 holes, edge polished all round/ })).toBeTruthy();
    expect(screen.getByText("polished all round")).toBeTruthy();
  });

  it("says that a hole does not fit", () => {
    const piece = { ...MIRROR, holes: [{ diameter_mm: 8, x_mm: 900, y_mm: 40 }] };
    const { container } = render(<Drawing piece={piece} fit={FIT} text={13} />);
    expect(
      screen.getByRole("img", { name: /1 отверстие, .*1 отверстие не помещается/ }),
    ).toBeTruthy();
    expect(container.querySelector(".vz-drawing-cut [stroke*=fault]")).not.toBeNull();
  });

  it("needs no style attribute, which a strict page would drop", () => {
    const { container } = render(<Drawing piece={MIRROR} fit={FIT} text={13} />);
    expect(container.querySelector("[style], style")).toBeNull();
  });

  it("lights what is pointed at, and nothing else", () => {
    const { container, rerender } = render(
      <Drawing piece={MIRROR} fit={FIT} text={13} highlight={{ holes: [2] }} />,
    );
    const lit = () => container.querySelectorAll(".vz-drawing-cut [stroke*=highlight]").length;
    expect(lit()).toBe(1);
    rerender(
      <Drawing
        piece={MIRROR}
        fit={FIT}
        text={13}
        highlight={{ fields: ["piece.shape.width_mm"] }}
      />,
    );
    expect(lit()).toBe(0);
    expect(container.querySelector(".vz-drawing-dimension [fill*=highlight]")?.textContent).toBe(
      "800",
    );
  });

  it("draws only the glass for a list", () => {
    const { container } = render(<Drawing piece={MIRROR} fit={FIT} text={13} detail="shape" />);
    expect(container.querySelector("text")).toBeNull();
    expect(container.querySelectorAll(".vz-drawing-cut path")).toHaveLength(4);
  });

  it("leaves the legend out for a screen that says it beside", () => {
    render(<Drawing piece={MIRROR} fit={FIT} text={13} detail="measured" />);
    expect(screen.queryByText("полир. по кругу")).toBeNull();
    expect(screen.getByText("800")).toBeTruthy();
  });

  it("bears a room of nothing, as before the first measuring", () => {
    render(<Drawing piece={MIRROR} fit={{ width: 0, height: 0 }} text={0} />);
    expect(screen.getByRole("img").getAttribute("viewBox")).not.toMatch(/NaN|Infinity/);
  });
});

describe("isLit", () => {
  it.each([
    ["piece.shape.width_mm", "shape.width_mm", true],
    ["piece.edges.top", "edges", true],
    ["piece.zones.1.to_mm", "zones.1", true],
    ["piece.zones.12.to_mm", "zones.1", false],
    ["quantity", "shape.width_mm", false],
  ])("%s and a mark of %s", (changed, field, wanted) => {
    expect(isLit({ fields: [changed] }, { field })).toBe(wanted);
  });

  it("counts the holes of a correction from 1", () => {
    const of = { list: "holes", index: 0 } as const;
    expect(isLit({ fields: ["piece.holes.1.x_mm"] }, { of })).toBe(true);
    expect(isLit({ fields: ["piece.holes.2.x_mm"] }, { of })).toBe(false);
  });
});

describe("HoleList", () => {
  it("gives every hole from the datum of the drawing", () => {
    render(<HoleList piece={MIRROR} />);
    const table = screen.getByRole("table", {
      name: "Отверстия и вырезы, размеры от нижнего левого угла",
    });
    const rows = within(table)
      .getAllByRole("row")
      .map((row) => row.textContent);
    expect(rows).toEqual(["№ЧтоXY", "1⌀8401160", "2⌀87601160", "3⌀84040", "4⌀876040"]);
  });

  it("is not there without holes", () => {
    const { container } = render(<HoleList piece={{ ...MIRROR, holes: [] }} />);
    expect(container.firstChild).toBeNull();
  });

  it("tells which row is under the pointer", async () => {
    const pointed = vi.fn();
    render(<HoleList piece={MIRROR} onPoint={pointed} />);
    await userEvent.hover(screen.getByRole("rowheader", { name: "2" }));
    expect(pointed).toHaveBeenLastCalledWith({ list: "holes", index: 1 });
  });

  it("gives a notch along its side alone, and a cut-out of the catalogue by its code", () => {
    const piece: PieceLike = {
      shape: { width_mm: 800, height_mm: 600 },
      cutouts: [
        { kind: "notch", x_mm: 400, y_mm: 0, width_mm: 100, depth_mm: 50, side: "bottom" },
        { kind: "catalogue", x_mm: 20, y_mm: 300, catalogue_code: "ПЕТЛЯ-90" },
        { kind: "round", x_mm: 900, y_mm: 300, diameter_mm: 68 },
      ],
    };
    render(<HoleList piece={piece} />);
    const rows = screen
      .getAllByRole("row")
      .slice(1)
      .map((row) => row.textContent);
    expect(rows).toEqual([
      "1паз 100×50400–",
      "2вырез ПЕТЛЯ-9020300",
      "3вырез ⌀68 (не помещается)900300",
    ]);
  });
});
