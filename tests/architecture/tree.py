"""The repository's files as the house rules see them."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("contracts", "chassis", "services", "gateway", "deploy", "tools", "tests")
_NOT_OURS = frozenset({".git", ".tools", ".vitrazh", "node_modules", "__pycache__", "dist"})


def files(*suffixes: str, under: tuple[str, ...] = ("",)) -> Iterator[Path]:
    """Yield the repository's own files with these endings, paths from its root."""
    for name in under:
        for folder, inside, names in os.walk(ROOT / name):
            inside[:] = sorted(set(inside) - _NOT_OURS)
            for found in sorted(names):
                if found.endswith(suffixes):
                    yield Path(folder, found).relative_to(ROOT)


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
