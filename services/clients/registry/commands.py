"""Taking down, correcting and forgetting clients."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Text,
    Uuid,
    any_,
    bindparam,
    column,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
)
from sqlalchemy.dialects.postgresql import insert as insert_new

from chassis.db import Db
from chassis.errors import Stale
from chassis.ids import new_id
from chassis.statements import Prepared
from contracts.rights import Permission
from contracts.topics import CLIENTS
from services.clients.registry.domain import Card, Client, differences
from services.clients.registry.schemas import ClientOut
from services.clients.registry.tables import client_changes, client_words, clients

_given = (
    func.unnest(bindparam("words", type_=ARRAY(Text)))
    .table_valued(column("word", Text))
    .render_derived()
)
_KEEP = Prepared(
    insert_new(client_words)
    .from_select(["word"], select(_given.c.word))
    .on_conflict_do_nothing()
    .returning(client_words.c.word)
)
_borne = clients.c.search_text.like(literal("% ").concat(client_words.c.word).concat(" %"))
_FORGET = Prepared(
    delete(client_words)
    .where(
        client_words.c.word == any_(bindparam("words", type_=ARRAY(Text))),
        ~exists().where(_borne, clients.c.id != bindparam("but", type_=Uuid)),
    )
    .returning(client_words.c.word)
)


async def take_down(db: Db, card: Card) -> UUID:
    """Keep a new client; return his id."""
    db.actor.require(Permission.CLIENTS_EDIT)
    client = Client.take_down(new_id(), card, at=db.now)
    db.add(client)
    await _keep_words(db, client.id, frozenset(), card.words)
    await _note(db, client.id, None, card)
    return client.id


async def correct(db: Db, client_id: UUID, card: Card, *, version: int) -> None:
    """Put a corrected card in place.

    Raises:
        NotFound: no such client.
        Stale: somebody changed the card since `version`.
    """
    client = await db.load(Client, client_id)
    db.actor.require(Permission.CLIENTS_EDIT)
    if client.sequence != version:
        raise Stale(current=ClientOut.of(client).model_dump(mode="json"))
    before = client.card
    client.correct(card, at=db.now)
    await _keep_words(db, client_id, before.words, card.words)
    await _note(db, client_id, before, card)


async def erase(db: Db, client_id: UUID) -> None:
    """Forget a client here, and tell every service to forget him.

    What stays: an audit row without a word about him, and his id on his orders.

    Raises:
        NotFound: no such client.
    """
    client = await db.load(Client, client_id)
    db.actor.require(Permission.CLIENTS_ERASE)
    await _keep_words(db, client_id, client.card.words, frozenset())
    await db.execute(delete(client_changes).where(client_changes.c.client_id == client_id))
    await db.remove(client)
    db.tombstone(CLIENTS, key=client_id, sequence=client.sequence + 1)
    db.audit("client.erased", client_id)


async def _keep_words(
    db: Db, client_id: UUID, before: frozenset[str], after: frozenset[str]
) -> None:
    """Keep new words of a name for the search, and forget those that nobody bears any more.

    A word that somebody takes at the very moment when its last bearer goes may be lost: a slip
    in it is then looked for by the likeness of whole texts, as a word is that nobody knows.
    """
    if after - before:  # sorted: two who keep the same new words wait for each other in turn
        await db.ask(_KEEP, words=sorted(after - before))
    if before - after:
        await db.ask(_FORGET, words=sorted(before - after), but=client_id)


async def _note(db: Db, client_id: UUID, before: Card | None, after: Card) -> None:
    """Write the history (with values) and the audit row (without: it outlives the client)."""
    changes = differences(before, after)
    if not changes:
        return
    common = {"client_id": client_id, "at": db.now, "by": db.actor.subject}
    await db.execute(
        insert(client_changes),
        [{**common, "field": c.field, "old": _plain(c.old), "new": _plain(c.new)} for c in changes],
    )
    action = "client.taken-down" if before is None else "client.corrected"
    db.audit(action, client_id, new={"fields": [c.field for c in changes]})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, UUID) else value
