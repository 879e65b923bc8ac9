"""Files of a build, which may be made anew at any moment; nothing is remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from gateway.pages.domain.site import ENCODINGS


@dataclass(frozen=True, slots=True)
class File:
    """One file as this reader gets it."""

    content: bytes
    tag: str
    """Its ETag: another one after each build, and for each encoding."""
    encoding: str | None
    varies: bool
    """Whether another reader may get it in another encoding."""


def find(folder: Path, parts: tuple[str, ...], accepted: Sequence[str] = ()) -> File | None:
    """Return a file of a folder, compressed if the build has it so; None: there is no such file.

    Blocks; whatever the name is made of, nothing outside the folder is read.
    """
    if parts == () or parts[-1].endswith(tuple(ENCODINGS.values())):
        return None
    try:
        plain = folder.joinpath(*parts).resolve(strict=True)
        if not plain.is_relative_to(folder.resolve()) or not S_ISREG(plain.stat().st_mode):
            return None
        packed = _packed(plain)
        chosen = next((name for name in accepted if name in packed), None)
        return _read(packed[chosen] if chosen else plain, chosen, varies=bool(packed))
    except (OSError, ValueError):  # gone meanwhile; a name too long, or one no file can have
        return None


def _packed(plain: Path) -> dict[str, Path]:
    """Return the compressed forms of a file; one older than the file is of another build."""
    made = plain.stat().st_mtime_ns
    forms = {name: plain.with_name(plain.name + ending) for name, ending in ENCODINGS.items()}
    return {
        name: path
        for name, path in forms.items()
        if path.is_file() and not path.is_symlink() and path.stat().st_mtime_ns >= made
    }


def _read(path: Path, encoding: str | None, *, varies: bool) -> File:
    stat = path.stat()
    tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{"-" + encoding if encoding else ""}"'
    return File(path.read_bytes(), tag, encoding, varies)
