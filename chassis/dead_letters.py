"""Dead letters are rows of the consumer, not a topic: shown, replayed in order, or discarded."""

import base64
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from chassis.db import Db
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.record import Record, key_bytes, key_text
from chassis.tables import dead_letters as table

UNRESOLVED = ("open", "parked")


async def bury(db: Db, group: str, record: Record, reason: str, *, tries: int, state: str) -> None:
    """Keep a record as a dead letter; the same record twice is one row."""
    statement = insert(table).values(
        id=new_id(),
        consumer=group,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        key=key_text(record.key),
        headers=[
            [_storable(name), base64.b64encode(value or b"").decode()]
            for name, value in record.headers
        ],
        value=record.value,
        reason=_storable(reason)[:2000],
        tries=tries,
        state=state,
    )
    await db.execute(
        statement.on_conflict_do_nothing(
            index_elements=[
                table.c.consumer,
                table.c.topic,
                table.c.partition,
                table.c.offset,
            ]
        )
    )


def _storable(words: str) -> str:
    """Return text that PostgreSQL can hold: no NUL, no half of a character pair."""
    return words.replace("\x00", "␀").encode(errors="replace").decode()


async def purge(db: Db, group: str, record: Record) -> None:
    """Drop the letters of a key that is forgotten: they hold what the person wants erased."""
    await db.execute(
        delete(table).where(
            table.c.consumer == group,
            table.c.topic == record.topic,
            table.c.key == key_text(record.key),
            table.c.value.is_not(None),
        )
    )


async def still_blocked(db: Db, group: str, record: Record) -> bool:
    """Tell whether a letter of this key is unresolved, waiting for a replay that runs now.

    The rows stay locked until the end, so that a replay cannot end between this look and a
    record's being parked; it would stay parked with nothing before it.
    """
    statement = select(table.c.id).where(
        table.c.consumer == group,
        table.c.topic == record.topic,
        table.c.key == key_text(record.key),
        table.c.state.in_(UNRESOLVED),
    )
    statement = statement.order_by(table.c.partition, table.c.offset)
    return bool(await db.rows(statement.with_for_update(read=True)))


async def unresolved(db: Any, group: str | None = None) -> list[Any]:
    """Return open and parked dead letters, oldest first per partition."""
    statement = (
        select(table)
        .where(table.c.state.in_(UNRESOLVED))
        .order_by(table.c.consumer, table.c.topic, table.c.partition, table.c.offset)
    )
    if group is not None:
        statement = statement.where(table.c.consumer == group)
    return list(await db.rows(statement))


async def of_key(db: Any, group: str, topic: str, key: str) -> list[UUID]:
    """Return the unresolved letters of one key, oldest first."""
    statement = select(table.c.id).where(
        table.c.consumer == group,
        table.c.topic == topic,
        table.c.key == key,
        table.c.state.in_(UNRESOLVED),
    )
    rows = await db.rows(statement.order_by(table.c.partition, table.c.offset))
    return [row["id"] for row in rows]


async def one(db: Any, letter_id: UUID) -> Any:
    """Return one dead letter.

    Raises:
        NotFound: there is none.
    """
    row = await db.row(select(table).where(table.c.id == letter_id))
    if row is None:
        raise NotFound
    return row


async def locked(db: Db, letter_id: UUID) -> Any:
    """Return an unresolved dead letter with its row locked.

    Raises:
        NotFound: there is none, or it is resolved.
    """
    statement = select(table).where(table.c.id == letter_id, table.c.state.in_(UNRESOLVED))
    row = await db.row(statement.with_for_update())
    if row is None:
        raise NotFound
    return row


async def resolve(db: Db, letter_id: UUID, state: str) -> None:
    """Mark a dead letter `replayed` or `discarded`, and leave a trace in the audit."""
    await db.execute(
        update(table)
        .where(table.c.id == letter_id, table.c.state.in_(UNRESOLVED))
        .values(state=state, resolved_at=func.now())
    )
    db.audit(f"dead-letter.{state}", letter_id)


def record_of(row: Any) -> Record:
    """Return the record that a dead letter keeps."""
    return Record(
        topic=row["topic"],
        partition=row["partition"],
        offset=row["offset"],
        key=key_bytes(row["key"]),
        value=row["value"],
        headers=[(name, base64.b64decode(value)) for name, value in row["headers"]],
    )
