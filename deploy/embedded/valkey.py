"""Valkey, for what may vanish: sessions' cache and request rates."""

import os
import secrets
from collections.abc import Sequence

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from deploy.embedded import paths
from deploy.embedded.ports import HOST
from deploy.embedded.server import Server


class Valkey(Server):
    """The cache of a set; it does not lock its folder itself, ours does."""

    name = "valkey"
    usual_port = 6379
    start_limit_s = 20.0
    reasons = (
        "No space left on device",
        "Address already in use|Failed listening",
        "Fatal|FATAL|Bad file format",
    )
    port_taken = ("Address already in use", "Failed listening on port")

    @property
    def password(self) -> str:
        """Give the password, made at the first start."""
        file = self.folder / "password"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(24))
        return file.read_text(encoding="ascii")

    @property
    def url(self) -> str:
        """Give the address of number 0 of its databases."""
        return f"redis://:{self.password}@{HOST}:{self.port}/0"

    def prepare(self) -> None:
        """Write the settings file; it holds the password, so nobody else may read it."""
        (self.folder / "data").mkdir(exist_ok=True)
        file = self.folder / "valkey.conf"
        file.touch(mode=0o600)
        lines = {
            "bind": HOST,
            "port": str(self.port),
            "requirepass": self.password,
            "dir": _quoted(str(self.folder / "data")),
            "databases": "64",
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": '""',
            "daemonize": "no",
            "loglevel": "notice",
            "maxmemory": "256mb",
            "hz": "2",  # keys that are over are found when asked for; nobody waits for the sweep
            "maxmemory-policy": "noeviction",
        }
        text = "".join(f"{key} {value}\n" for key, value in lines.items())
        file.write_text(text, encoding="utf-8")

    def command(self) -> Sequence[str]:
        """Give the start line; its words go to our log file, never into a pipe."""
        return [str(paths.valkey()), str(self.folder / "valkey.conf")]

    def ready(self) -> bool:
        """Ask once; the client's own retries would take seconds."""
        client = redis.Redis.from_url(self.url, retry=Retry(NoBackoff(), 0), socket_timeout=2)
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
