"""Budgets: the eye sees a whole file, a whole function, a whole folder."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tools.lint.rule import Rule, Source, body, functions

FILE_LINES = 300
FUNCTION_LINES = 40
TEST_LINES = 60
FOLDER_FILES = 12


def _long_file(source: Source) -> Iterator[tuple[int, str]]:
    lines = len(source.text.splitlines())
    if lines > FILE_LINES:
        yield 1, f"{lines} lines of {FILE_LINES}"


def _long_function(source: Source) -> Iterator[tuple[int, str]]:
    budget = TEST_LINES if source.top == "tests" else FUNCTION_LINES
    for function in functions(source):
        end = function.end_lineno or function.lineno
        lines = end - function.lineno + 1 - _docstring_lines(function)
        if lines > budget:
            yield function.lineno, f"{function.name}: {lines} lines of {budget}"


def _docstring_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the docstring: explaining costs nothing."""
    if len(body(function)) == len(function.body):
        return 0
    first = function.body[0]
    return (first.end_lineno or first.lineno) - first.lineno + 1


def in_slice(path: PurePosixPath) -> bool:
    """Whether this file stands in a slice, not beside one."""
    depth = {"services": 3, "gateway": 2}.get(path.parts[0], 0)
    return bool(depth) and len(path.parts) > depth and "migrations" not in path.parts


def crowded_folders(paths: Iterable[PurePosixPath]) -> Iterator[tuple[PurePosixPath, int]]:
    """Yield slices, and rooms that became a package, with more files than the budget."""
    count: dict[PurePosixPath, int] = {}
    for path in paths:
        if in_slice(path) and path.name != "__init__.py":
            count[path.parent] = count.get(path.parent, 0) + 1
    for folder, files in sorted(count.items()):
        if files > FOLDER_FILES:
            yield folder, files


RULES = (
    Rule(
        "BUD01",
        "the file is past its budget: split it",
        lambda s: not s.is_migration,
        _long_file,
    ),
    Rule(
        "BUD02",
        "the function is past its budget: name its parts",
        lambda s: not s.is_migration,
        _long_function,
    ),
)
