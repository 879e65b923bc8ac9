"""Freeze today's contracts as a version: `make release v=0.1.0`."""

import shutil
import sys
from pathlib import Path

from contracts import registry
from contracts.envelope import spec_of
from tools.gen import ROOT
from tools.gen.compat import RELEASED
from tools.gen.schemas import dump, schema


def freeze(version: str, root: Path = ROOT) -> Path:
    """Copy the schemas and golden examples of every event into the version's folder.

    Raises:
        FileExistsError: the version was released before; released contracts never change.
    """
    folder = root / RELEASED / version
    folder.mkdir(parents=True)
    (folder / "schemas").mkdir()
    (folder / "examples").mkdir()
    for type_, cls in registry.load().items():
        name = spec_of(cls).schema_name
        (folder / "schemas" / name).write_text(dump(schema(cls)), encoding="utf-8")
        example = ROOT / "contracts" / type_.split(".", 1)[0] / "examples" / name
        shutil.copyfile(example, folder / "examples" / name)
    return folder


def main() -> int:
    """Freeze the named version."""
    if len(sys.argv) != len(("release", "version")):
        print("usage: python -m tools.gen.release 0.1.0")
        return 2
    print(freeze(sys.argv[1]).relative_to(ROOT).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
