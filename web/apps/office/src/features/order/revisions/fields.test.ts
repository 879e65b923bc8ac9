import { setLanguage } from "@vitrazh/words";
import { afterEach, describe, expect, it } from "vitest";
import { fieldWords } from "./fields.ts";

const context = {
  officeName: (id: string) => (id === "park" ? "Парк" : ""),
  day: (date: string) => `день ${date}`,
};
const said = (path: string, value: string) => {
  const { name, say } = fieldWords(path, context);
  return `${name}: ${say(value)}`.replaceAll("\u00a0", " ");
};

afterEach(() => setLanguage("ru"));

/** Every path that services/orders/workorders/domain/changes.py can name. */
const PATHS: [string, string, string][] = [
  ["item", "Зеркало 800×1200 × 3", "Позиция целиком: Зеркало 800×1200 × 3"],
  ["quantity", "3", "Количество: 3"],
  ["route", "art-shop, workshop", "Где делают: Художественный цех, Цех"],
  ["urgency", "urgent", "Срочность: Срочный"],
  ["promised_on", "2026-12-01", "Обещан: день 2026-12-01"],
  ["pickup_office_id", "park", "Офис выдачи: Парк"],
  ["piece.product", "mirror", "Изделие: Зеркало"],
  ["piece.material", "bronze", "Стекло: Бронза"],
  ["piece.thickness_mm", "6", "Толщина: 6 мм"],
  ["piece.tint", "gold", "Цвет стекла: золото"],
  ["piece.pattern", "Дельта", "Рисунок стекла: Дельта"],
  ["piece.back_film", "safety", "Плёнка с тыла: Безопасная плёнка"],
  ["piece.tempered", "True", "Закалка: да"],
  ["piece.front", "bottom", "Лицевая сторона: низ"],
  ["piece.template", "cardboard", "Делать по: шаблон из картона"],
  ["piece.drawing_id", "0190", "Чертёж: файл"],
  ["piece.replacement", "True", "Взамен разбитого: да"],
  ["piece.shape.kind", "arch", "Форма: Арка"],
  ["piece.shape.width_mm", "810", "Ширина: 810 мм"],
  ["piece.shape.height_mm", "1200", "Высота: 1200 мм"],
  ["piece.shape.side_height_mm", "900", "Прямая часть арки: 900 мм"],
  ["piece.shape.rise_mm", "300", "Подъём арки: 300 мм"],
  ["piece.shape.apex_mm", "300", "Вершина от левого угла: 300 мм"],
  ["piece.shape.bottom_mm", "600", "Низ трапеции: 600 мм"],
  ["piece.shape.top_mm", "400", "Верх трапеции: 400 мм"],
  ["piece.shape.top_offset_mm", "50", "Сдвиг верха: 50 мм"],
  ["piece.shape.corners.top-left", "radius 60", "Угол: верхний левый: радиус 60 мм"],
  ["piece.shape.corners.top-right", "cut 40", "Угол: верхний правый: срез 40 мм"],
  ["piece.edges.left", "polished", "Кромка: лево: Полированная"],
  ["piece.facet.width_mm", "15", "Ширина фацета: 15 мм"],
  ["piece.facet.sides.2", "right", "Сторона фацета: право"],
  ["piece.holes.1.diameter_mm", "12", "Отверстие 1: диаметр: 12 мм"],
  ["piece.holes.2.x_mm", "50", "Отверстие 2: по ширине: 50 мм"],
  ["piece.holes.2.y_mm", "60", "Отверстие 2: по высоте: 60 мм"],
  ["piece.holes.2.datum", "centre", "Отверстие 2: откуда мерить: от центра"],
  ["piece.holes.2.purpose", "handle", "Отверстие 2: зачем: под ручку"],
  ["piece.cutouts.1.kind", "notch", "Вырез 1: вид: Выемка у края"],
  ["piece.cutouts.1.width_mm", "80", "Вырез 1: ширина: 80 мм"],
  ["piece.cutouts.1.height_mm", "40", "Вырез 1: высота: 40 мм"],
  ["piece.cutouts.1.depth_mm", "20", "Вырез 1: глубина: 20 мм"],
  ["piece.cutouts.1.radius_mm", "5", "Вырез 1: радиус: 5 мм"],
  ["piece.cutouts.1.side", "top", "Вырез 1: сторона: верх"],
  ["piece.cutouts.1.catalogue_code", "ПЕТЛЯ-90", "Вырез 1: код по каталогу: ПЕТЛЯ-90"],
  ["piece.zones.1.treatment", "matting", "Обработка 1: что делают: Матирование"],
  ["piece.zones.1.face", "back", "Обработка 1: поверхность: тыл"],
  ["piece.zones.1.from_mm", "700", "Обработка 1: полоса от: 700 мм"],
  ["piece.zones.1.to_mm", "1300", "Обработка 1: полоса до: 1300 мм"],
  ["piece.zones.1.from_side", "left", "Обработка 1: считать от стороны: лево"],
  ["piece.zones.1.pattern_code", "В-12", "Обработка 1: код рисунка: В-12"],
  ["piece.zones.1.ral", "7035", "Обработка 1: цвет RAL: 7035"],
  ["piece.zones.1.drawing_id", "0190", "Обработка 1: файл рисунка: файл"],
  ["piece.zones.1.shared_drawing", "True", "Обработка 1: один рисунок на все: да"],
  ["piece.stained_glass.technique", "tiffany", "Техника витража: Тиффани"],
  ["piece.stained_glass.lead_width_mm", "6", "Ширина свинца: 6 мм"],
  ["piece.stained_glass.palette", "осень", "Палитра: осень"],
  ["piece.stained_glass.sketch_by", "artist", "Чей эскиз: эскиз художника"],
  ["piece.stained_glass.drawing_id", "0190", "Файл эскиза: файл"],
  ["piece.stained_glass.mirrored_pair", "True", "Парами, зеркально: да"],
  ["piece.stained_glass.tile_columns", "2", "Стёкол по ширине: 2"],
  ["piece.stained_glass.tile_rows", "3", "Стёкол по высоте: 3"],
  ["piece.stained_glass.films.1.colour", "кобальт", "Плёнка витража 1: цвет: кобальт"],
  ["piece.stained_glass.films.1.zones.2", "4", "Плёнка витража 1: зона эскиза: 4"],
  ["piece.stained_glass.films.1.texture", "textured", "Плёнка витража 1: фактура: фактурная"],
  ["piece.mounting.kind", "holders", "Крепление: Держатели"],
  ["piece.mounting.on", "wall", "Куда крепят: на стену"],
  ["piece.mounting.panel_thickness_mm", "16", "Толщина панели: 16 мм"],
  ["piece.mounting.hardware_code", "Д-4", "Код фурнитуры: Д-4"],
  ["piece.mounting.count", "4", "Креплений, штук: 4"],
  ["piece.mounting.by_us", "True", "Монтируем мы: да"],
  ["piece.part.set_name", "Прихожая", "Комплект: Прихожая"],
  ["piece.part.number", "1", "Часть комплекта: 1"],
  ["piece.part.count", "3", "Частей в комплекте: 3"],
  ["piece.part.gap_mm", "4", "Зазор комплекта: 4 мм"],
];

describe("a field of a correction", () => {
  it.each(PATHS)("%s is said in words", (path, value, expected) => {
    expect(said(path, value)).toBe(expected);
  });

  it.each(PATHS)("%s has English words too", (path) => {
    setLanguage("en");
    const { name } = fieldWords(path, context);
    expect(name).not.toMatch(/[а-яё_]/i);
    expect(name).not.toBe(path);
  });

  it("that nobody has named is shown as it came", () => {
    expect(said("piece.unheard_of", "7")).toBe("piece.unheard_of: 7");
    expect(said("piece.material", "unobtainium")).toBe("Стекло: unobtainium");
  });
});
