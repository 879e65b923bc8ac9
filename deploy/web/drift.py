"""Is what `pnpm gen` writes in web/ what stands there? It writes; what differs is put back."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from deploy.embedded.errors import InstallFailed
from deploy.web import node
from deploy.web.build import sources
from deploy.web.node import WEB

GENERATED: Final = WEB / "packages" / "api" / "src" / "gen"
SHOWN: Final = 5


def generated() -> dict[Path, bytes]:
    """Read every generated file of web/."""
    files = (
        file for file in sources(WEB) if ".gen." in file.name or file.is_relative_to(GENERATED)
    )
    return {file: file.read_bytes() for file in files}


def differing(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> list[Path]:
    """Give the files that are not the same in both, or not in both."""
    return sorted(
        file for file in before.keys() | after.keys() if before.get(file) != after.get(file)
    )


def check() -> None:
    """Compare; raises InstallFailed naming the stale files."""
    before = generated()
    stale: list[Path] = []
    try:
        node.run(
            [node.pnpm(), "--silent", "gen"], cwd=WEB, doing="writing web's types", log="gen.log"
        )
    finally:
        stale = differing(before, generated())
        for file in stale:
            _put_back(file, before.get(file))
    if stale:
        names = ", ".join(os.path.relpath(file, WEB.parent) for file in stale[:SHOWN])
        more = f" and {len(stale) - SHOWN} more" if len(stale) > SHOWN else ""
        raise InstallFailed(f"not what the contracts and words say: {names}{more}; run `make gen`")


def _put_back(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
