"""Bring the jars of the lock onto this machine and unpack PostgreSQL, checking every byte."""

import hashlib
import lzma
import os
import shutil
import ssl
import tarfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from deploy.embedded import lock, paths
from deploy.embedded.errors import InstallFailed
from deploy.embedded.lock import Jar

THREADS = 8
TRIES = 3
TIMEOUT_S = 60
NEEDED_MB = 700
Say = Callable[[str], None]


def base_address() -> str:
    """Give the Maven repository: `VITRAZH_MAVEN_BASE`, else the usual public one."""
    own = os.environ.get("VITRAZH_MAVEN_BASE")
    if own:
        return own.rstrip("/")
    from jgo.constants import MAVEN_CENTRAL_URL  # noqa: PLC0415 - slow, and only when fetching

    return str(MAVEN_CENTRAL_URL).rstrip("/")


def sha256_of(path: Path) -> str:
    """Give the sum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _download(url: str, target: Path, name: str) -> None:
    try:
        with (
            urllib.request.urlopen(url, timeout=TIMEOUT_S) as answer,  # noqa: S310 - base is a setting
            target.open("wb") as file,
        ):
            shutil.copyfileobj(answer, file, 1 << 18)
    except urllib.error.HTTPError as error:
        reason = f"Maven repository refused {name}: HTTP {error.code} {error.reason}"
        raise InstallFailed(reason) from error
    except (urllib.error.URLError, ssl.SSLError, TimeoutError, ConnectionError) as error:
        cause = getattr(error, "reason", error)
        reason = (
            f"cannot reach the Maven repository for {name} ({cause}); set VITRAZH_MAVEN_BASE for"
            " a mirror, or https_proxy for a proxy, and run `make install` again"
        )
        raise InstallFailed(reason) from error
    except OSError as error:
        reason = f"cannot write {name}: {error.strerror} (is the disk full?)"
        raise InstallFailed(reason) from error


def fetch(jar: Jar, folder: Path, base: str) -> bool:
    """Have one jar in the folder with the locked sum; say whether it was fetched.

    Raises InstallFailed when it cannot be had or its sum differs.
    """
    target = folder / jar.file_name
    if target.exists() and sha256_of(target) == jar.sha256:
        return False
    aside = folder / f".{jar.file_name}.{os.getpid()}.part"
    try:
        for attempt in range(TRIES):
            try:
                _download(f"{base}/{jar.address}", aside, jar.file_name)
                break
            except InstallFailed as error:
                if "cannot reach" not in str(error) or attempt == TRIES - 1:
                    raise
                time.sleep(0.5 * (attempt + 1))
        if sha256_of(aside) != jar.sha256:
            reason = (
                f"{jar.file_name} differs from jars.lock (sha256): try again; if it happens again,"
                " the mirror or the network changes files: report it"
            )
            raise InstallFailed(reason)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
    return True


def fetch_jars(say: Say) -> None:
    """Have every jar that this machine needs; raises InstallFailed naming the first failure."""
    jars = lock.wanted(lock.read(), lock.platform_name())
    folder = paths.jars()
    folder.mkdir(parents=True, exist_ok=True)
    missing = [jar for jar in jars if not (folder / jar.file_name).exists()]
    if missing:
        _need_space(folder)
        say(f"fetching {len(missing)} jars from the Maven repository")
    base = base_address() if missing else os.environ.get("VITRAZH_MAVEN_BASE", "")
    with ThreadPoolExecutor(THREADS) as pool:
        # The base is asked for again only when a present file turns out to be damaged.
        for _ in pool.map(lambda jar: fetch(jar, folder, base or base_address()), jars):
            pass


def _need_space(folder: Path) -> None:
    free = shutil.disk_usage(folder).free // 2**20
    if free < NEEDED_MB:
        reason = f"disk full: {free} MB free, {NEEDED_MB} MB needed to install"
        raise InstallFailed(reason)


def unpack_postgres(say: Say) -> None:
    """Unpack the PostgreSQL server beside its place and move it there; raises InstallFailed."""
    jar = lock.part("postgres")[0]
    home = paths.postgres_home()
    stamp = home / ".sha256"
    if stamp.exists() and stamp.read_text(encoding="ascii") == jar.sha256:
        return
    say("unpacking PostgreSQL")
    aside = home.with_name(f"postgres.{os.getpid()}.part")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        with zipfile.ZipFile(paths.jars() / jar.file_name) as outer:
            name = next(n for n in outer.namelist() if n.endswith(".txz"))
            with (
                outer.open(name) as packed,
                lzma.open(packed) as plain,
                tarfile.open(fileobj=plain, mode="r|") as archive,
            ):
                # Pythons before 3.11.4 know no filters; the sum has vouched for the file anyway.
                archive.extraction_filter = getattr(tarfile, "tar_filter", None)
                archive.extractall(aside)  # noqa: S202
        (aside / ".sha256").write_text(jar.sha256, encoding="ascii")
        _open_to_others(aside)
        shutil.rmtree(home, ignore_errors=True)
        aside.rename(home)
    except OSError as error:
        reason = f"cannot unpack PostgreSQL: {error.strerror or error} (is the disk full?)"
        raise InstallFailed(reason) from error
    except (lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, StopIteration) as error:
        reason = f"{jar.file_name} cannot be unpacked ({error}): delete it and run `make install`"
        raise InstallFailed(reason) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _open_to_others(folder: Path) -> None:
    """Let everybody read and enter: started by root, PostgreSQL runs under another user."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o055 if path.is_dir() or mode & 0o100 else 0o044))


def install(say: Say) -> None:
    """Install everything that is no Python package; a second run only checks the sums."""
    fetch_jars(say)
    unpack_postgres(say)


def missing_parts() -> list[str]:
    """Name what is not installed, without reading the files through."""
    jars = lock.wanted(lock.read(), lock.platform_name())
    gone = [jar.file_name for jar in jars if not (paths.jars() / jar.file_name).exists()]
    if not (paths.postgres_home() / ".sha256").exists():
        gone.append("PostgreSQL (unpacked)")
    return gone
