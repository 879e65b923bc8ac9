"""Pictures with bytes turned over: drawn anew or refused by name, never a mistake of ours."""

import io
from random import Random
from typing import Final

import pytest
from PIL import Image

from services.orders.workorders.adapters.pictures import _shrink
from services.orders.workorders.domain.refusals import PictureUnreadable
from tests.fuzz.liars import coloured, many_frames, turned
from tests.fuzz.pictures import JPEG, PNG, WEBP, picture

EACH: Final = 150


def heic() -> bytes:
    """Return a photograph as telephones make it."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (40, 90, 140)).save(out, "HEIF")
    return out.getvalue()


SEEDS: Final = {
    "PNG": PNG,
    "JPEG": JPEG,
    "WEBP": WEBP,
    "HEIC": heic(),
    "JPEG with EXIF": turned(),
    "moving WEBP": many_frames(),
    "palette PNG": coloured("P", "PNG"),
    "CMYK JPEG": coloured("CMYK", "JPEG"),
    "progressive JPEG": picture("JPEG", progressive=True),
}


def twisted(data: bytes, chance: Random) -> bytes:
    """Return the bytes with some turned over, cut out, doubled or cut off; most near the head."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        reach = min(len(made), chance.choice((32, 200, len(data))))
        at = chance.randrange(max(1, reach))
        match chance.randrange(5):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                made[at : at + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")
                )
            case 2:
                del made[at : at + chance.randint(1, 40)]
            case 3:
                made[at:at] = made[at : at + 20]
            case _:
                del made[len(made) - chance.randint(0, 60) :]
    return bytes(made)


@pytest.mark.filterwarnings("ignore")  # Pillow warns of what it mends in a broken picture
@pytest.mark.timeout(300)
@pytest.mark.parametrize("what", SEEDS)
def test_a_broken_picture_is_no_mistake_of_ours(what: str) -> None:
    wrong = []
    for number in range(EACH):
        data = twisted(SEEDS[what], Random(f"{what} {number}"))
        try:
            smaller = _shrink(data)
        except PictureUnreadable:
            continue
        except Exception as error:  # noqa: BLE001 - any other is what is looked for
            wrong.append(f"{number}: {error!r}")
        else:
            assert smaller.startswith(b"\xff\xd8")
    assert wrong == []
