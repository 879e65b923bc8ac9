"""Dead letters are rows of the consumer, not a topic: shown, replayed in order, or discarded."""

import base64
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from chassis.db import Db
from chassis.errors import NotFound
from chassis.ids import new_id
from chassis.record import Record, key_text
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
        headers=[[name, base64.b64encode(value or b"").decode()] for name, value in record.headers],
        value=record.value,
        reason=reason.replace("\x00", "␀")[:2000],
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
        key=bytes.fromhex(row["key"][4:]) if row["key"].startswith("hex:") else row["key"].encode(),
        value=row["value"],
        headers=[(name, base64.b64decode(value)) for name, value in row["headers"]],
    )
