"""Screenshots: for the eye of a person, and as the pictures of the tutorial."""

import io
import os
import re
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.async_api import Page

from deploy.embedded import paths

WRITE: Final = "VITRAZH_SHOTS_WRITE"
PICTURES: Final = paths.REPO / "docs" / "tutorial" / "pictures"
COLOURS: Final = 128
NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]*")


def shots() -> Path:
    """Give the folder of screenshots."""
    return paths.runs() / "shots"


async def photograph(page: Page, *, full: bool = False) -> bytes:
    """Give a PNG of what is seen, letters loaded and nothing moving."""
    await page.evaluate("() => document.fonts.ready.then(() => null)")
    return await page.screenshot(full_page=full, animations="disabled", caret="hide")


async def store(page: Page, name: str, *, full: bool = False) -> Path:
    """Store a screenshot, and with VITRAZH_SHOTS_WRITE=1 the picture of the docs too."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name} is no name of a picture: small letters, digits, hyphens")
    png = await photograph(page, full=full)
    path = shots() / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png)
    if os.environ.get(WRITE) == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{name}.png").write_bytes(smaller(png))
    return path


def smaller(png: bytes) -> bytes:
    """Give the picture with few colours: plain areas need no more, and git keeps it for ever."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    out = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def colours(png: bytes) -> int:
    """Count the colours of a picture: a blank one has a single one."""
    found = Image.open(io.BytesIO(png)).convert("RGB").getcolors(1 << 24)
    return len(found or [])
