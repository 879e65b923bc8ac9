"""Pictures are drawn anew: small, upright, on white, and bombs are refused."""

import io

import pytest
from PIL import Image

from services.orders.workorders.adapters import pictures
from services.orders.workorders.adapters.pictures import PillowPictures
from services.orders.workorders.domain.refusals import PictureUnreadable

ORIENTATION = 274
SIDEWAYS = 6


def drawn(picture: Image.Image, kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


async def shrunk(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(await PillowPictures().shrink(data)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
async def test_a_large_picture_becomes_a_small_jpeg(kind: str) -> None:
    small = await shrunk(drawn(Image.new("RGB", (2000, 1000), "teal"), kind))

    assert (small.format, small.size) == ("JPEG", (1600, 800))


async def test_a_sideways_photo_stands_upright_and_forgets_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = SIDEWAYS

    small = await shrunk(drawn(Image.new("RGB", (200, 100)), "JPEG", exif=exif))

    assert small.size == (100, 200)
    assert not small.getexif()


async def test_what_is_transparent_is_white() -> None:
    small = await shrunk(drawn(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"))

    assert small.getpixel((25, 25)) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken"])
async def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        await PillowPictures().shrink(data)


async def test_a_broken_off_picture_is_refused() -> None:
    whole = drawn(Image.effect_noise((400, 400), 80), "PNG")

    with pytest.raises(PictureUnreadable):
        await PillowPictures().shrink(whole[: len(whole) // 2])


async def test_more_pixels_than_anybody_draws_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 99)

    with pytest.raises(PictureUnreadable):
        await PillowPictures().shrink(drawn(Image.new("RGB", (10, 10)), "PNG"))
