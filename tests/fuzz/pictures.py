"""Small honest pictures, from which the dishonest files are made."""

import io
from typing import Final

from PIL import Image


def picture(kind: str, size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    """Return a picture of one colour as PNG, JPEG or WEBP."""
    out = io.BytesIO()
    Image.new("RGB", size, (40, 90, 140)).save(out, kind, **more)
    return out.getvalue()


PNG: Final = picture("PNG")
JPEG: Final = picture("JPEG")
WEBP: Final = picture("WEBP")
