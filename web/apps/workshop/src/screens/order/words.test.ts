import { setLanguage } from "@vitrazh/words";
import { afterEach, describe, expect, it } from "vitest";
import type { ShownOrder } from "../../store/index.ts";
import { PIECE, ticket } from "../testing/tablet.tsx";
import { changeWords } from "./field-words.ts";
import { edgeWords, outlineSize, pieceLines, sizeWords } from "./piece-words.ts";

afterEach(() => setLanguage("ru"));

const local = { fresh: null, pending: [], notes: [], whole: true, gone: null };
const ORDER: ShownOrder = { ...ticket("1"), local };
const changed = (field: string, old: string | null, now: string | null) => {
  const [row] = changeWords([{ item_id: "1-1", field, old, new: now }], ORDER);
  return row && [row.what, row.was, row.now];
};

describe("a change in words", () => {
  it.each([
    ["piece.shape.width_mm", "600", "650", ["Ширина", "600\u00a0мм", "650\u00a0мм"]],
    ["piece.holes.2.x_mm", "60", "70", ["Отверстие 2, по X", "60\u00a0мм", "70\u00a0мм"]],
    ["piece.edges.left", "raw", "polished", ["Кромка, лево", "Без обработки", "Полированная"]],
    [
      "piece.shape.corners.top-left",
      null,
      "radius 50",
      ["Угол, верхний левый", "нет", "Радиус\u00a050\u00a0мм"],
    ],
    ["piece.tempered", null, "True", ["Закалка", "нет", "да"]],
    ["route", "workshop", "art-shop, workshop", ["Путь", "Цех", "Художественный цех → Цех"]],
    ["urgency", "normal", "client-waits", ["Срочность", "Обычный", "Клиент ждёт"]],
    ["item", null, "Зеркало × 2", ["Новая позиция", "нет", "Зеркало × 2"]],
    ["piece.cutouts.1.kind", "round", "notch", ["Вырез 1, вид", "Круглый вырез", "Выемка у края"]],
    ["piece.tint", "unheard-of", "silver", ["Оттенок", "unheard-of", "серебро"]],
  ])("%s", (field, old, now, words) => {
    expect(changed(field, old, now)).toEqual(words);
  });

  it("speaks English too", () => {
    setLanguage("en");
    expect(changed("piece.thickness_mm", "4", "5")).toEqual([
      "Thickness",
      "4\u00a0mm",
      "5\u00a0mm",
    ]);
  });
});

describe("a piece in words", () => {
  it("has its size as a cutter says it", () => {
    expect(outlineSize(PIECE)).toBe("600\u00a0×\u00a0900");
    expect(sizeWords(PIECE)).toBe("600\u00a0×\u00a0900\u00a0×\u00a04\u00a0мм");
    const circle = {
      ...PIECE,
      shape: { kind: "circle" as const, width_mm: 900, height_mm: 900 },
    };
    expect(outlineSize(circle)).toBe("⌀\u00a0900");
  });

  it("names the sides of each edge, or all of them at once", () => {
    expect(edgeWords(PIECE)).toEqual(["Полированная: по кругу"]);
    const [first, ...rest] = PIECE.edges ?? [];
    const mixed = { ...PIECE, edges: first ? [{ ...first, kind: "raw" as const }, ...rest] : [] };
    expect(edgeWords(mixed)).toEqual(["Без обработки: верх", "Полированная: право, низ, лево"]);
  });

  it("says only what there is", () => {
    const [item] = ORDER.items;
    expect(item && pieceLines(item).map(({ key }) => key)).toEqual(["edges"]);
  });
});
