import pytest

from contracts.orders.words import AttachmentKind
from services.orders.workorders.domain.filekinds import may_be, media_type_of


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n rest", "image/png"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"RIFF\x10\x00\x00\x00CDR9vrsn", "application/vnd.corel-draw"),
        (b"RIFF\x10\x00\x00\x00cdrAvrsn", "application/vnd.corel-draw"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/x-vnd.corel.draw.document+zip",
            "application/vnd.corel-draw",
        ),
        (b"AutoCAD Binary DXF\r\n\x1a\x00 rest", "image/vnd.dxf"),
        (b"  0\nSECTION\n  2\nHEADER\n", "image/vnd.dxf"),
        (b"999\nwe\n0\r\nSECTION\r\n", "image/vnd.dxf"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">', "image/svg+xml"),
        (b'<?xml version="1.0"?>\n<!-- a --><svg>', "image/svg+xml"),
        (b"\xef\xbb\xbf<!DOCTYPE svg PUBLIC 'x'>\n<svg\n>", "image/svg+xml"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head: bytes, media_type: str) -> None:
    assert media_type_of(head) == media_type


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"MZ\x90\x00",
        b"<html><svg></svg>",
        b"<?xml version='1.0'?><html/>",
        b"PK\x03\x04 some zip",
        b"RIFF\x10\x00\x00\x00AVI LIST",
        b"\x00\x00\x00\x18ftypisom",
        b"SECTION\n",
        b"<svgx>",
        b"GIF89a",
    ],
)
def test_what_we_do_not_keep_is_nothing(head: bytes) -> None:
    assert media_type_of(head) is None


def test_a_photo_is_a_picture_a_drawing_may_be_anything() -> None:
    assert may_be(AttachmentKind.PHOTO, "image/heic")
    assert not may_be(AttachmentKind.PHOTO, "application/pdf")
    assert may_be(AttachmentKind.DRAWING, "application/pdf")
