"""Our copies of clients and offices: newer wins, the erased are gone."""

from sqlalchemy import select

from chassis import tables
from chassis.ids import new_id
from chassis.testing import World
from contracts.clients.events import ContactChannel
from contracts.topics import CLIENTS
from services.notifications.messages.domain import State
from services.notifications.messages.tables import known_clients, known_offices, messages
from tests.services.notifications.conftest import LENINA, Telling, ivanova, lenina


async def test_a_newer_card_supersedes_and_an_older_one_is_dropped(world: World) -> None:
    client_id = new_id()

    await world.deliver(ivanova(client_id, email="new@example.org"), sequence=5)
    await world.deliver(ivanova(client_id, email="old@example.org"), sequence=4)

    (row,) = await world.rows(select(known_clients))
    assert (row["sequence"], row["email"]) == (5, "new@example.org")


async def test_a_newer_office_supersedes_and_an_older_one_is_dropped(world: World) -> None:
    await world.deliver(lenina(closes="20:00"), sequence=2)
    await world.deliver(lenina(closes="18:00"), sequence=1)

    (row,) = await world.rows(select(known_offices))
    assert (row["id"], row["closes"]) == (LENINA, "20:00")


async def test_no_name_of_a_client_is_kept(world: World) -> None:
    await world.deliver(ivanova(new_id()))
    (row,) = await world.rows(select(known_clients))
    assert "Иванова" not in str(dict(row))


async def test_an_erased_client_leaves_no_address_and_is_told_nothing(telling: Telling) -> None:
    client_id = await telling.know()
    await telling.ready(client_id)

    await telling.world.forget(CLIENTS, client_id)
    telling.watch.forward(seconds=61)
    await telling.send()

    assert await telling.world.rows(select(known_clients)) == []
    message = await telling.message()
    assert (message["state"], message["attempts"]) == (State.WITHDRAWN, 0)
    assert await telling.told() == [("withdrawn", "client-erased")]


async def test_what_an_erased_client_was_sent_is_wiped(telling: Telling) -> None:
    client_id = await telling.know()
    await telling.ready(client_id)
    telling.watch.forward(seconds=61)
    await telling.send()
    assert (await telling.message())["address"] == "+79215551234"

    await telling.world.forget(CLIENTS, client_id)

    message = await telling.message()
    assert (message["address"], message["subject"], message["body"]) == (None, None, None)
    assert message["state"] in {State.ACCEPTED, State.DELIVERED}


async def test_nothing_personal_is_in_audit_or_on_the_bus(telling: Telling) -> None:
    client_id = await telling.know(ivanova(new_id(), channel=ContactChannel.EMAIL))
    await telling.ready(client_id)
    telling.watch.forward(seconds=61)
    await telling.send()

    written = [str(dict(r)) for r in await telling.world.rows(select(tables.audit))]
    written += [str(dict(r)) for r in await telling.world.rows(select(tables.outbox))]
    assert written
    for secret in ("ivanova", "9215551234", "Иванова", "пр. Ленина"):
        assert not [text for text in written if secret in text]


async def test_a_forgotten_client_of_no_message_is_forgotten_too(world: World) -> None:
    client_id = new_id()
    await world.deliver(ivanova(client_id))

    await world.forget(CLIENTS, client_id)
    await world.forget(CLIENTS, client_id)

    assert await world.rows(select(known_clients)) == []
    assert await world.rows(select(messages)) == []
