"""Republish: every owner writes one state event per aggregate through its outbox.

New services begin from it, and a lost broker is refilled by it. Reading and writing are one
transaction that holds the outbox against other writers: a state that is older than the last event
of its aggregate, or comes after its tombstone, would be the one that a compacted topic keeps.
"""

from sqlalchemy import text

from chassis.actor import Actor
from chassis.db import Uow
from chassis.service import Service
from contracts.topics import Topic

_HOLD = text("LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE")


async def republish(service: Service, uow: Uow, topic: Topic) -> int:
    """Write the state of all aggregates of a topic; return how many.

    A state event has the aggregate's current sequence, so it never counts as news twice. Other
    writers of this service wait meanwhile (5 s at most, then they are told to try again).

    Raises:
        KeyError: the service does not own the topic.
    """
    states = service.republish[topic]
    count = 0
    async with uow.write(Actor.system(service.name)) as db:
        await db.execute(_HOLD)
        async for state in states(db):
            db.publish(state.event, key=state.key, sequence=state.sequence)
            count += 1
    return count
