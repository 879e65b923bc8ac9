"""docs/reference/states.md: a state diagram of each aggregate, from its transition table."""

import ast
import inspect
import re
from collections.abc import Mapping
from enum import Enum
from types import ModuleType
from typing import TypeVar

from tools.gen import MARK, Files
from tools.gen.words import class_words, field_words

FILE = "docs/reference/states.md"
_TABLE = re.compile(r"Mapping\[(\w+), (frozenset\[\1\]|Mapping\[\w+, \1\])\]")
Stage = TypeVar("Stage", bound=Enum)


def diagram(transitions: Mapping[Stage, object]) -> list[str]:
    """Return the Mermaid lines of one table: stage → next stages, or stage → verb → stage."""
    lines = ["```mermaid", "stateDiagram-v2"]
    stages = list(transitions)
    lines += [f'  state "{stage.value}" as {stage.name}' for stage in stages]
    lines.append(f"  [*] --> {stages[0].name}")
    for stage, following in transitions.items():
        if isinstance(following, Mapping):
            lines += [
                f"  {stage.name} --> {after.name}: {_verb(verb)}"
                for verb, after in sorted(following.items(), key=lambda pair: _verb(pair[0]))
            ]
        elif isinstance(following, frozenset | set | tuple):
            lines += [
                f"  {stage.name} --> {after.name}"
                for after in sorted(following, key=lambda after: str(after.name))
            ]
        if not following:
            lines.append(f"  {stage.name} --> [*]")
    return [*lines, "```"]


def _tables(module: ModuleType) -> list[str]:
    """Names of the constants of the type stage → next stages that the module itself defines."""
    return [
        node.target.id
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and _TABLE.search(ast.unparse(node.annotation))
    ]


def _verb(verb: object) -> str:
    return str(verb.value) if isinstance(verb, Enum) else str(verb)


def files(domains: Mapping[str, ModuleType]) -> Files:
    """Return the page of state diagrams of these domain modules."""
    lines = ["# States", "", f"{MARK} Source: the transition tables in the domains."]
    for name, module in sorted(domains.items()):
        path = name.replace(".", "/") + ".py"
        for constant in _tables(module):
            transitions = getattr(module, constant)
            kind = type(next(iter(transitions)))
            lines += ["", f"## {kind.__name__} ([{path}](../../{path}))", ""]
            if words := class_words(kind):
                lines += [words, ""]
            lines += diagram(transitions)
            if meanings := field_words(kind):
                lines += [""]
                lines += [f"- `{kind[key].value}`: {text}" for key, text in meanings.items()]
    return {FILE: "\n".join(lines) + "\n"}
