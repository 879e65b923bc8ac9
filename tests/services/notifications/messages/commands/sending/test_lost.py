"""Senders killed and answers lost: asked about, never blindly repeated."""

import asyncio
from typing import Any

import pytest

from chassis.actor import Actor
from services.notifications.messages import commands
from services.notifications.messages.domain import Fate, Message, State
from services.notifications.messages.ports import Outcome, SmsProvider, Verdict
from tests.services.notifications.conftest import (
    Sandbox,
    Telling,
    kept_sms,
)


async def test_two_senders_never_take_one_message(telling: Telling, sms: Sandbox) -> None:
    message = await telling.due()

    await asyncio.gather(*(commands.send_next(telling.world.uow) for _ in range(4)))

    (kept,) = await kept_sms(sms, message["id"])
    assert kept["attempts"] == 1
    assert [what for what, _ in await telling.told()].count("accepted") == 1


async def test_an_sms_accepted_without_an_answer_is_asked_about_and_never_doubled(
    telling: Telling, sms: Sandbox, hasty: None
) -> None:
    await sms.mode("timeout-after-accept")
    message = await telling.due()

    await telling.send()
    assert (await telling.message())["state"] is State.UNKNOWN
    await telling.ask()
    await telling.send()

    (kept,) = await kept_sms(sms, message["id"])
    assert kept["attempts"] == 1
    assert [what for what, _ in await telling.told()][:2] == ["unknown", "accepted"]


async def test_an_sms_that_the_provider_never_got_is_sent_again_under_its_key(
    telling: Telling, sms: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await telling.due()

    async def lost(*_: object) -> Outcome:
        return Outcome(Verdict.UNKNOWN, "lost")

    with monkeypatch.context() as patched:
        patched.setattr(telling.world.uow.ports[SmsProvider], "send", lost)
        await telling.send()
    assert await kept_sms(sms, message["id"]) == []

    await telling.ask()
    telling.watch.forward(seconds=10)
    await telling.send()

    (kept,) = await kept_sms(sms, message["id"])
    assert kept["attempts"] == 1
    assert [what for what, _ in await telling.told()][:2] == ["unknown", "accepted"]


async def test_a_5xx_that_had_accepted_is_not_sent_twice(telling: Telling, sms: Sandbox) -> None:
    await sms.mode("5xx-after-accept")
    message = await telling.due()

    await telling.send()
    assert (await telling.message())["state"] is State.QUEUED
    telling.watch.forward(seconds=6)
    await telling.send()

    (kept,) = await kept_sms(sms, message["id"])
    assert kept["attempts"] == 1
    assert (await telling.told())[0] == ("accepted", None)


async def test_a_killed_sender_leaves_a_message_that_is_found_and_asked_about(
    telling: Telling, sms: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = await telling.due()
    provider = telling.world.uow.ports[SmsProvider]
    send = provider.send

    async def sent_then_killed(*letter: Any) -> Outcome:
        await send(*letter)
        raise asyncio.CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(provider, "send", sent_then_killed)
        with pytest.raises(asyncio.CancelledError):
            await telling.send()
    assert (await telling.message())["state"] is State.SENDING
    telling.watch.forward(seconds=29)
    assert not await commands.find_lost(telling.world.uow)

    telling.watch.forward(seconds=1)
    assert await commands.find_lost(telling.world.uow)
    await telling.ask()
    await telling.send()

    (kept,) = await kept_sms(sms, message["id"])
    assert kept["attempts"] == 1
    assert [what for what, _ in await telling.told()][:2] == ["unknown", "accepted"]


async def test_an_answer_that_comes_after_the_lease_still_counts(
    telling: Telling, sms: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telling.due()
    provider = telling.world.uow.ports[SmsProvider]
    send = provider.send

    async def slow(*letter: Any) -> Outcome:
        telling.watch.forward(seconds=31)
        await commands.find_lost(telling.world.uow)
        answer: Outcome = await send(*letter)
        return answer

    with monkeypatch.context() as patched:
        patched.setattr(provider, "send", slow)
        await telling.send()

    assert [what for what, _ in await telling.told()][:2] == ["unknown", "accepted"]


async def test_a_late_no_does_not_undo_what_was_found_out_meanwhile(
    telling: Telling, sms: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telling.due()
    provider = telling.world.uow.ports[SmsProvider]
    send = provider.send

    async def accepted_asked_then_refused(*letter: Any) -> Outcome:
        await send(*letter)
        telling.watch.forward(seconds=31)
        await commands.find_lost(telling.world.uow)
        await telling.ask()
        return Outcome(Verdict.REFUSED, "HTTP 400")

    with monkeypatch.context() as patched:
        patched.setattr(provider, "send", accepted_asked_then_refused)
        await telling.send()

    assert ("failed", "refused") not in await telling.told()
    assert (await telling.message())["state"] in {State.ACCEPTED, State.DELIVERED}


async def test_a_silent_provider_is_asked_again_and_nothing_is_claimed_of_it(
    telling: Telling, sms: Sandbox, hasty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sms.mode("timeout-after-accept")
    message = await telling.due()
    await telling.send()
    provider = telling.world.uow.ports[SmsProvider]

    with monkeypatch.context() as patched:
        patched.setattr(provider._settings, "sms_url", "http://127.0.0.1:9")
        await provider.close()
        await telling.ask()
        assert (await telling.message())["state"] is State.UNKNOWN
        await provider.close()
    telling.watch.forward(seconds=15)
    await telling.ask()

    assert (await telling.message())["state"] in {State.ACCEPTED, State.DELIVERED}
    assert len(await kept_sms(sms, message["id"])) == 1


async def test_a_provider_that_cannot_be_reached_at_all_certainly_has_nothing(
    telling: Telling, sms: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telling.due()
    provider = telling.world.uow.ports[SmsProvider]

    with monkeypatch.context() as patched:
        patched.setattr(provider._settings, "sms_url", "http://127.0.0.1:9")
        await provider.close()
        await telling.send()
        await provider.close()

    assert (await telling.message())["state"] is State.QUEUED
    assert await telling.told() == []


async def test_a_second_try_that_cannot_be_asked_about_is_put_off(
    telling: Telling, sms: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sms.mode("5xx")
    message = await telling.due()
    await telling.send()
    telling.watch.forward(seconds=6)

    async def silent(_: object) -> Fate:
        return Fate.NO_ANSWER

    with monkeypatch.context() as patched:
        patched.setattr(telling.world.uow.ports[SmsProvider], "ask", silent)
        await telling.send()

    assert await kept_sms(sms, message["id"]) == []
    assert (await telling.message())["attempts"] == 2
    assert (await telling.message())["state"] is State.QUEUED


async def test_an_answer_about_a_message_that_was_settled_meanwhile_changes_nothing(
    telling: Telling, sms: Sandbox, hasty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sms.mode("timeout-after-accept")
    message = await telling.due()
    await telling.send()
    provider = telling.world.uow.ports[SmsProvider]

    async def slow(_: object) -> Fate:
        async with telling.world.uow.write(Actor.system("notifications")) as db:
            (await db.load(Message, message["id"])).deliver(at=db.now)
        return Fate.NEVER_ARRIVED

    with monkeypatch.context() as patched:
        patched.setattr(provider, "ask", slow)
        await telling.ask()

    assert (await telling.message())["state"] is State.DELIVERED
    assert [what for what, _ in await telling.told()] == ["unknown", "accepted", "delivered"]
