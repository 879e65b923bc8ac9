"""A mail server in trouble: told once, or said not to be."""

import pytest

from services.notifications.messages.domain import State
from tests.services.notifications.conftest import (
    Sandbox,
    Telling,
    a_mail_is_due,
    kept_mails,
)


@pytest.mark.parametrize("fault", ["421", "451"])
async def test_a_mail_put_off_is_tried_again_under_the_same_message_id(
    telling: Telling, mail: Sandbox, fault: str
) -> None:
    await mail.mode(fault)
    message_id = await a_mail_is_due(telling)

    await telling.send()
    assert (await telling.message())["state"] is State.QUEUED
    telling.watch.forward(seconds=6)
    await telling.send()

    assert len(await kept_mails(mail, message_id)) == 1
    assert await telling.told() == [("accepted", None)]


async def test_a_mail_refused_for_good_has_failed_and_is_not_repeated(
    telling: Telling, mail: Sandbox
) -> None:
    await mail.mode("550")
    message_id = await a_mail_is_due(telling)

    await telling.send()
    telling.watch.forward(hours=3)
    await telling.send()

    assert await kept_mails(mail, message_id) == []
    assert await telling.told() == [("failed", "refused")]


@pytest.mark.parametrize("fault", ["drop-after-data", "accept-then-timeout"])
async def test_a_mail_without_an_answer_is_unknown_and_left_to_a_person(
    telling: Telling, mail: Sandbox, hasty: None, fault: str
) -> None:
    await mail.mode(fault)
    message_id = await a_mail_is_due(telling)

    await telling.send()
    telling.watch.forward(hours=3)
    await telling.ask()
    await telling.send()

    assert (await telling.message())["state"] is State.UNKNOWN
    assert len(await kept_mails(mail, message_id)) == 1
    assert await telling.told() == [("unknown", None)]
