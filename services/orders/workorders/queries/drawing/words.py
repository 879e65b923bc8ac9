"""The few words of a drawing, in both languages, as web/packages/drawing says them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from services.orders.workorders.queries.drawing.geometry.numbers import num

_WORDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "diameter": ("⌀{size}", "⌀{size}"),
        "radius": ("R{size}", "R{size}"),
        "cut": ("срез {size}", "cut {size}"),
        "each": ("{count}\u00a0×\u00a0{label}", "{count}\u00a0×\u00a0{label}"),
        "holes": ("{count}\u00a0отв.\u00a0{label}", "{count}\u00a0holes\u00a0{label}"),
        "cutouts": ("{count}\u00a0выр.\u00a0{label}", "{count}\u00a0cut-outs\u00a0{label}"),
        "box": ("{width}×{height}", "{width}×{height}"),
        "box-radius": ("{width}×{height} R{radius}", "{width}×{height} R{radius}"),
        "notch": ("паз {width}×{depth}", "notch {width}×{depth}"),
        "notch-radius": ("паз {width}×{depth} R{radius}", "notch {width}×{depth} R{radius}"),
        "point": (",", "."),
        "by-drawing": ("по чертежу", "by the drawing"),
        "unknown": ("?", "?"),
        "front": ("перед", "front"),
        "edge.arrissed": ("притупл.", "arrissed"),
        "edge.ground": ("шлиф.", "ground"),
        "edge.polished": ("полир.", "polished"),
        "edge.euro": ("евро", "euro"),
        "side.top": ("сверху", "top"),
        "side.right": ("справа", "right"),
        "side.bottom": ("снизу", "bottom"),
        "side.left": ("слева", "left"),
        "side.arc": ("по дуге", "along the arc"),
        "all-round": ("{label} по кругу", "{label} all round"),
        "on-sides": ("{label}: {sides}", "{label}: {sides}"),
        "facet": ("фацет {size}", "facet {size}"),
        "datum.top-left": ("размеры от верхнего левого угла", "sizes from the top left corner"),
        "datum.top-right": ("размеры от верхнего правого угла", "sizes from the top right corner"),
        "datum.bottom-left": (
            "размеры от нижнего левого угла",
            "sizes from the bottom left corner",
        ),
        "datum.bottom-right": (
            "размеры от нижнего правого угла",
            "sizes from the bottom right corner",
        ),
        "datum.centre": ("размеры от центра", "sizes from the centre"),
        "treatment.matting": ("матирование", "matting"),
        "treatment.matting-pattern": ("матовый рисунок", "matting pattern"),
        "treatment.paint": ("окраска", "paint"),
        "treatment.print": ("печать", "print"),
        "treatment.film": ("плёнка", "film"),
        "with-code": ("{label} {code}", "{label} {code}"),
        "face.front": ("лицо", "front"),
        "face.back": ("тыл", "back"),
        "zone": ("{label}, {face}", "{label}, {face}"),
        "zone-band.top": (
            "{label}, {face}: {from}–{to} от верха",
            "{label}, {face}: {from}–{to} from the top",
        ),
        "zone-band.right": (
            "{label}, {face}: {from}–{to} от правого края",
            "{label}, {face}: {from}–{to} from the right",
        ),
        "zone-band.bottom": (
            "{label}, {face}: {from}–{to} от низа",
            "{label}, {face}: {from}–{to} from the bottom",
        ),
        "zone-band.left": (
            "{label}, {face}: {from}–{to} от левого края",
            "{label}, {face}: {from}–{to} from the left",
        ),
        "technique.overlay": ("витраж, английская технология", "stained glass, overlay"),
        "technique.tiffany": ("витраж Тиффани", "stained glass, Tiffany"),
        "technique.classic": ("витраж классический", "stained glass, classic"),
        "technique.poured": ("витраж заливной", "stained glass, poured"),
        "technique.fusing": ("фьюзинг", "fusing"),
        "lead": ("лента {size}", "lead {size}"),
        "films": ("плёнки: {films}", "films: {films}"),
        "film-textured": ("{colour} фактурная", "{colour} textured"),
        "film-zones": ("{film} ({zones})", "{film} ({zones})"),
        "palette": ("палитра {palette}", "palette {palette}"),
        "pair": ("пары: зеркально друг другу", "pairs: each the other's mirror image"),
        "tiles": (
            "общий рисунок {columns} × {rows}, номера стёкол:",
            "one picture {columns} × {rows}, numbers of the panes:",
        ),
        "slopes": ("наклонные стороны: {sides}", "sloping sides: {sides}"),
        "slope": ("{side}\u00a0{size}", "{side}\u00a0{size}"),
        "positions-x": ("X: {all}", "X: {all}"),
        "positions-y": ("Y: {all}", "Y: {all}"),
        "position": ("{number}\u00a0–\u00a0{size}", "{number}\u00a0–\u00a0{size}"),
    }
)
"""Russian, English."""


class Words:
    """One of the two languages."""

    def __init__(self, language: str) -> None:
        self._place = 1 if language == "en" else 0

    def __call__(self, key: str, **values: str | int) -> str:
        """Say a word of the drawing, with its values."""
        return _WORDS[key][self._place].format(**values)

    def length(self, value: float) -> str:
        """Return a length as it stands beside its line: `410,5`."""
        return num(value).replace(".", self("point"))


RUSSIAN: Final = Words("ru")
ENGLISH: Final = Words("en")
