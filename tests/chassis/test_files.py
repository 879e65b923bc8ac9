"""Objects: streamed in, bounded, swept."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from chassis.errors import NotFound, TooLarge
from chassis.files import Files
from chassis.settings import MissingSetting, Settings


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A store in a folder with a space and Cyrillic letters."""
    return Files.of(Settings(files_url=(tmp_path / "склад файлов").as_uri()))


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    """Yield parts as an upload would."""
    for part in parts:
        yield part


async def test_what_was_put_is_read_back_with_its_digest(files: Files) -> None:
    stored = await files.put(chunks(b"abc", b"def"), limit=6)

    assert await files.read(stored.key) == b"abcdef"
    assert b"".join([part async for part in await files.open(stored.key)]) == b"abcdef"
    assert (stored.size, stored.head) == (6, b"abcdef")
    assert stored.sha256 == "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721"


async def test_an_upload_over_the_limit_leaves_nothing(files: Files, tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        await files.put(chunks(b"abc", b"def"), limit=5)

    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


async def test_an_upload_that_breaks_off_leaves_nothing(files: Files, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"abc"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await files.put(broken(), limit=100)

    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


async def test_orphans_are_swept_and_known_objects_stay(files: Files) -> None:
    kept = await files.put_bytes(b"kept")
    orphan = await files.put_bytes(b"orphan")

    assert await files.sweep({kept.key}, older_than=timedelta(hours=1)) == 0
    assert await files.sweep({kept.key}, older_than=timedelta(seconds=-5)) == 1
    with pytest.raises(NotFound):
        await files.read(orphan.key)
    assert await files.read(kept.key) == b"kept"


def test_a_store_needs_its_address() -> None:
    with pytest.raises(MissingSetting):
        Files.of(Settings(files_url=""))
