"""Objects beside the database: attachments in a folder or S3, one URL decides (obstore).

The key is ours (UUIDv7), never a caller's name, so no path leaves the store. The object is
written first and its row after; an object without a row is an orphan that a sweep removes.
"""

import hashlib
from collections.abc import AsyncIterable, AsyncIterator, Collection
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from chassis import clock
from chassis.errors import NotFound, TooLarge
from chassis.failpoints import failpoint
from chassis.ids import new_id
from chassis.settings import MissingSetting, Settings

if TYPE_CHECKING:
    from obstore import GetResult

HEAD_BYTES = 4096
"""What a sniffer of file types gets to see."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An object that is in the store: its key, bytes, SHA-256 (hex) and first bytes."""

    key: str
    size: int
    sha256: str
    head: bytes


class Files:
    """The object store of one service."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @classmethod
    def of(cls, settings: Settings) -> "Files":
        """Open the store that `VITRAZH_FILES_URL` names; a local folder is made.

        Raises:
            MissingSetting: the URL is not given.
        """
        if not settings.files_url:
            raise MissingSetting("VITRAZH_FILES_URL is not set")
        parts = urlsplit(settings.files_url)
        if parts.scheme == "file":
            folder = Path(unquote(parts.path))
            folder.mkdir(parents=True, exist_ok=True)
            return cls(LocalStore(str(folder)))
        return cls(from_url(settings.files_url))

    async def put(self, chunks: AsyncIterable[bytes], *, limit: int) -> Stored:
        """Write a stream; nothing stays of one that is too large or breaks off.

        Raises:
            TooLarge: more than `limit` bytes.
        """
        key = str(new_id())
        digest = hashlib.sha256()
        size = 0
        head = b""
        try:
            async with obstore.open_writer_async(self._store, key) as writer:
                async for chunk in chunks:
                    size += len(chunk)
                    if size > limit:
                        raise TooLarge(limit=limit)  # noqa: TRY301 - must discard as well
                    digest.update(chunk)
                    head = (head + chunk)[:HEAD_BYTES] if len(head) < HEAD_BYTES else head
                    await writer.write(chunk)
        except BaseException:
            await self.discard(key)
            raise
        await failpoint("file.after_store_before_row")
        return Stored(key, size, digest.hexdigest(), head)

    async def put_bytes(self, data: bytes) -> Stored:
        """Write bytes that we made ourselves (a shrunk picture)."""

        async def once() -> AsyncIterator[bytes]:
            yield data

        return await self.put(once(), limit=len(data))

    async def open(self, key: str) -> AsyncIterator[bytes]:
        """Return the object's bytes as a stream.

        Raises:
            NotFound: there is no such object.
        """
        try:
            found = await obstore.get_async(self._store, key)
        except FileNotFoundError as error:
            raise NotFound from error
        return _chunks(found)

    async def read(self, key: str) -> bytes:
        """Return the whole object; for small ones.

        Raises:
            NotFound: there is no such object.
        """
        try:
            found = await obstore.get_async(self._store, key)
        except FileNotFoundError as error:
            raise NotFound from error
        return bytes(await found.bytes_async())

    async def discard(self, key: str) -> None:
        """Remove an object; none is fine."""
        try:
            await obstore.delete_async(self._store, key)
        except FileNotFoundError:
            return

    async def sweep(self, known: Collection[str], *, older_than: timedelta) -> int:
        """Remove objects that no row names and that are older than an upload can last."""
        before = clock.now() - older_than
        orphans = [
            item["path"]
            async for batch in obstore.list(self._store)
            for item in batch
            if item["path"] not in known and item["last_modified"] < before
        ]
        for key in orphans:
            await self.discard(key)
        return len(orphans)


async def _chunks(found: "GetResult") -> AsyncIterator[bytes]:
    async for chunk in found.stream():
        yield bytes(chunk)
