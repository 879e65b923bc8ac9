"""Choose from the pinned packages those that one service's image needs: `pick.py orders`.

Stands on the standard library alone: it runs before anything is installed. The pins' own
"# via" lines say who asks for whom.
"""

import re
import sys
import tomllib
from pathlib import Path

NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)")
VIA = re.compile(r"^\s+#\s+(?:via\s+)?(.*)$")
EVERY_SERVICE = ("clients", "orders", "notifications", "gateway")


def canonical(name: str) -> str:
    """Give a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(project: dict[str, object], extras: tuple[str, ...]) -> set[str]:
    """Give what the project names itself, for the base and the extras."""
    table = project["project"]
    if not isinstance(table, dict):
        raise TypeError("pyproject.toml has no [project] table")
    lines = list(table["dependencies"])
    for extra in extras:
        lines += table["optional-dependencies"][extra]
    found = (NAME.match(line) for line in lines)
    return {canonical(match.group(1)) for match in found if match}


def blocks(pins: str) -> list[tuple[str, set[str], str]]:
    """Cut the pins into (name, who asks for it, text with sums)."""
    out: list[tuple[str, set[str], str]] = []
    lines: list[str] = []
    for line in [*pins.splitlines(), "end=="]:
        if NAME.match(line) and lines:
            out.append(_block(lines))
            lines = []
        if lines or NAME.match(line):
            lines.append(line)
    return out


def _block(lines: list[str]) -> tuple[str, set[str], str]:
    name = NAME.match(lines[0])
    parents = {canonical(via.group(1).strip()) for via in map(VIA.match, lines) if via}
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return canonical(name.group(1)) if name else "", parents - {""}, text


def pick(pins: str, roots: set[str]) -> str:
    """Give the pins of the roots and of all that they stand on."""
    parts = blocks(pins)
    wanted = set(roots)
    while True:
        more = {name for name, parents, _ in parts if name not in wanted and parents & wanted}
        if not more:
            break
        wanted |= more
    return "\n".join(text for name, _, text in parts if name in wanted) + "\n"


def main() -> None:
    """Print the pins of one service, or of `operator` (every service and the databases)."""
    service = sys.argv[1]
    extras = EVERY_SERVICE if service == "operator" else (service,)
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    pins = Path("requirements.txt").read_text(encoding="utf-8")
    roots = asked_for(project, extras) | ({"psutil"} if service == "operator" else set())
    sys.stdout.write(pick(pins, roots))


if __name__ == "__main__":
    main()
