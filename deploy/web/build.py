"""Packages of the screens and the built apps: done when something has changed, else passed over."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from deploy.embedded import paths
from deploy.embedded.errors import InstallFailed
from deploy.web import node
from deploy.web.node import WEB

DIST = WEB / "dist"
MODULES_STAMP = WEB / "node_modules" / ".vitrazh-stamp"
BUILD_STAMP = DIST / ".stamp"
CONTRACT = paths.REPO / "contracts" / "gen" / "openapi"
NEEDED_MB = 800
LAST_LINES = 40
_NOT_SOURCES = frozenset({"node_modules", "dist", "coverage"})
Say = Callable[[str], None]


def sources(root: Path) -> Iterator[Path]:
    """Yield the files below a folder that people or generators wrote, in order; no tests."""
    for folder, inside, names in os.walk(root):
        inside[:] = sorted(n for n in inside if n not in _NOT_SOURCES and not n.startswith("."))
        for name in sorted(names):
            if ".test." not in name and not name.startswith("."):
                yield Path(folder, name)


def sum_of(files: Iterator[Path], *also: str) -> str:
    """Give one sum of many files: their places and what is in them."""
    digest = hashlib.sha256("\0".join(also).encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"\0{file.relative_to(paths.REPO)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def wanted_modules() -> str:
    """Give the sum of everything that decides which packages are installed."""
    decisive = ("pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json")
    files = (file for file in sources(WEB) if file.name in decisive)
    return sum_of(files, platform.system(), platform.machine(), str(paths.REPO))


def wanted_build() -> str:
    """Give the sum of everything that the built apps are made of."""

    def everything() -> Iterator[Path]:
        yield from sources(WEB)
        yield from sources(CONTRACT)

    return sum_of(everything())


def _stamped(stamp: Path, wanted: str) -> bool:
    try:
        return stamp.read_text(encoding="ascii") == wanted
    except OSError:
        return False


def modules_are_there() -> bool:
    """Tell whether the packages of the lock are installed."""
    return _stamped(MODULES_STAMP, wanted_modules())


def is_built(wanted: str | None = None) -> bool:
    """Tell whether the built apps are those of the present sources (whose sum may be known)."""
    pages = [DIST / app / "index.html" for app in ("office", "workshop")]
    whole = all(page.exists() for page in pages)
    return whole and _stamped(BUILD_STAMP, wanted or wanted_build())


def install(say: Say) -> None:
    """Have pnpm and the packages of the lock; raises InstallFailed."""
    _have_pnpm(say)
    wanted = wanted_modules()
    if _stamped(MODULES_STAMP, wanted):
        return
    _need_space()
    say("installing the packages of the screens (about 150 MB at the first time)")
    words = ("install", "--frozen-lockfile", "--ignore-scripts", "--reporter=append-only")
    node.run(
        [node.pnpm(), *words], cwd=WEB, doing="installing the screens' packages", log="pnpm.log"
    )
    MODULES_STAMP.write_text(wanted, encoding="ascii")


def relock(say: Say) -> None:
    """Make pnpm-lock.yaml anew from the package.json files; raises InstallFailed."""
    _have_pnpm(say)
    words = ("install", "--lockfile-only", "--ignore-scripts", "--no-frozen-lockfile")
    node.run([node.pnpm(), *words], cwd=WEB, doing="making pnpm-lock.yaml", log="pnpm.log")


def _have_pnpm(say: Say) -> None:
    if not node.pnpm_is_there():
        _need_space()
        say(f"installing pnpm {node.pinned_pnpm().version}")
        node.install_pnpm()


def _need_space() -> None:
    free = shutil.disk_usage(WEB).free // 2**20
    if free < NEEDED_MB:
        raise InstallFailed(f"disk full: {free} MB free, {NEEDED_MB} MB needed to install")


def build(say: Say) -> None:
    """Have the apps of the present sources in web/dist; raises InstallFailed."""
    wanted = wanted_build()
    if is_built(wanted):
        return
    say("building the office and the workshop")
    # The maker of the service worker leaves a file behind in the folder of passing files.
    passing = paths.tools() / f".build-{os.getpid()}"
    passing.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(
            [str(node.node()), "scripts/build.ts"],
            cwd=WEB,
            env=node.environment() | {"TMPDIR": str(passing)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=node.LIMIT_S,
        )
    except subprocess.TimeoutExpired as error:
        raise InstallFailed(f"building did not end in {node.LIMIT_S:.0f} s") from error
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    if done.returncode:
        words = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        if "ENOSPC" in words:
            raise InstallFailed("disk full while building the screens")
        # A build fails by a mistake in the sources: the one who made it wants to read it.
        print("\n".join(words.splitlines()[-LAST_LINES:]), file=sys.stderr)
        raise InstallFailed("the screens could not be built; what is served is the build before")
    BUILD_STAMP.write_text(wanted, encoding="ascii")
