"""Republish: every owner writes one state event per aggregate through its outbox.

New services begin from it, and a lost broker is refilled by it.
"""

from chassis.actor import Actor
from chassis.db import Uow
from chassis.service import Service, State
from contracts.topics import Topic

CHUNK = 200


async def republish(service: Service, uow: Uow, topic: Topic) -> int:
    """Write the state of all aggregates of a topic; return how many.

    A state event has the aggregate's current sequence, so it never counts as news twice.

    Raises:
        KeyError: the service does not own the topic.
    """
    states = service.republish[topic]
    count = 0
    actor = Actor.system(service.name)
    async with uow.read(actor) as source:
        batch: list[State] = []
        async for state in states(source):
            batch.append(state)
            if len(batch) == CHUNK:
                count += await _write(uow, actor, batch)
                batch = []
        count += await _write(uow, actor, batch)
    return count


async def _write(uow: Uow, actor: Actor, batch: list[State]) -> int:
    async with uow.write(actor) as db:
        for state in batch:
            db.publish(state.event, key=state.key, sequence=state.sequence)
    return len(batch)
