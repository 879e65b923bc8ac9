"""Bring `.tools/` up to date with the system's python3: environment, packages, jars.

Stands on the standard library alone. A second run compares one sum and ends at once. It must be
readable by Pythons that are too old, to be able to say so.
"""

import contextlib
import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

LEAST_PYTHON = (3, 11)
LEAST_GLIBC = (2, 28)
LEAST_MB = 3000
REPO = Path(__file__).resolve().parents[1]
TOOLS = Path(os.environ.get("VITRAZH_TOOLS") or REPO / ".tools")
VENV = TOOLS / "py"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = REPO / "requirements.txt"
STAMP = VENV / ".vitrazh-stamp"
CHIPS = {"x86_64", "amd64", "aarch64", "arm64"}
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-cache-dir")


class Refused(Exception):
    """Something that the person at the keyboard has to change; the text says what."""


def check_machine() -> None:
    """Refuse what cannot work, before anything is written."""
    if sys.version_info < LEAST_PYTHON:
        raise Refused(
            f"Python 3.11 or newer is needed, this is {platform.python_version()}:"
            " install it and run `make install PYTHON=python3.11`"
        )
    if platform.system() not in {"Linux", "Darwin"} or platform.machine().lower() not in CHIPS:
        raise Refused(
            f"there are no ready-made parts for {platform.system()} on {platform.machine()}:"
            " use docker compose"
        )
    library, version = platform.libc_ver()
    if platform.system() == "Linux":
        number = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
        if library != "glibc" or number < LEAST_GLIBC:
            raise Refused("Alpine and old systems lack ready-made parts: use docker compose")
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError as error:
        raise Refused(
            f"this Python cannot make environments ({error.name} is missing): install python3-venv"
        ) from error


def wanted_stamp() -> str:
    """Give the sum of everything that decides what is installed."""
    made_of = (
        REQUIREMENTS.read_bytes(),
        str(sys.version_info[:2]).encode(),
        f"{platform.system()} {platform.machine()} {REPO}".encode(),
    )
    return hashlib.sha256(b"\0".join(made_of)).hexdigest()


def up_to_date() -> bool:
    """Tell whether the environment is the wanted one."""
    try:
        return STAMP.read_text(encoding="ascii") == wanted_stamp() and PYTHON.exists()
    except OSError:
        return False


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one run install while others wait."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    with (TOOLS / "install.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Make the environment, anew when it belongs to another Python or another folder."""
    probe = "import sys; print(sys.version_info[:2], sys.prefix)"
    right = f"{sys.version_info[:2]} {VENV}"
    if PYTHON.exists():
        run = subprocess.run(  # noqa: UP022 - see the module's first lines
            [str(PYTHON), "-c", probe], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
        )
        if run.returncode == 0 and run.stdout.decode("utf-8", "replace").strip() == right:
            return
    print("making the Python environment", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    run = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False
    )
    if run.returncode:
        words = (run.stdout + run.stderr).decode("utf-8", "replace")
        if "ensurepip" in words:
            raise Refused("this Python cannot make environments: install python3-venv")
        raise Refused(f"the environment could not be made: {last_line(words)}")


def install_packages() -> None:
    """Install the pinned packages, ready-made ones only, each checked by its sum."""
    free = shutil.disk_usage(TOOLS).free // 2**20
    if free < LEAST_MB and not STAMP.exists():
        raise Refused(f"disk full: {free} MB free, {LEAST_MB} MB needed to install")
    print("installing Python packages (about 250 MB at the first time)", flush=True)
    command = [str(PYTHON), *PIP, "--quiet", "--only-binary=:all:", "--require-hashes"]
    run = subprocess.run(
        [*command, "-r", str(REQUIREMENTS)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    if run.returncode:
        words = (run.stdout + run.stderr).decode("utf-8", "replace")
        (TOOLS / "pip.log").write_text(words, encoding="utf-8")
        raise Refused(f"{explain(words)} (whole text: {TOOLS / 'pip.log'})")
    STAMP.write_text(wanted_stamp(), encoding="ascii")


def explain(words: str) -> str:
    """Say in words what pip's failure means."""
    if "DO NOT MATCH THE HASHES" in words:
        return "a package differs from requirements.txt: try again; if it happens again, report it"
    if "No space left" in words:
        return "disk full while installing packages"
    unreached = ("NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError")
    if any(name in words for name in (*unreached, "SSLError", "Name or service not known")):
        return (
            "cannot reach PyPI: set pip's usual settings for a mirror or proxy"
            " (PIP_INDEX_URL, https_proxy)"
        )
    if "No matching distribution" in words or "from versions: none" in words:
        return f"PyPI or the mirror lacks a part: {last_line(words)}"
    return f"pip failed: {last_line(words)}"


def last_line(words: str) -> str:
    """Give the last line that says something."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "no words"


def main() -> int:
    """Install; print one sentence on a failure."""
    try:
        check_machine()
        if not up_to_date():
            with alone():
                if not up_to_date():
                    make_environment()
                    install_packages()
        if "--packages-only" in sys.argv:
            return 0
        run = subprocess.run(
            [str(PYTHON), "-m", "deploy.embedded", "install"], check=False, cwd=REPO
        )
    except Refused as refusal:
        print(f"failed: {refusal}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(
            f"failed: {error.filename} belongs to another user; delete {TOOLS} or start as its"
            " owner",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(f"failed: {error.strerror or error}: {error.filename or TOOLS}", file=sys.stderr)
        return 1
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
