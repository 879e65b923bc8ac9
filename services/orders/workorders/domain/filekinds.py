"""Which kinds of files we keep, known by their first bytes, whatever they are called.

Own signatures, few and strict: a general sniffer takes CDR for a film and knows no DXF (measured).
"""

import re
from typing import Final

from contracts.orders.words import AttachmentKind

MAX_FILE_BYTES: Final = 25 * 1024 * 1024
PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/heic"})
"""Kinds that are drawn anew for the shops."""
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?"
    rb"(?:<!--.*?-->\s*)*<svg[\s>]",
    re.DOTALL,
)
_DXF = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*999\r?\n[^\n]*\n)*\s*0\r?\n\s*SECTION\r?\n")


def media_type_of(head: bytes) -> str | None:
    """Return the media type by the first 4096 bytes; None = not a kind that we keep."""
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "image/heic"
    if head.startswith(b"RIFF"):
        return _riff(head)
    return _text_or_zip(head)


def _riff(head: bytes) -> str | None:
    if head[8:12] == b"WEBP":
        return "image/webp"
    return "application/vnd.corel-draw" if head[8:11].upper() == b"CDR" else None


def _text_or_zip(head: bytes) -> str | None:
    if head.startswith(b"PK\x03\x04") and b"mimetypeapplication/x-vnd.corel.draw" in head[:200]:
        return "application/vnd.corel-draw"
    if head.startswith(b"AutoCAD Binary DXF\r\n\x1a\x00") or _DXF.match(head):
        return "image/vnd.dxf"
    return "image/svg+xml" if _SVG.match(head) else None


def may_be(kind: AttachmentKind, media_type: str) -> bool:
    """Tell whether a file of this type can be such an attachment: a photo is a picture."""
    return kind is not AttachmentKind.PHOTO or media_type in PICTURES
