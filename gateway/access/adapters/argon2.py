"""Argon2id in two threads: never on the loop, and never more memory than two hashes take."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

T = TypeVar("T")
AT_ONCE = 2


class Argon2:
    """The `Hashes` of production; tests give a quicker hasher of the same kind."""

    def __init__(self, password_hasher: Argon2Hasher | None = None) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="argon2")
        self._password_hasher = password_hasher or Argon2Hasher(
            time_cost=2, memory_cost=32 * 1024, parallelism=1
        )
        self._passwords = PasswordHash([self._password_hasher])
        self._pins = PasswordHash([Argon2Hasher(time_cost=1, memory_cost=8 * 1024, parallelism=1)])
        # Made now, not on first use: the first stranger must not wait longer than others.
        self._nobodys = self._passwords.hash("nobody has this password")
        self._nobodys_pin = self._pins.hash("nobody")

    async def of_password(self, password: str) -> str:
        """Return the hash of a new password."""
        return await self._run(lambda: self._passwords.hash(password))

    async def is_password(self, password: str, known: str | None) -> bool:
        """Tell whether the password fits; None never fits, in the same time."""

        def check() -> bool:
            fits = self._passwords.verify(password, known or self._nobodys)
            return fits and known is not None

        return await self._run(check)

    def is_outdated(self, known: str) -> bool:
        """Tell whether a password's hash was made with weaker settings than today's."""
        return self._password_hasher.check_needs_rehash(known)

    async def of_pin(self, pin: str) -> str:
        """Return the hash of a new PIN."""
        return await self._run(lambda: self._pins.hash(pin))

    async def is_pin(self, pin: str, known: str | None) -> bool:
        """Tell whether the PIN fits; None never fits, in the same time."""

        def check() -> bool:
            fits = self._pins.verify(pin, known or self._nobodys_pin)
            return fits and known is not None

        return await self._run(check)

    async def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)
