import { describe, expect, it } from "vitest";
import { anItem } from "../testing.ts";
import { pieceLines, sizeWords } from "./piece-words.ts";

type Piece = ReturnType<typeof anItem>["piece"];

function lines(piece: Partial<Piece>): Record<string, string> {
  const whole: Piece = { ...anItem().piece, ...piece };
  return Object.fromEntries(
    pieceLines(whole).map(({ label, values }) => [
      label,
      values.join(" | ").replaceAll("\u00a0", " "),
    ]),
  );
}

describe("a piece in words", () => {
  it("names size and glass, and nothing that is not there", () => {
    expect(lines({})).toEqual({ Размер: "800 × 1200 × 4 мм", Стекло: "Зеркальное полотно" });
  });

  it("groups the sides of an edge, the raw ones last", () => {
    const edges: Piece["edges"] = [
      { side: "top", kind: "raw" },
      { side: "right", kind: "polished" },
      { side: "bottom", kind: "polished" },
      { side: "left", kind: "ground" },
    ];
    expect(lines({ edges })["Кромка"]).toBe(
      "Полированная: право, низ | Шлифованная: лево | Без обработки: верх",
    );
    const facet = { width_mm: 15, sides: ["top", "right", "bottom", "left"] as const };
    expect(lines({ edges, facet: { ...facet, sides: [...facet.sides] } })["Фацет"]).toBe(
      "15 мм: со всех сторон",
    );
  });

  it("tells a circle by its diameter", () => {
    const shape: Piece["shape"] = { kind: "circle", width_mm: 900, height_mm: 900 };
    expect(sizeWords({ ...anItem().piece, shape }).replaceAll("\u00a0", " ")).toBe("⌀900 × 4 мм");
  });

  it("tells corners, zones, stained glass, mounting and the set", () => {
    const said = lines({
      tempered: true,
      shape: {
        kind: "rectangle",
        width_mm: 800,
        height_mm: 1200,
        corners: [{ at: "top-left", kind: "radius", size_mm: 60 }],
      },
      zones: [{ treatment: "matting", face: "front", from_mm: 700, to_mm: 1300 }],
      stained_glass: {
        technique: "overlay",
        lead_width_mm: 6,
        films: [{ colour: "кобальт", zones: [1, 2] }],
      },
      mounting: { kind: "holders", on: "wall", count: 4, by_us: true },
      part: { set_name: "Прихожая", number: 1, count: 3, gap_mm: 4 },
      template: "old-piece",
      replacement: true,
    });
    expect(said).toMatchObject({
      Стекло: "Зеркальное полотно, закалённое",
      Углы: "верхний левый: радиус 60 мм",
      Обработка: "Матирование, лицо, полоса 700 – 1300 мм, считая от стороны «низ»",
      Витраж: "Накладной (плёнка и свинец) | свинец 6 мм | кобальт (гладкая): зоны 1, 2",
      Крепление: "Держатели × 4, на стену, монтируем мы",
      Комплект: "«Прихожая», часть 1 из 3, зазор 4 мм",
      "Делать по": "старое изделие",
      Особо: "взамен разбитого",
    });
  });
});
