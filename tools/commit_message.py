"""A commit message says what kind of change it is: `feat(orders): ...` (Conventional Commits)."""

import re
import sys
from pathlib import Path

LINE = 72
KINDS = ("feat", "fix", "docs", "test", "refactor", "perf", "build", "ci", "chore", "revert")
HEAD = re.compile(rf"^({'|'.join(KINDS)})(\([a-z0-9/-]+\))?!?: \S.*[^.\s]$")


def faults(message: str) -> list[str]:
    """Return what is wrong with a message; an empty list if nothing is."""
    lines = [line for line in message.splitlines() if not line.startswith("#")]
    head = lines[0] if lines else ""
    if head.startswith(("Merge ", "Revert ")):
        return []
    found = []
    if not HEAD.match(head):
        found.append(f"first line is not `kind(scope): words` without a full stop: {head!r}")
    if len(head) > LINE:
        found.append(f"first line is {len(head)} characters long, at most {LINE}")
    if len(lines) > 1 and lines[1]:
        found.append("second line is not empty")
    return found


def main() -> int:
    """Check the message in the file that git names."""
    found = faults(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print("".join(f"{fault}\n" for fault in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
