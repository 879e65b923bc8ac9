"""What is said to the database meanwhile, by SQLAlchemy and on the driver itself."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from chassis.db import Uow
from chassis.reading import Reading
from chassis.statements import Prepared

_FRAMES = ("BEGIN", "COMMIT", "ROLLBACK")
_OF_DRIVER = ("pg_catalog", "'jit'")
"""The driver asks for what types are, once a connection."""


@contextmanager
def statements_of(uow: Uow) -> Iterator[list[str]]:
    """Collect the statements of a service; BEGIN and COMMIT are none."""
    said: list[str] = []
    with _listening(uow, lambda statement, _: said.append(" ".join(statement.split()))):
        yield said


@contextmanager
def asked_of(uow: Uow) -> Iterator[list[tuple[str, Sequence[Any]]]]:
    """Collect the same with the values of each, to be explained."""
    asked: list[tuple[str, Sequence[Any]]] = []
    with _listening(uow, lambda *each: asked.append(each)):
        yield asked


async def plan_of(db: Reading, prepared: Prepared, how: str = "", **values: Any) -> str:
    """Return how the database would run a prepared statement (`how`: options of EXPLAIN)."""
    told = await db.lane.fetch(f"EXPLAIN {how} {prepared.sql}", prepared.arguments(values))
    return "\n".join(row[0] for row in told)


@contextmanager
def _listening(uow: Uow, keep: Callable[[str, Sequence[Any]], None]) -> Iterator[None]:
    def by_sqlalchemy(_c: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        keep(statement, given)

    def by_driver(record: Any) -> None:
        of_driver = any(word in record.query for word in _OF_DRIVER)
        if not of_driver and not record.query.startswith(_FRAMES):
            keep(record.query, record.args)

    def out(connection: Any, *_: Any) -> None:
        connection.driver_connection.add_query_logger(by_driver)

    def back(connection: Any, *_: Any) -> None:
        connection.driver_connection.remove_query_logger(by_driver)

    listeners = (("before_cursor_execute", by_sqlalchemy), ("checkout", out), ("checkin", back))
    engines = [uow.engine.sync_engine, uow.reader.sync_engine]
    for engine in engines:
        for name, listener in listeners:
            event.listen(engine, name, listener)
    try:
        yield
    finally:
        for engine in engines:
            for name, listener in listeners:
                event.remove(engine, name, listener)
