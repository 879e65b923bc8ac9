"""Files that are not what they say, and what becomes of each: refused, or kept as a sealed thing."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from PIL import Image
from PIL.ExifTags import IFD, Base

from tests.fuzz.pictures import JPEG, PNG, WEBP, picture

SCRIPT: Final = b"<script>alert(document.domain)</script>"
REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True)
class Liar:
    """A file: under which name it comes, and as what it is kept (`refused` = not at all)."""

    what: str
    name: str
    data: bytes
    kept_as: str


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a PNG chunk with its right sum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes, depth: int = 8, colour: int = 2) -> bytes:
    """Return a PNG that claims a size, with chunks of one's own."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def bomb(width: int, height: int) -> bytes:
    """Return a real picture of a few kilobytes and so many pixels."""
    row = b"\0" * (1 + width // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return png(width, height, chunk(b"IDAT", packed), depth=1, colour=0)


def zipped(*files: tuple[str, bytes]) -> bytes:
    """Return a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def turned() -> bytes:
    """Return a photograph held upright by EXIF alone, with the place where it was taken."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Make] = "SECRET-CAMERA"
    exif.get_ifd(IFD.GPSInfo)[1] = "N"
    return picture("JPEG", (400, 200), exif=exif)


def many_frames() -> bytes:
    """Return a moving picture."""
    frames = [Image.new("RGB", (32, 32), (n % 256, 0, 0)) for n in range(200)]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return out.getvalue()


def gif() -> bytes:
    """Return a GIF that is JavaScript as well."""
    return b"GIF89a/*" + b"\0" * 20 + b"*/=alert(1);//"


def coloured(mode: str, kind: str) -> bytes:
    """Return a picture in another way of saying colours."""
    out = io.BytesIO()
    Image.new(mode, (32, 32)).save(out, kind)
    return out.getvalue()


SVG: Final = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"
LAUGHS: Final = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
    b'<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&b;&x;</svg>'
)
CDR: Final = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/x-vnd.corel.draw"
JPG, PNG_, WEBP_ = "image/jpeg", "image/png", "image/webp"
PDF, SVG_, DXF, COREL = (
    "application/pdf",
    "image/svg+xml",
    "image/vnd.dxf",
    "application/vnd.corel-draw",
)

LIARS: Final = (
    Liar("nothing", "empty.png", b"", REFUSED),
    Liar("one byte", "one.jpg", b"\xff", REFUSED),
    Liar("the first bytes alone", "head.jpg", b"\xff\xd8\xff", REFUSED),
    Liar("a signature alone", "head.png", b"\x89PNG\r\n\x1a\n", REFUSED),
    Liar("half a PNG", "half.png", PNG[: len(PNG) // 2], REFUSED),
    Liar("half a JPEG head", "half.jpg", JPEG[:100], REFUSED),
    Liar("half a WEBP", "half.webp", WEBP[: len(WEBP) // 2], REFUSED),
    Liar("a page called a picture", "photo.png", b"<!DOCTYPE html>" + SCRIPT, REFUSED),
    Liar("a page behind a picture's head", "photo.jpg", b"\xff\xd8\xff" + SCRIPT * 9, REFUSED),
    Liar("a program called a picture", "photo.jpg", b"MZ\x90\0" + b"\0" * 500, REFUSED),
    Liar("a Linux program", "drawing.pdf", b"\x7fELF\x02\x01\x01" + b"\0" * 500, REFUSED),
    Liar("a shell script", "drawing.dxf", b"#!/bin/sh\nid\n", REFUSED),
    Liar("PHP", "photo.php.jpg", b"<?php system($_GET[0]); ?>", REFUSED),
    Liar("JavaScript called a drawing", "a.svg", b"alert(1)//<svg>", REFUSED),
    Liar("a GIF that is a program", "photo.gif", gif(), REFUSED),
    Liar("TIFF", "photo.tif", coloured("RGB", "TIFF"), REFUSED),
    Liar("BMP", "photo.bmp", coloured("RGB", "BMP"), REFUSED),
    Liar("ICO", "favicon.ico", coloured("RGB", "ICO"), REFUSED),
    Liar("a zip called a picture", "photo.png", zipped(("a", b"\0" * 10_000_000)), REFUSED),
    Liar("an office document", "order.docx", zipped(("word/document.xml", b"<x/>")), REFUSED),
    Liar("a film", "film.heic", b"\0\0\0\x18ftypisom" + b"\0" * 100, REFUSED),
    Liar("HEIC in name alone", "p.heic", b"\0\0\0\x18ftypheic" + b"\0" * 100, REFUSED),
    Liar("sound", "voice.webp", b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 100, REFUSED),
    Liar("EPS", "drawing.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n(id) exec", REFUSED),
    Liar("a link", "a.url", b"[InternetShortcut]\nURL=file:///etc/passwd", REFUSED),
    Liar("UTF-16 page", "a.svg", "<svg><script/></svg>".encode("utf-16"), REFUSED),
    Liar("a PNG that claims to be huge", "big.png", png(65_535, 65_535), REFUSED),
    Liar("a PNG of no width", "none.png", png(0, 10), REFUSED),
    Liar("a PNG beyond all numbers", "most.png", png(2**31 - 1, 2**31 - 1), REFUSED),
    Liar("a real bomb of 10^8 pixels", "bomb.png", bomb(10_000, 10_000), REFUSED),
    Liar("a bomb in a comment", "note.png", png(8, 8, chunk(b"zTXt", b"k\0\0" + zlib.compress(b"A" * 80_000_000))), REFUSED),
    Liar("a broken sum", "sum.png", PNG[:-6] + b"\0\0\0\0\0\0", PNG_),
    Liar("no pixels", "void.png", png(8, 8), REFUSED),
    Liar("a page after a picture", "photo.png.html", PNG + SCRIPT, PNG_),
    Liar("a zip after a picture", "photo.jpg.exe", JPEG + zipped(("x.js", SCRIPT)), JPG),
    Liar("a picture that is JavaScript", "photo.jpg", JPEG[:2] + b"\xff\xfe\0\x20/*" + SCRIPT[:28] + JPEG[2:], JPG),
    Liar("a PNG called JPEG", "photo.jpg", PNG, PNG_),
    Liar("a WEBP called PDF", "drawing.pdf", WEBP, WEBP_),
    Liar("a moving picture", "film.webp", many_frames(), WEBP_),
    Liar("a photograph on its side", "photo.jpeg", turned(), JPG),
    Liar("a photograph for print", "photo.jpg", coloured("CMYK", "JPEG"), JPG),
    Liar("a grey picture of 16 bits", "grey.png", coloured("I;16", "PNG"), PNG_),
    Liar("a picture one sees through", "glass.png", coloured("LA", "PNG"), PNG_),
    Liar("a palette", "palette.png", coloured("P", "PNG"), PNG_),
    Liar("a thread of a picture", "thread.png", picture("PNG", (20_000, 1)), PNG_),
    Liar("a drawing that acts", "drawing.svg", SVG, SVG_),
    Liar("a drawing called a picture", "photo.png", b"\xef\xbb\xbf  <!-- x -->" + SVG, SVG_),
    Liar("a drawing of entities", "laughs.svg", LAUGHS, REFUSED),
    Liar("a PDF that acts", "drawing.pdf", b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>", PDF),
    Liar("a PDF that is a page", "drawing.html", b"%PDF-1.4\n" + SCRIPT, PDF),
    Liar("a Corel drawing that is a bomb", "a.cdr", CDR + zipped(("x", b"\0" * 10_000_000)), COREL),
    Liar("a drawing of lines with a page in it", "a.dxf", b"0\r\nSECTION\r\n999\r\n" + SCRIPT, DXF),
)  # fmt: skip

NAMES: Final = (
    "../../../etc/cron.d/x", "..\\..\\x.png", "/etc/passwd", "C:\\x.png", "x.png\u202egnp.exe", "a\r\nX-Injected: 1",
    'a"; filename="b.exe', "a;b=c", "%0d%0aX-Injected:%201", "'; drop table x--", "<img src=x onerror=alert(1)>.png",
    "👨‍👩‍👧.png", "ё" * 200, ".htaccess", "con", "a/b/c.png", "   .png", "{{7*7}}.png", "\u0001\u0002.png", "\u2028.png",
)  # fmt: skip
"""What files are called: kept as words, never as a path, never as a header."""
