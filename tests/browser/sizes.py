"""The screens that the pages are made for, in CSS pixels."""

from typing import Any, Final, Literal

Size = Literal["office", "laptop", "narrow", "tablet", "small-tablet", "phone"]
SIZES: Final[dict[str, tuple[int, int]]] = {
    "office": (1440, 900),
    "laptop": (1280, 800),
    # 1280 px at a zoom of 400 %.
    "narrow": (320, 800),
    "tablet": (1280, 800),
    # 8 inches: 1280x800 at 1.33 device pixels to one of CSS.
    "small-tablet": (962, 601),
    "phone": (390, 844),
}
TOUCHED: Final = {"tablet", "small-tablet", "phone"}
LOCALES: Final = {"ru": "ru-RU", "en": "en-GB"}


def context_options(size: str, language: str, scheme: str) -> dict[str, Any]:
    """Give Playwright's options of a context with this screen."""
    width, height = SIZES[size]
    return {
        "viewport": {"width": width, "height": height},
        "has_touch": size in TOUCHED,
        "locale": LOCALES[language],
        "timezone_id": "Europe/Moscow",
        "color_scheme": scheme,
        "reduced_motion": "reduce",
    }
