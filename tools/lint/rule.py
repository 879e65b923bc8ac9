"""What a house rule is: where it holds, and which nodes break it."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

DOORS = ("http", "bus", "jobs")
PRODUCT = frozenset({"contracts", "chassis", "services", "gateway"})
WITH_SLICES = frozenset({"services", "gateway"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path from the repository's root, its text and its tree."""

    path: PurePosixPath
    text: str
    tree: ast.Module

    @property
    def top(self) -> str:
        """First folder of the path, e.g. `services`."""
        return self.path.parts[0]

    def in_room(self, *rooms: str) -> bool:
        """Whether the file is, or stands in, one of these rooms of a slice."""
        parts = self.path.with_suffix("").parts
        return self.top in WITH_SLICES and not set(rooms).isdisjoint(parts[2:])

    @property
    def is_migration(self) -> bool:
        """Whether alembic runs this file."""
        return "migrations" in self.path.parts


@dataclass(frozen=True, slots=True)
class Rule:
    """A house rule. `find` yields the line of each breach and, if it helps, what it is."""

    code: str
    says: str
    applies: Callable[[Source], bool]
    find: Callable[[Source], Iterator[tuple[int, str]]]


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` of a name or an attribute chain; of a call in it, the called name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return f"{dotted(node.func)}()"
    return "?"


def calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call and the dotted name of what it calls."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def functions(source: Source) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of the file."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    """Return the function's statements without its docstring."""
    return function.body[ast.get_docstring(function, clean=False) is not None :]
