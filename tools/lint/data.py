"""Rules on what happens to the data: transactions, the clock, numbers, SQL."""

import ast
from collections.abc import Iterator

from tools.lint.rule import PRODUCT, WITH_SLICES, Rule, Source, calls, dotted

_CLOCKS = (
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
)
_FLOATS = frozenset({"float", "Float", "REAL", "DOUBLE", "DOUBLE_PRECISION", "Double"})
_SQL = frozenset({"text", "sa.text", "sqlalchemy.text", "sql.text"})
_RAW = ("execute", "exec_driver_sql", "scalar", "scalars", "stream")


def _ends_transaction(source: Source) -> Iterator[tuple[int, str]]:
    for node, name in calls(source):
        if isinstance(node.func, ast.Attribute) and node.func.attr in {"commit", "rollback"}:
            yield node.lineno, name


def _asks_the_time(source: Source) -> Iterator[tuple[int, str]]:
    for node, name in calls(source):
        if name in _CLOCKS or name.split(".", 1)[-1] in _CLOCKS:
            yield node.lineno, name


def _inexact(source: Source) -> Iterator[tuple[int, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno, str(node.value)
        elif isinstance(node, ast.Name | ast.Attribute):
            name = dotted(node)
            if name.rsplit(".", 1)[-1] in _FLOATS:
                yield node.lineno, name


def _raw_sql(source: Source) -> Iterator[tuple[int, str]]:
    for node, name in calls(source):
        first = node.args[0] if node.args else None
        literal = isinstance(first, ast.JoinedStr) or (
            isinstance(first, ast.Constant) and isinstance(first.value, str)
        )
        if name in _SQL or (literal and name.rsplit(".", 1)[-1] in _RAW and "." in name):
            yield node.lineno, name


RULES = (
    Rule(
        "TX01",
        "the transaction belongs to the edge: only chassis commits or rolls back",
        lambda s: s.top in PRODUCT - {"chassis"} and not s.is_migration,
        _ends_transaction,
    ),
    Rule(
        "CLK01",
        "the time is asked from chassis.clock alone (pass it in)",
        lambda s: s.top in PRODUCT and str(s.path) != "chassis/clock.py",
        _asks_the_time,
    ),
    Rule(
        "NUM01",
        "no binary fractions in rules and columns: Decimal, int or Money",
        lambda s: (
            s.in_room("domain", "tables") or (s.top == "contracts" and s.path.name == "events.py")
        ),
        _inexact,
    ),
    Rule(
        "SQL01",
        "SQL as a string stands in queries.py, tables.py or chassis",
        lambda s: (
            s.top in WITH_SLICES and not s.in_room("queries", "tables") and not s.is_migration
        ),
        _raw_sql,
    ),
)
