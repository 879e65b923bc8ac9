"""The moment between a reset of a connection and its reader's word of it."""

import asyncio
import importlib

import pytest
import uvloop
from aiokafka.conn import create_conn
from aiokafka.errors import KafkaConnectionError
from aiokafka.protocol.metadata import MetadataRequest

from chassis.settings import Settings
from tests.faults.rig.link import Link


async def asked_at_every_turn(link: Link) -> None:
    """Ask for as long as the connection lets us, past a reset by the other side."""
    connection = await create_conn("127.0.0.1", link.port)
    asked = []

    async def ask_on() -> None:
        while connection.connected():  # a client looks at nothing else before it sends
            asked.append(connection.send(MetadataRequest([])))
            await asyncio.sleep(0)

    link.cut()
    with pytest.raises(KafkaConnectionError, match=r"was reset"):
        await ask_on()
    assert not connection.connected()
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(answer, KafkaConnectionError) for answer in answers)


def test_a_closed_transport_is_a_broken_connection(settings: Settings) -> None:
    importlib.import_module("chassis.kafka")  # whoever makes a client has it mended
    link = Link(lambda: int(settings.kafka_bootstrap.split(":")[1])).start()
    try:
        uvloop.run(asked_at_every_turn(link))
    finally:
        link.stop()


async def asked_after_the_end(settings: Settings) -> None:
    host, port = settings.kafka_bootstrap.split(":")
    connection = await create_conn(host, int(port))
    await connection.close()
    with pytest.raises(KafkaConnectionError, match=r"No connection"):
        await connection.send(MetadataRequest([]))


def test_other_errors_of_a_connection_stay_what_they_are(settings: Settings) -> None:
    uvloop.run(asked_after_the_end(settings))
