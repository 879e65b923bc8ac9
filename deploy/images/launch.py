"""First words of a container: secrets come from files, then the process itself takes over.

`VITRAZH_DATABASE_URL_FILE=/run/vitrazh/database_url` becomes `VITRAZH_DATABASE_URL`. Keys stay in
their files: the settings read those themselves.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PREFIX, SUFFIX, KEYS = "VITRAZH_", "_FILE", "_KEY_FILE"


def from_files(told: Mapping[str, str]) -> dict[str, str]:
    """Give the variables that stand in files; raises OSError when a file cannot be read."""
    return {
        name.removesuffix(SUFFIX): Path(place).read_text(encoding="utf-8").strip()
        for name, place in told.items()
        if name.startswith(PREFIX) and name.endswith(SUFFIX) and not name.endswith(KEYS)
    }


def main() -> None:
    """Replace this process by `python -m …` with the secrets in its environment."""
    words = [sys.executable, "-m", *sys.argv[1:]]
    os.execve(words[0], words, dict(os.environ) | from_files(os.environ))  # noqa: S606


if __name__ == "__main__":
    main()
