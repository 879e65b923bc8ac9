"""Rules on how code is cut: doors, middleware, subscribers, logs, sleeps, paths of a machine."""

import ast
import re
from collections.abc import Iterator

from tools.lint.rule import DOORS, PRODUCT, Rule, Source, body, calls

DOOR_STATEMENTS = 5
_LEVELS = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})
_LOGGER = re.compile(r"(^|\.)_?log(ger|ging)?(\(\))?\.[a-z]+$", re.IGNORECASE)
_MACHINE = re.compile(r"(^|[\s'\"=:,(])/(work|home|root|tmp|Users)(/|$)")


def _bare_subscriber(source: Source) -> Iterator[tuple[int, str]]:
    for node, name in calls(source):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "subscriber":
            yield node.lineno, name


def _buffering_middleware(source: Source) -> Iterator[tuple[int, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == "BaseHTTPMiddleware":
                    yield node.lineno, alias.name
        elif isinstance(node, ast.Attribute) and node.attr == "BaseHTTPMiddleware":
            yield node.lineno, node.attr
    for node, name in calls(source):
        if name.endswith(".middleware"):
            yield node.lineno, f"{name} is the same class"


def _formatted_log(source: Source) -> Iterator[tuple[int, str]]:
    for node, name in calls(source):
        if name.rsplit(".", 1)[-1] not in _LEVELS or not _LOGGER.search(name) or not node.args:
            continue
        first = node.args[0]
        formatted = isinstance(first, ast.JoinedStr | ast.BinOp) or (
            isinstance(first, ast.Call)
            and isinstance(first.func, ast.Attribute)
            and first.func.attr == "format"
        )
        if formatted:
            yield node.lineno, name


def _sleep(source: Source) -> Iterator[tuple[int, str]]:
    for node, name in calls(source):
        zero = node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0
        if name.rsplit(".", 1)[-1] == "sleep" and not zero:
            yield node.lineno, name


def _thick_door(source: Source) -> Iterator[tuple[int, str]]:
    # Routes, handlers and jobs are functions; a class here is the mechanics of a connection.
    for function in source.tree.body:
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        inside = [n for part in body(function) for n in ast.walk(part) if isinstance(n, ast.stmt)]
        if len(inside) > DOOR_STATEMENTS:
            yield function.lineno, f"{function.name}: {len(inside)}"


def _path_of_a_machine(source: Source) -> Iterator[tuple[int, str]]:
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if found := _MACHINE.search(node.value):
            yield node.lineno, found.group(0).strip()


RULES = (
    Rule(
        "BUS01",
        "consumers are declared with chassis (FastStream's own ack policies lose or spin)",
        lambda s: s.top in PRODUCT - {"chassis"},
        _bare_subscriber,
    ),
    Rule(
        "MID01",
        "no BaseHTTPMiddleware: it buffers streams and loses context; write plain ASGI",
        lambda s: s.top in PRODUCT,
        _buffering_middleware,
    ),
    Rule(
        "LOG01",
        "a log line is an event name and fields, not a formatted sentence",
        lambda s: s.top in PRODUCT | {"deploy"},
        _formatted_log,
    ),
    Rule(
        "TST01",
        "a test never sleeps: chassis.testing.until(...) polls with a deadline",
        lambda s: s.top == "tests",
        _sleep,
    ),
    Rule(
        "DOOR01",
        f"a door translates, calls and returns: at most {DOOR_STATEMENTS} statements",
        lambda s: s.in_room(*DOORS),
        _thick_door,
    ),
    Rule("PTH01", "no absolute path of somebody's machine", lambda _: True, _path_of_a_machine),
)
