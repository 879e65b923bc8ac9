"""What a described piece may not be, each rule with its code and sentence in two languages.

Structural rules only: numbers that contradict each other or the outline. What glass bears and
what it costs are other rooms.
"""

from dataclasses import dataclass

from chassis.errors import FieldError

Loc = tuple[str | int, ...]
MAX_MM = 6000
"""Longest side of any sheet on the market, mm."""
MAX_THICKNESS_MM = 500
"""Highest cast piece (the leg of a table is a disc as thick as it is high), mm."""
MAX_QUANTITY = 9999


@dataclass(frozen=True, slots=True)
class Rule:
    """A refusal of a field: stable code, sentence in Russian and English with {parameters}."""

    code: str
    ru: str
    en: str

    def at(self, loc: Loc, **params: object) -> FieldError:
        """Return the refusal of the field at `loc`."""
        return FieldError(loc, self.code, self.ru.format(**params), self.en.format(**params))


LENGTH = Rule(
    "length-out-of-range",
    "Длина — от 1 до {limit} мм",
    "A length is 1 to {limit} mm",
)
SIZE_TEXT = Rule(
    "size-not-understood",
    "Размер пишется так: 800×1200 (ширина × высота, мм)",
    "Write a size like 800×1200 (width × height, mm)",
)
QUANTITY = Rule(
    "quantity-out-of-range",
    "Количество — от 1 до {limit}",
    "A quantity is 1 to {limit}",
)
MISSING = Rule(
    "number-missing", "Для этого вида нужно указать размер", "This kind needs a value here"
)
FOREIGN = Rule(
    "not-of-this-kind",
    "К этому виду такое поле не относится",
    "This kind has no such value",
)
NOT_ROUND = Rule(
    "width-and-height-differ",
    "У круга и четверти круга ширина равна высоте",
    "A circle and a quarter circle are as high as wide",
)
ARCH_HEIGHT = Rule(
    "arch-height-differs",
    "Высота арки — высота боковой стороны плюс стрела",
    "An arch is as high as its side plus its rise",
)
ARCH_RISE = Rule(
    "arch-rise-too-large",
    "Стрела арки не больше половины ширины",
    "The rise of an arch is at most half its width",
)
APEX = Rule(
    "apex-outside-base",
    "Вершина треугольника стоит над основанием",
    "The apex of a triangle stands above its base",
)
TRAPEZOID_WIDTH = Rule(
    "trapezoid-width-differs",
    "Ширина трапеции — от крайней левой точки до крайней правой: {width} мм",
    "A trapezoid is as wide as from its leftmost to its rightmost point: {width} mm",
)
CORNERS_OF_RECTANGLE = Rule(
    "corners-only-on-rectangle",
    "Скругления и срезы углов бывают у прямоугольника",
    "Only a rectangle has rounded or cut corners",
)
CORNER_TWICE = Rule("corner-twice", "Угол указан дважды", "The corner is given twice")
CORNER_TOO_LARGE = Rule(
    "corner-too-large",
    "Углы не помещаются на стороне",
    "The corners do not fit on the side",
)
NO_SUCH_SIDE = Rule(
    "no-such-side",
    "У такой формы нет этой стороны",
    "The shape has no such side",
)
SIDE_TWICE = Rule("side-twice", "Сторона указана дважды", "The side is given twice")
FACET_TOO_WIDE = Rule(
    "facet-too-wide",
    "Фацет меньше половины меньшей стороны",
    "A facet is less than half the shorter side",
)
FACET_NOWHERE = Rule(
    "facet-without-side",
    "Укажите стороны с фацетом",
    "Say which sides have the facet",
)
HOLE_OUTSIDE = Rule(
    "outside-the-outline",
    "Отверстие или вырез выходит за контур",
    "The hole or cut-out leaves the outline",
)
HOLES_OVERLAP = Rule("holes-overlap", "Отверстия пересекаются", "The holes overlap")
NOTCH_TOO_LARGE = Rule(
    "notch-too-large",
    "Вырез не помещается на стороне",
    "The notch does not fit on the side",
)
INNER_RADIUS = Rule(
    "inner-radius-too-large",
    "Внутренний радиус не больше половины выреза",
    "An inner radius is at most half the cut-out",
)
ZONE_ENDS = Rule(
    "zone-ends",
    "У зоны указывают оба края: от и до, «до» больше",
    "A zone has both ends, from and to, the second larger",
)
ZONE_OUTSIDE = Rule("zone-outside", "Зона выходит за изделие", "The zone leaves the piece")
ZONE_PATTERN = Rule(
    "zone-without-pattern",
    "Для рисунка нужен код каталога или чертёж",
    "A pattern needs a catalogue code or a drawing",
)
RAL = Rule("ral-not-understood", "RAL — четыре цифры", "RAL is four digits")
PATTERN_NAME = Rule(
    "pattern-without-name",
    "Назовите рисунок рифлёного стекла",
    "Name the pattern of the patterned glass",
)
TILES = Rule(
    "tiles-do-not-match",
    "Столбцы × ряды должны равняться количеству",
    "Columns × rows must equal the quantity",
)
PAIR = Rule(
    "pair-needs-even-quantity",
    "Зеркальных пар — чётное количество стёкол",
    "Mirrored pairs need an even quantity",
)
ZONE_NUMBER = Rule("zone-number", "Номера зон начинаются с 1", "Zone numbers begin with 1")
PART = Rule(
    "part-of-set",
    "Часть набора: номер от 1 до количества частей, частей не меньше двух",
    "A part is numbered from 1 to the count of parts, at least two",
)
UNKNOWN_ITEM = Rule("unknown-item", "Такой позиции в заказе нет", "The order has no such item")
ITEM_TWICE = Rule("item-twice", "Позиция указана дважды", "The item is given twice")
DATE_PAST = Rule(
    "promised-date-past",
    "Срок уже прошёл",
    "The promised date has passed",
)
PRICE = Rule(
    "price-out-of-range",
    "Цена — от 0 до 99 999 999,99 ₽, копейки — две цифры",
    "A price is 0 to 99,999,999.99 RUB with two digits of kopecks",
)
UNKNOWN_ATTACHMENT = Rule(
    "unknown-attachment",
    "Такого файла у заказа нет",
    "The order has no such file",
)
TOO_LARGE = Rule(
    "work-order-too-large",
    "Слишком большой заказ: разделите его на два",
    "The order is too large: split it in two",
)
