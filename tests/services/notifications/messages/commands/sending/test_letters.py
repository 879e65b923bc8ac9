"""Who is told, how, in which language, and when nobody can be."""

import asyncio

from sqlalchemy import delete, select

from chassis.actor import Actor
from chassis.ids import new_id
from contracts.clients.events import ContactChannel, Language
from services.notifications.messages.domain import State
from services.notifications.messages.tables import known_clients, messages
from tests.services.notifications.conftest import (
    Sandbox,
    Telling,
    a_mail_is_due,
    ivanova,
    kept_mails,
    kept_sms,
    mirror_ready,
)


async def test_a_client_is_told_by_sms_in_his_language(telling: Telling, sms: Sandbox) -> None:
    message = await telling.due()

    await telling.send()

    (kept,) = await kept_sms(sms, message["id"])
    assert (kept["to"], kept["attempts"]) == ("+79215551234", 1)
    assert kept["text"].startswith("Заказ Л-0417/26 готов. Ждём вас: пр. Ленина, 12, 10:00–19:00.")
    assert ("accepted", None) in await telling.told()
    assert (await telling.message())["told_at"] == telling.watch.instant


async def test_a_client_is_told_by_mail_in_his_language(telling: Telling, mail: Sandbox) -> None:
    message_id = await a_mail_is_due(telling, language=Language.ENGLISH)

    await telling.send()

    (kept,) = await kept_mails(mail, message_id)
    assert kept["to"] == ["ivanova@example.org"]
    assert kept["subject"] == "Order Л-0417/26 is ready"
    assert "Mirror 800×1200, 4 mm × 1" in kept["text"]
    assert kept["headers"]["Auto-Submitted"] == "auto-generated"
    assert await telling.told() == [("accepted", None)]


async def test_a_client_who_wants_a_call_is_written_nothing(telling: Telling, sms: Sandbox) -> None:
    await telling.ready(await telling.know(ivanova(new_id(), channel=ContactChannel.PHONE)))
    telling.watch.forward(seconds=61)

    await telling.send()

    message = await telling.message()
    assert message["state"] is State.CALL
    assert await kept_sms(sms, message["id"]) == []
    assert await telling.told() == [("call-needed", None)]


async def test_without_an_address_for_it_he_is_told_the_other_way(
    telling: Telling, mail: Sandbox
) -> None:
    message_id = await a_mail_is_due(telling, channel=ContactChannel.SMS, phones=())
    await telling.send()
    assert len(await kept_mails(mail, message_id)) == 1


async def test_without_any_address_the_desk_is_told(telling: Telling) -> None:
    await a_mail_is_due(telling, phones=(), email=None)
    await telling.send()
    assert await telling.told() == [("failed", "no-address")]


async def test_the_address_is_that_of_the_moment_of_sending(telling: Telling, sms: Sandbox) -> None:
    client_id = await telling.know()
    await telling.ready(client_id)
    await telling.world.deliver(ivanova(client_id, phones=("+79115550007",)), sequence=2)
    telling.watch.forward(seconds=61)

    await telling.send()

    (kept,) = await kept_sms(sms, (await telling.message())["id"])
    assert kept["to"] == "+79115550007"


async def test_an_office_that_is_not_known_yet_is_waited_for(
    telling: Telling, sms: Sandbox
) -> None:
    await telling.ready(await telling.know(), pickup_office_id=new_id())
    telling.watch.forward(seconds=61)
    await telling.send()
    assert (await telling.message())["state"] is State.QUEUED

    telling.watch.forward(hours=1)
    await telling.send()

    assert await telling.told() == [("failed", "office-unknown")]


async def test_many_orders_are_told_of_each_once(telling: Telling, sms: Sandbox) -> None:
    client_id = await telling.know()
    for _ in range(12):
        await telling.world.deliver(mirror_ready(client_id))
    telling.watch.forward(seconds=61)

    await asyncio.gather(*(telling.send() for _ in range(3)))

    rows = await telling.world.rows(select(messages.c.id))
    kept = [row for row in await sms.kept("messages") if row["id"] in {str(r["id"]) for r in rows}]
    assert [row["attempts"] for row in kept] == [1] * 12


async def test_a_client_forgotten_at_the_last_moment_is_not_written_to(
    telling: Telling, sms: Sandbox
) -> None:
    message = await telling.due()
    async with telling.world.uow.write(Actor.system("notifications")) as db:
        await db.execute(delete(known_clients))

    await telling.send()

    assert await kept_sms(sms, message["id"]) == []
    assert await telling.told() == [("failed", "client-unknown")]
