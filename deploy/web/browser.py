"""The browser of the tests: an installed one, else one of our own in `.tools/chromium`."""

import os
import platform
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from deploy.embedded import paths
from deploy.embedded.errors import InstallFailed
from deploy.embedded.folders import one_at_a_time
from deploy.web import node
from deploy.web.node import WEB, Pinned

SETTING: Final = "VITRAZH_CHROMIUM"
OWN_ONLY: Final = "own"
"""As the setting's value: pass over what is installed."""
PACKAGE: Final = Pinned(
    "@sparticuz/chromium",
    "147.0.0",
    "e1929e01041af2ea769adebbe6a4a2b73b4b75b42b95ff0129d0b99da79aa7ee"
    "4cbf5395d4e94974fa14f84242fe9e6c414254426378afeab9f8485a68e507a5",
)
INSTALLED: Final = (
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
)
APPLICATIONS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FONTS: Final = WEB / "node_modules" / "dejavu-fonts-ttf" / "ttf"
NEEDED_MB: Final = 600
ADVICE: Final = (
    f"install Chromium, Chrome or Edge, or set {SETTING} to one"
    " (there is a ready-made one for Linux on x86-64 only)"
)
# Parts of the package: the program, then libraries that a bare machine lacks.
PROGRAM: Final = "package/bin/chromium.br"
FOLDERS: Final = {
    "package/bin/al2023.tar.br": "al2023",
    "package/bin/swiftshader.tar.br": "",
}
UNPACK: Final = (
    'const {createReadStream: from, createWriteStream: to} = require("node:fs");'
    'require("node:stream/promises").pipeline(from(process.argv[1]),'
    'require("node:zlib").createBrotliDecompress(), to(process.argv[2]));'
)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Browser:
    """What to start: Playwright's `executable_path`, `args` and more of the environment."""

    program: Path
    args: tuple[str, ...] = ("--no-sandbox",)
    env: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """Give the whole environment to start it in."""
        return dict(os.environ) | self.env


def own_home() -> Path:
    """Give the folder of our own browser."""
    return paths.tools() / "chromium" / PACKAGE.version


def find() -> Browser | None:
    """Find a browser without installing one; raises InstallFailed when the setting misleads."""
    told = os.environ.get(SETTING, "")
    if told and told != OWN_ONLY:
        if not os.access(told, os.X_OK):
            raise InstallFailed(f"{SETTING}={told} is no program")
        return Browser(Path(told), env=_fonts())
    if not told:
        found = [Path(path) for name in INSTALLED if (path := shutil.which(name))]
        found += [Path(path) for path in APPLICATIONS if Path(path).exists()]
        if found:
            return Browser(found[0], env=_fonts())
    program = own_home() / "chromium"
    if not program.exists():
        return None
    libraries = (own_home() / "al2023" / "lib", own_home())
    inherited = os.environ.get("LD_LIBRARY_PATH")
    path = os.pathsep.join([*map(str, libraries), *([inherited] if inherited else [])])
    return Browser(program, env={"LD_LIBRARY_PATH": path} | _fonts())


def can_be_installed() -> bool:
    """Tell whether our own browser runs on this kind of machine."""
    return platform.system() == "Linux" and platform.machine().lower() in {"x86_64", "amd64"}


def ready(say: Say) -> Browser:
    """Give a browser, installing our own when there is none; raises InstallFailed."""
    found = find()
    if found is None:
        paths.tools().mkdir(parents=True, exist_ok=True)
        with one_at_a_time(paths.tools() / "browser.lock", patience_s=node.LIMIT_S):
            if find() is None:
                install(say)
        found = find()
    if found is None:
        raise InstallFailed("the browser was installed and is not there")
    return found


def install(say: Say) -> None:
    """Unpack our own browser aside and move it to its place; raises InstallFailed."""
    if not can_be_installed():
        raise InstallFailed(f"no browser found: {ADVICE}")
    home = own_home()
    home.parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(home.parent).free // 2**20
    if free < NEEDED_MB:
        raise InstallFailed(f"disk full: {free} MB free, {NEEDED_MB} MB needed for the browser")
    say("installing a browser for tests (about 70 MB)")
    aside = home.with_name(f"{home.name}.{os.getpid()}.part")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        with node.fetched(PACKAGE) as tarball:
            _unpack(tarball, aside)
        _check(aside)
        shutil.rmtree(home, ignore_errors=True)
        aside.rename(home)
    except (OSError, tarfile.TarError, KeyError) as error:
        raise InstallFailed(f"cannot unpack the browser: {error} (is the disk full?)") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _unpack(tarball: Path, aside: Path) -> None:
    """Unpack the parts; the sum of the tarball has vouched for them."""
    with tarfile.open(tarball) as package:
        # Pythons before 3.11.4 know no filters.
        package.extraction_filter = getattr(tarfile, "tar_filter", None)
        for part in (PROGRAM, *FOLDERS):
            package.extract(part, aside)
    _brotli(aside / PROGRAM, aside / "chromium")
    (aside / "chromium").chmod(0o755)
    for part, folder in FOLDERS.items():
        plain = aside / "part.tar"
        _brotli(aside / part, plain)
        with tarfile.open(plain) as archive:
            archive.extraction_filter = getattr(tarfile, "tar_filter", None)
            archive.extractall(aside / folder)  # noqa: S202
        plain.unlink()
    shutil.rmtree(aside / "package")


def _brotli(packed: Path, plain: Path) -> None:
    node.run(["-e", UNPACK, packed, plain], cwd=packed.parent, doing="unpacking", log="browser.log")


def _check(home: Path) -> None:
    """Start it once for its version: a missing library shows here, not in a test."""
    run = subprocess.run(
        [str(home / "chromium"), "--version"],
        env=os.environ | {"LD_LIBRARY_PATH": f"{home / 'al2023' / 'lib'}:{home}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    if run.returncode:
        words = run.stderr.decode("utf-8", "replace").strip()[-300:]
        raise InstallFailed(f"the browser does not start here: {words}")


def _fonts() -> dict[str, str]:
    """Write a fontconfig file of our own: the same letters on every machine, a bare one too."""
    if platform.system() != "Linux":
        return {}
    home = paths.tools() / "chromium"
    home.mkdir(parents=True, exist_ok=True)
    conf = home / "fonts.conf"
    families = {"sans-serif": "Sans", "serif": "Serif", "monospace": "Sans Mono"}
    aliases = "".join(
        f"<alias><family>{name}</family><prefer><family>DejaVu {face}</family></prefer></alias>\n"
        for name, face in families.items()
    )
    text = (
        '<?xml version="1.0"?>\n<fontconfig>\n'
        f"<dir>{FONTS}</dir>\n<cachedir>{home / 'font-cache'}</cachedir>\n{aliases}</fontconfig>\n"
    )
    if not conf.exists() or conf.read_text(encoding="utf-8") != text:
        aside = home / f"fonts.{os.getpid()}.part"
        aside.write_text(text, encoding="utf-8")
        aside.replace(conf)
    return {"FONTCONFIG_FILE": str(conf)}
