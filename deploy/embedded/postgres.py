"""PostgreSQL 18 with Russian order of names, one cluster a set, on loopback TCP only."""

import os
import pwd
import secrets
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import psycopg

from deploy.embedded import paths
from deploy.embedded.errors import StartFailed
from deploy.embedded.ports import HOST
from deploy.embedded.process import environment
from deploy.embedded.server import Server

SUPERUSER = "postgres"
OTHER_USER = "nobody"
INITDB_LIMIT_S = 120


class Postgres(Server):
    """The cluster of a set; the superuser's password stands in the folder, mode 0600."""

    name = "postgres"
    usual_port = 5432
    # Stop fast: roll back what is open, write everything, end.
    stop_signal = signal.SIGINT
    reasons = (
        "No space left on device",
        "could not bind|Address already in use",
        "FATAL:",
        "PANIC:",
        "initdb: error",
    )
    noise = ("the database system is starting up", "terminating connection due to")
    passing = (
        "pre-existing shared memory block",
        'lock file "postmaster.pid" already exists',
    )

    @property
    def data(self) -> Path:
        """Give the cluster's folder."""
        return self.folder / "data"

    @property
    def password(self) -> str:
        """Give the superuser's password, made at the first start."""
        file = self.folder / "superuser"
        if not file.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(24))
        return file.read_text(encoding="ascii")

    @property
    def dsn(self) -> str:
        """Give the superuser's address of the database `postgres` (libpq form)."""
        return f"postgresql://{SUPERUSER}:{self.password}@{HOST}:{self.port}/postgres"

    def command(self) -> Sequence[str]:
        """Give the start line: no socket folder at all, so no path can be too long for one."""
        settings = {
            "listen_addresses": HOST,
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
            "shared_buffers": "128MB",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "logging_collector": "off",
            "log_min_messages": "warning",
            "log_line_prefix": "%m [%p] %u@%d ",
        }
        flags = [word for pair in settings.items() for word in ("-c", "=".join(pair))]
        return [*self._other_user(), self._program("postgres"), "-D", str(self.data), *flags]

    def identity(self) -> tuple[int | None, int | None]:
        """Give another user's numbers when we are root: PostgreSQL refuses to run as root."""
        if os.geteuid() != 0 or self._other_user():
            return None, None
        other = pwd.getpwnam(OTHER_USER)
        return other.pw_uid, other.pw_gid

    def env(self) -> Mapping[str, str]:
        """Keep PostgreSQL's time zone and home away from the caller's."""
        return {"TZ": "UTC", "HOME": str(self.folder)}

    def prepare(self) -> None:
        """Make the cluster at the first start; a half-made one is made anew."""
        uid, gid = self.identity()
        if uid is not None and gid is not None and self.data.exists():
            _give(self.data, uid, gid)
        if (self.folder / "made").exists():
            return
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(mode=0o700)
        secret = self.folder / "pwfile"
        secret.write_text(self.password, encoding="ascii")
        secret.chmod(0o600)
        if uid is not None and gid is not None:
            os.chown(self.data, uid, gid)
            os.chown(secret, uid, gid)
        try:
            self._initdb(secret, uid, gid)
        finally:
            secret.unlink(missing_ok=True)
        (self.folder / "made").touch()
        # A cluster made anew is empty: what earlier starts did, and noted, is due again.
        shutil.rmtree(self.folder.parent / "steps", ignore_errors=True)

    def ready(self) -> bool:
        """Ask the database a question."""
        try:
            with psycopg.connect(self.dsn, connect_timeout=2) as connection:
                connection.execute("select 1")
        except psycopg.OperationalError:
            return False
        return True

    def _initdb(self, secret: Path, uid: int | None, gid: int | None) -> None:
        command = [
            *self._other_user(),
            self._program("initdb"),
            f"--pgdata={self.data}",
            f"--username={SUPERUSER}",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=icu",
            "--icu-locale=ru-RU",
            "--locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
        ]
        run = subprocess.run(
            command,
            capture_output=True,
            check=False,
            cwd=self.folder,
            env=environment(self.env()),
            timeout=INITDB_LIMIT_S,
            user=uid,
            group=gid,
            extra_groups=[] if uid is not None else None,
        )
        if run.returncode:
            words = (run.stderr + run.stdout).decode("utf-8", "replace").strip()
            with self.log.open("a", encoding="utf-8") as log:
                log.write(words + "\n")
            lines = [line for line in words.splitlines() if "error" in line.lower()]
            reason = f"postgres: the cluster could not be made: {(lines or [words])[0][:300]}"
            raise StartFailed(reason)

    def _program(self, name: str) -> str:
        program = paths.postgres_home() / "bin" / name
        if not program.exists():
            reason = "PostgreSQL is not installed: run `make install`"
            raise StartFailed(reason)
        return str(program)

    def _other_user(self) -> list[str]:
        """Give the words before the start line when root's folders are closed to others.

        A plain change of user needs every parent folder to be open to it. Where one is closed
        (a checkout in root's home), a user namespace shows us to PostgreSQL as another user.
        """
        if os.geteuid() != 0 or self._reachable():
            return []
        mapped = ["unshare", f"--map-user={pwd.getpwnam(OTHER_USER).pw_uid}"]
        works = (
            shutil.which("unshare")
            and not subprocess.run([*mapped, "true"], capture_output=True, check=False).returncode
        )
        if not works:
            reason = (
                f"postgres: started by root it runs as '{OTHER_USER}', who cannot enter"
                f" {self._closed()}; move the project to an open folder or start as an ordinary"
                " user"
            )
            raise StartFailed(reason)
        return mapped

    def _reachable(self) -> bool:
        return self._closed() is None

    def _closed(self) -> Path | None:
        places = (self.folder, paths.postgres_home().resolve())
        for place in places:
            for parent in (place, *place.parents):
                if parent.exists() and not parent.stat().st_mode & 0o001:
                    return parent
        return None


def _give(folder: Path, uid: int, gid: int) -> None:
    if folder.stat().st_uid == uid:
        return
    os.chown(folder, uid, gid)
    for path in folder.rglob("*"):
        os.chown(path, uid, gid, follow_symlinks=False)
