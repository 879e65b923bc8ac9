"""`make new-slice s=orders n=remnants`: rooms, mirrored tests, wiring, migration, generated files."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

from tools.new_slice.names import Names, Unfit, names
from tools.new_slice.wiring import wired

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(__file__).parent / "templates"


def rendered(made: Names) -> Iterator[tuple[str, str]]:
    """Yield path and text of every new file."""
    for kind, folder in (("slice", made.folder), ("tests", f"tests/{made.folder}")):
        for path in sorted((TEMPLATES / kind).glob("*.txt")):
            yield f"{folder}/{path.stem}", Template(path.read_text()).substitute(made.words)


def scaffold(made: Names, root: Path = ROOT) -> list[str]:
    """Write the slice and its tests, wire it in; return the files touched.

    Raises:
        Unfit: the slice exists, or its service has no app.py.
    """
    if (root / made.folder).exists():
        raise Unfit(f"{made.folder} is there already")
    if not (root / made.app).exists():
        raise Unfit(f"{made.app} is not there: the service comes first")
    app = wired((root / made.app).read_text(encoding="utf-8"), made)
    touched = []
    for name, text in rendered(made):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        touched.append(name)
    (root / made.app).write_text(app, encoding="utf-8")
    tidy([*touched, made.app], root)
    return [*touched, made.app]


def tidy(paths: list[str], root: Path = ROOT) -> None:
    """Sort imports and format."""
    ruff = [sys.executable, "-m", "ruff"]
    config = ["--config", str(ROOT / "pyproject.toml"), "--quiet"]
    subprocess.run([*ruff, "check", "--fix", *config, *paths], cwd=root, check=True)
    subprocess.run([*ruff, "format", *config, *paths], cwd=root, check=True)


def main() -> int:
    """Make the slice, its migration and what is generated."""
    parser = argparse.ArgumentParser(prog="make new-slice")
    parser.add_argument("service")
    parser.add_argument("slice")
    parser.add_argument("--read", help="permission to show, e.g. ORDERS_READ")
    parser.add_argument("--edit", help="permission to change, e.g. ORDERS_EDIT")
    asked = parser.parse_args()
    try:
        made = names(asked.service, asked.slice, asked.read, asked.edit)
        touched = scaffold(made)
    except Unfit as refusal:
        print(f"failed: {refusal}", file=sys.stderr)
        return 1
    print("\n".join(touched))
    migration = [sys.executable, "-m", "tools.migration", made.service, made.slice]
    subprocess.run(migration, cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "tools.gen"], cwd=ROOT, check=True)
    print(f"next: its words into docs/glossary.md; make test ARGS=tests/{made.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
