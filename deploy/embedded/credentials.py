"""Passwords and keys of one set, made at random once, in a file that only its owner reads."""

import contextlib
import fcntl
import json
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from joserfc.jwk import OKPKey

SIGNING = "signing_private_key"
SIGNING_PUBLIC = "signing_public_key"
PASSWORD_BYTES = 24


class Secrets:
    """Named secrets; with no path they live in memory only.

    Several processes may share one file: what one has made, the others read.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, str] = {}
        self._read()

    def password(self, name: str) -> str:
        """Give the named password, made at the first call."""
        return self._get(name, lambda: {name: secrets.token_urlsafe(PASSWORD_BYTES)})

    def signing_keys(self) -> tuple[str, str]:
        """Give the Ed25519 pair that signs requests between gateway and services, as PEM texts."""
        return self._get(SIGNING, _new_pair), self._values[SIGNING_PUBLIC]

    def _get(self, name: str, make: Callable[[], dict[str, str]]) -> str:
        if name not in self._values:
            with self._alone():
                self._read()
                if name not in self._values:
                    self._values |= make()
                    self._write()
        return self._values[name]

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        if self._path is None:
            yield
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.with_suffix(".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _read(self) -> None:
        if self._path and self._path.exists():
            self._values |= json.loads(self._path.read_text(encoding="utf-8"))

    def _write(self) -> None:
        if self._path:
            write_private(self._path, json.dumps(self._values, indent=1, sort_keys=True))


def _new_pair() -> dict[str, str]:
    key = OKPKey.generate_key("Ed25519")
    return {
        SIGNING: key.as_pem(private=True).decode("ascii"),
        SIGNING_PUBLIC: key.as_pem(private=False).decode("ascii"),
    }


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    aside.unlink(missing_ok=True)
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(text)
    aside.replace(path)
