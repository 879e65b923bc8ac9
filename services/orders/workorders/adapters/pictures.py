"""Pictures by Pillow, in a thread, since decoding a photograph would stop every other request."""

import asyncio
import io

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from services.orders.workorders.domain.refusals import PictureUnreadable

LONGEST_PX = 1600
MOST_PIXELS = 80_000_000
"""More is no photograph of ours but a bomb."""
QUALITY = 85

pillow_heif.register_heif_opener()


class PillowPictures:
    """Draws pictures anew with Pillow."""

    async def shrink(self, data: bytes) -> bytes:
        """Return the picture as JPEG of at most 1600 px, upright, on white, without metadata.

        Raises:
            PictureUnreadable: it is no picture, or larger than anybody draws.
        """
        return await asyncio.to_thread(_shrink, data)


def _shrink(data: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "HEIF")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureUnreadable
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_PX, LONGEST_PX))
            layer = upright.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise PictureUnreadable from error
    except Image.DecompressionBombError as error:
        raise PictureUnreadable from error
    sheet = Image.new("RGB", layer.size, "white")
    sheet.paste(layer, mask=layer.getchannel("A"))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
