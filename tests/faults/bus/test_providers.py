"""FM12, FM13: providers that refuse, fall silent or forget to answer: told once, or said unknown."""

import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import aiohttp
import pytest

from chassis.testing import until
from tests.faults.bus.judges import Delivery, told_as_promised
from tests.faults.bus.place import PATIENCE_S, Place

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900), pytest.mark.xdist_group("bus")]
BY_MAIL = "mebel"
DONE = {"delivered", "failed"}
MAILED = Delivery("accepted", 1, 1, ("client-told",))
"""A letter that the mail server has taken, once."""
SETTLED = DONE | {"accepted", "unknown"}


@asynccontextmanager
async def misbehaving(url: str, mode: str, times: int) -> AsyncIterator[None]:
    """Let a sandbox show a fault so many times."""
    async with aiohttp.ClientSession() as http:
        async with http.post(f"{url}/api/mode", json={"mode": mode, "times": times}) as answer:
            assert answer.status == 200, await answer.text()
        try:
            yield
        finally:
            await http.post(f"{url}/api/mode", json={"mode": "ok"})


async def kept(url: str, noun: str) -> list[dict[str, Any]]:
    """Return what a sandbox has accepted."""
    async with aiohttp.ClientSession() as http, http.get(f"{url}/api/{noun}") as answer:
        items: list[dict[str, Any]] = (await answer.json())["items"]
        return items


async def message_of(place: Place, order_id: str, states: set[str]) -> dict[str, Any]:
    """Wait until the order's message is in one of these states, letting every pause pass."""

    async def there() -> dict[str, Any] | None:
        place.hurry()
        page = await place.cast.desks["Л"].get(f"/api/messages?work_order_id={order_id}")
        found: dict[str, Any] | None = page["items"][0] if page["items"] else None
        return found if found and found["state"] in states else None

    found = await until(there, seconds=PATIENCE_S, every=0.5)
    assert found is not None
    return found


async def said(place: Place, order_id: str) -> list[str]:
    """Return what the order says of telling its client, once all has come."""
    await place.settled()
    query = "SELECT type FROM outbox WHERE aggregateid = %s ORDER BY position"
    types = [row[0].split(".")[-2] for row in place.rows("orders", query, order_id)]
    return [what for what in types if what.startswith("client-")]


async def sms_of(place: Place, message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the SMS that the provider has of this message."""
    query = "SELECT provider_key::text FROM messages WHERE id = %s"
    ((key,),) = place.rows("notifications", query, message["id"])
    return [row for row in await kept(place.system.set.sms_url, "messages") if row["id"] == key]


async def mails_of(place: Place, message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the mails under this message's name."""
    query = "SELECT provider_key::text FROM messages WHERE id = %s"
    ((key,),) = place.rows("notifications", query, message["id"])
    return [
        row for row in await kept(place.system.set.mail_ui_url, "mails") if key in row["message_id"]
    ]


async def mailed(place: Place, message: dict[str, Any]) -> Delivery:
    """Return what became of a message that went by mail."""
    mails = await mails_of(place, message)
    return Delivery(
        message["state"],
        sent=len(mails),
        names=len({row["message_id"] for row in mails}),
        said=tuple(await said(place, message["work_order_id"])),
        reason=message["reason"] if message["state"] == "failed" else "",
    )


@pytest.mark.parametrize(
    ("mode", "times", "state", "told"),
    [
        ("5xx", 3, "delivered", ["client-told", "client-reached"]),
        ("429", 3, "delivered", ["client-told", "client-reached"]),
        ("5xx-after-accept", 1, "delivered", ["client-told", "client-reached"]),
        ("double-report", 1, "delivered", ["client-told", "client-reached"]),
        ("undeliverable", 1, "failed", ["client-told", "client-not-told"]),
        (
            "timeout-after-accept",
            1,
            "delivered",
            ["client-not-told", "client-told", "client-reached"],
        ),
    ],
)
async def test_an_sms_goes_out_once_whatever_its_provider_does(
    place: Place, mode: str, times: int, state: str, told: list[str]
) -> None:
    """FM13."""
    async with misbehaving(place.system.set.sms_url, mode, times):
        order = await place.ready()
        message = await message_of(place, order["id"], DONE)

    mine = await sms_of(place, message)
    texts = [row["text"] for row in await kept(place.system.set.sms_url, "messages")]
    found = await said(place, order["id"])
    if mode == "timeout-after-accept":  # the report may overtake the silence
        found = found if len(found) == 3 else ["client-not-told", *found]
    became = Delivery(
        message["state"],
        sent=sum(sms["attempts"] for sms in mine),
        names=len(mine),
        said=tuple(found),
        doubled=sum(order["number"] in text for text in texts) - len(mine),
    )
    assert told_as_promised(became, Delivery(state, 1, 1, tuple(told))) == []


@pytest.mark.parametrize("mode", ["421", "451"])
async def test_a_mail_that_is_put_off_is_tried_again_under_its_name(
    place: Place, mode: str
) -> None:
    """FM12."""
    async with misbehaving(place.system.set.mail_ui_url, mode, 3):
        order = await place.ready(client_id=place.cast.clients[BY_MAIL])
        message = await message_of(place, order["id"], {"accepted"})

    assert told_as_promised(await mailed(place, message), MAILED) == []


async def test_a_mail_refused_for_good_has_failed_and_the_manager_sends_it_anew(
    place: Place,
) -> None:
    """FM12: 550; the desk sees it and acts."""
    desk = place.cast.desks["Л"]
    async with misbehaving(place.system.set.mail_ui_url, "550", 1):
        order = await place.ready(client_id=place.cast.clients[BY_MAIL])
        message = await message_of(place, order["id"], DONE)
    refused = Delivery("failed", 0, 0, ("client-not-told",), reason="refused")
    assert told_as_promised(await mailed(place, message), refused) == []
    failed = await desk.get("/api/messages?state=failed")
    assert message["id"] in {row["id"] for row in failed["items"]}

    await desk.post(f"/api/messages/{message['id']}/resend")
    message = await message_of(place, order["id"], {"accepted"})

    anew = replace(MAILED, said=("client-not-told", "client-told"))
    assert told_as_promised(await mailed(place, message), anew) == []


@pytest.mark.parametrize("mode", ["drop-after-data", "accept-then-timeout"])
async def test_a_mail_of_unknown_outcome_is_never_repeated_by_itself(
    place: Place, mode: str
) -> None:
    """FM12: the server has it and did not say so; only a person sends it again, under its name."""
    desk = place.cast.desks["Л"]
    async with misbehaving(place.system.set.mail_ui_url, mode, 1):
        order = await place.ready(client_id=place.cast.clients[BY_MAIL])
        message = await message_of(place, order["id"], SETTLED)
    unknown = Delivery("unknown", 1, 1, ("client-not-told",))
    assert told_as_promised(await mailed(place, message), unknown) == []
    later = await place.ready(client_id=place.cast.clients[BY_MAIL])
    await message_of(place, later["id"], {"accepted"})  # the senders went on, and past it
    assert len(await mails_of(place, message)) == 1

    await desk.post(f"/api/messages/{message['id']}/resend")
    message = await message_of(place, order["id"], {"accepted"})

    twice = replace(MAILED, sent=2, said=("client-not-told", "client-told"))
    assert told_as_promised(await mailed(place, message), twice) == []


async def test_a_mail_server_that_stands_still_is_waited_for(place: Place) -> None:
    """FM12: no word before DATA: it certainly has nothing."""
    pid = place.system.set.mail.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    try:
        order = await place.ready(client_id=place.cast.clients[BY_MAIL])

        async def tried() -> bool:
            place.hurry()
            query = "SELECT attempts FROM messages WHERE work_order_id = %s"
            rows = place.rows("notifications", query, order["id"])
            return bool(rows) and rows[0][0] >= 2

        await until(tried, seconds=PATIENCE_S, every=0.5)
    finally:
        os.kill(pid, signal.SIGCONT)

    message = await message_of(place, order["id"], {"accepted"})
    assert told_as_promised(await mailed(place, message), MAILED) == []
