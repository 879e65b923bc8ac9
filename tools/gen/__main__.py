"""Write all generated files (`make gen`), or tell which are stale (`make gen-check`)."""

import sys
from pathlib import Path

from tools.gen import (
    ROOT,
    Files,
    asyncapi,
    errors,
    event_map,
    openapi,
    readmes,
    rights,
    schemas,
    states,
)
from tools.gen.system import System, load

OWNED = ("contracts/gen/",)
"""Folders where every file is generated: others are removed."""


def generate(system: System) -> Files:
    """Return everything that is generated, without touching the disk."""
    documents = {member.name: member.openapi() for member in system.members}
    return {
        **schemas.files(system.registry),
        **asyncapi.files(system),
        **event_map.files(system),
        **openapi.files(documents),
        **rights.files(),
        **errors.files(),
        **states.files(system.domains),
        **readmes.files(system),
    }


def stale(files: Files, root: Path = ROOT) -> list[str]:
    """Return the paths whose bytes differ, and those that nobody generates any more."""
    differing = [
        name
        for name, text in files.items()
        if not (root / name).exists() or (root / name).read_bytes() != text.encode()
    ]
    present = [
        path.relative_to(root).as_posix()
        for folder in OWNED
        for path in (root / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    return sorted({*differing, *(name for name in present if name not in files)})


def write(files: Files, root: Path = ROOT) -> list[str]:
    """Bring the disk to `files`; return what changed."""
    changed = stale(files, root)
    for name in changed:
        path = root / name
        if name in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[name].encode())
        else:
            path.unlink()
    return changed


def main() -> int:
    """Write, or with `--check` only compare: 1 when something is stale."""
    files = generate(load())
    if "--check" in sys.argv[1:]:
        found = stale(files)
        print("".join(f"{name}: stale, run make gen\n" for name in found), end="")
        return 1 if found else 0
    print("".join(f"{name}\n" for name in write(files)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
