"""No secret goes into the repository: private keys, tokens of well-known shapes, passwords in URLs."""

import re
import sys
from pathlib import Path

ALLOW = "secret-ok:"
"""Mark with a reason on a line that only looks like a secret."""
SHAPES = {
    "private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "password in a URL": re.compile(r"[a-z+]+://[^/\s:@{}]+:[^/\s:@{}$<…]{6,}@"),
    "cloud key": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "signed token": re.compile(r"\beyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\."),
}


def secrets(text: str) -> list[tuple[int, str]]:
    """Return line and kind of everything that looks like a secret."""
    return [
        (number, kind)
        for number, line in enumerate(text.splitlines(), 1)
        for kind, shape in SHAPES.items()
        if shape.search(line) and ALLOW not in line
    ]


def main() -> int:
    """Check the named files; 1 if any holds a secret."""
    found = [
        f"{name}:{number}: looks like a {kind}"
        for name in sys.argv[1:]
        for number, kind in secrets(Path(name).read_text(encoding="utf-8", errors="replace"))
    ]
    print("".join(f"{text}\n" for text in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
