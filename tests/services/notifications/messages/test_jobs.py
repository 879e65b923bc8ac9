"""The clock's door: senders, questions, lost messages, the deadline."""

import pytest
from sqlalchemy import update

from chassis.actor import Actor
from chassis.ids import new_id
from contracts.notifications.events import MessageChannel
from services.notifications.messages import jobs
from services.notifications.messages.domain import State
from services.notifications.messages.tables import messages
from tests.services.notifications.conftest import Telling


def test_several_senders_run_so_that_one_slow_provider_holds_up_one() -> None:
    crews = {every.name: every.crew for every in jobs.jobs.loops}
    assert crews["send-messages"] == jobs.SENDERS > 1
    assert {"ask-about-messages", "find-lost-messages"} < crews.keys()


async def test_a_loop_that_finds_nothing_says_so(telling: Telling) -> None:
    uow = telling.world.uow
    assert [await jobs.send(uow), await jobs.ask(uow), await jobs.find_lost(uow)] == [False] * 3


async def test_a_loop_that_finds_nothing_opens_no_transaction(
    telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telling.ready(new_id())
    async with telling.world.uow.write(Actor.system("notifications")) as db:
        nobody_knows = {"state": State.UNKNOWN, "channel": MessageChannel.EMAIL, "due_at": db.now}
        await db.execute(update(messages).values(nobody_knows))
    opened = []
    monkeypatch.setattr(telling.world.uow, "write", lambda *_, **__: opened.append(1))

    await jobs.send(telling.world.uow)
    await jobs.ask(telling.world.uow)
    await jobs.find_lost(telling.world.uow)

    assert opened == []


async def test_a_deadline_for_a_message_that_goes_on_means_nothing(telling: Telling) -> None:
    await telling.ready(new_id())
    (_, key) = next(iter(await telling.world.timers()))
    async with telling.world.uow.write(Actor.system("notifications")) as db:
        await db.execute(update(messages).values(state=State.QUEUED))

    assert await telling.world.fire("client-not-known", key)

    assert await telling.told() == []
    assert (await telling.message())["state"] is State.QUEUED
