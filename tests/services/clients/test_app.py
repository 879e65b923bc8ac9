"""The clients service as a whole."""

import httpx

from chassis.actor import Actor
from chassis.testing import World
from contracts.topics import CLIENTS
from services.clients.app import service
from tests.services.clients.conftest import IVANOVA


async def test_a_republish_tells_every_client_as_he_stands(
    world: World, desk: httpx.AsyncClient
) -> None:
    made = (await desk.post("/api/clients", json=IVANOVA)).json()
    (told,) = await world.outbox()

    async with world.uow.read(Actor.system("clients")) as db:
        states = [state async for state in service.republish[CLIENTS](db)]

    assert [(str(s.key), s.sequence) for s in states] == [(made["id"], 1)]
    async with world.uow.write(Actor.system("clients")) as write:
        write.publish(states[0].event, key=states[0].key, sequence=states[0].sequence)
    assert (await world.outbox())[-1] == told
