"""Reads the words of the code: docstrings of classes, of their fields and of enum members."""

import ast
import dataclasses
import inspect
import textwrap
from enum import Enum
from typing import get_args, get_type_hints


def class_words(cls: type) -> str:
    """Return the class's docstring as one line; empty if it has none of its own."""
    text = cls.__dict__.get("__doc__") or ""
    if text.startswith(f"{cls.__name__}("):
        return ""
    return " ".join(inspect.cleandoc(text).split())


def field_words(cls: type) -> dict[str, str]:
    """Return field (or enum member) → the string standing under it in the source."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    definition = tree.body[0]
    found: dict[str, str] = {}
    if not isinstance(definition, ast.ClassDef):
        return found
    for before, after in zip(definition.body, definition.body[1:], strict=False):
        name = _assigned(before)
        if name and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            found[name] = " ".join(str(after.value.value).split())
    return found


def _assigned(node: ast.stmt) -> str | None:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return None


def classes_in(cls: type) -> dict[str, type]:
    """Return name → class of everything a dataclass is built from, itself included."""
    found: dict[str, type] = {}
    _collect(cls, found)
    return found


def _collect(kind: object, found: dict[str, type]) -> None:
    for part in get_args(kind):
        _collect(part, found)
    if not isinstance(kind, type) or kind.__name__ in found:
        return
    if dataclasses.is_dataclass(kind):
        found[kind.__name__] = kind
        for part in get_type_hints(kind).values():
            _collect(part, found)
    elif issubclass(kind, Enum):
        found[kind.__name__] = kind
