"""The desk asks whether he was told, sends again, rings; the provider reports."""

from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from chassis.actor import Actor
from chassis.ids import new_id
from chassis.testing import World
from contracts.clients.events import ContactChannel
from contracts.rights import Role
from services.notifications.messages.domain import State
from services.notifications.messages.ports import ReportSeal
from services.notifications.messages.tables import messages
from tests.services.notifications.conftest import SECRET, Sandbox, Telling, ivanova


async def set_state(telling: Telling, state: State, **other: object) -> UUID:
    """Put the one message of a ready order where a test begins."""
    await telling.ready(await telling.know())
    async with telling.world.uow.write(Actor.system("notifications")) as db:
        await db.execute(update(messages).values(state=state, channel="sms", **other))
    found: UUID = (await telling.message())["id"]
    return found


async def test_was_he_told_is_answered_by_the_order(
    telling: Telling, desk: httpx.AsyncClient, sms: Sandbox
) -> None:
    event = await telling.ready(await telling.know())
    await telling.ready(await telling.know())
    telling.watch.forward(seconds=61)
    await telling.send()

    answer = await desk.get("/api/messages", params={"work_order_id": str(event.work_order_id)})

    (shown,) = answer.json()["items"]
    assert (shown["order_number"], shown["channel"], shown["state"]) == (
        "Л-0417/26",
        "sms",
        "accepted",
    )
    assert shown["told_at"]
    one = await desk.get(f"/api/messages/{shown['id']}")
    assert one.json() == shown


async def test_the_calls_to_make_are_a_list(telling: Telling, desk: httpx.AsyncClient) -> None:
    await telling.ready(await telling.know(ivanova(new_id(), channel=ContactChannel.PHONE)))
    telling.watch.forward(seconds=61)
    await telling.send()

    calls = (await desk.get("/api/messages", params={"state": "call"})).json()["items"]

    assert [call["order_number"] for call in calls] == ["Л-0417/26"]
    answer = await desk.post(f"/api/messages/{calls[0]['id']}/note-call")
    assert answer.status_code == 200
    assert (answer.json()["state"], answer.json()["channel"]) == ("accepted", "phone")
    assert (await desk.get("/api/messages", params={"state": "call"})).json()["items"] == []
    assert await telling.told() == [("call-needed", None), ("accepted", None)]


async def test_a_list_goes_on_behind_the_page(telling: Telling, desk: httpx.AsyncClient) -> None:
    client_id = await telling.know()
    for _ in range(3):
        await telling.ready(client_id)

    first = (await desk.get("/api/messages", params={"limit": 2})).json()
    rest = (await desk.get("/api/messages", params={"cursor": first["next"]})).json()

    ids = [item["id"] for item in [*first["items"], *rest["items"]]]
    assert len(set(ids)) == 3
    assert rest["next"] is None


@pytest.mark.parametrize("state", [State.FAILED, State.UNKNOWN])
async def test_the_desk_sends_again_what_failed_or_is_unclear(
    telling: Telling, desk: httpx.AsyncClient, sms: Sandbox, state: State
) -> None:
    message_id = await set_state(telling, state)

    answer = await desk.post(f"/api/messages/{message_id}/resend")
    await telling.send()

    assert (answer.status_code, answer.json()["state"]) == (200, "queued")
    assert await telling.told() == [("accepted", None)]


async def test_the_same_request_again_sends_nothing_twice(
    telling: Telling, desk: httpx.AsyncClient, sms: Sandbox
) -> None:
    message_id = await set_state(telling, State.FAILED)
    key = {"Idempotency-Key": str(new_id())}
    first = await desk.post(f"/api/messages/{message_id}/resend", headers=key)
    await telling.send()

    second = await desk.post(f"/api/messages/{message_id}/resend", headers=key)
    await telling.send()

    assert second.json() == first.json()
    assert await telling.told() == [("accepted", None)]


@pytest.mark.parametrize(
    ("state", "moot", "code"),
    [
        (State.QUEUED, False, "message-not-sent-again"),
        (State.ACCEPTED, False, "message-not-sent-again"),
        (State.FAILED, True, "order-no-longer-ready"),
    ],
)
async def test_what_is_not_sent_again_says_why(
    telling: Telling,
    desk: httpx.AsyncClient,
    state: State,
    moot: bool,  # noqa: FBT001 - a table
    code: str,
) -> None:
    message_id = await set_state(telling, state, moot=moot)

    answer = await desk.post(f"/api/messages/{message_id}/resend")

    assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert (await telling.message())["state"] is state


async def test_a_message_of_no_such_id_is_not_found(desk: httpx.AsyncClient) -> None:
    assert (await desk.get(f"/api/messages/{new_id()}")).status_code == 404
    assert (await desk.post(f"/api/messages/{new_id()}/resend")).status_code == 404
    assert (await desk.post(f"/api/messages/{new_id()}/note-call")).status_code == 404


@pytest.mark.parametrize(
    ("role", "read", "act"),
    [
        (None, 401, 401),
        (Role.WORKSHOP, 403, 403),
        (Role.ADMIN, 403, 403),
        (Role.ADVERTISING, 403, 403),
        (Role.QUALITY, 200, 403),
        (Role.DIRECTOR, 200, 403),
        (Role.DESK, 200, 200),
    ],
)
async def test_who_may_read_and_who_may_act(
    telling: Telling, role: Role | None, read: int, act: int
) -> None:
    message_id = await set_state(telling, State.FAILED)
    client = telling.world.client(telling.world.actor(role) if role else None)

    assert (await client.get("/api/messages")).status_code == read
    assert (await client.get(f"/api/messages/{message_id}")).status_code == read
    answer = await client.post(f"/api/messages/{message_id}/resend")
    assert answer.status_code == act
    expected = State.QUEUED if act == 200 else State.FAILED
    assert (await telling.message())["state"] is expected


def a_report(key: UUID, status: str = "delivered", proof: str | None = None) -> dict[str, object]:
    proof = ReportSeal(SECRET).proof(key) if proof is None else proof
    return {
        "url": f"/api/sms-reports?proof={proof}",
        "json": {"id": str(key), "provider_id": "42", "status": status, "attempts": 1},
    }


async def test_a_sealed_report_counts_once(telling: Telling) -> None:
    message_id = await set_state(telling, State.ACCEPTED)
    provider = telling.world.client()

    answers = [await provider.post(**a_report(message_id)) for _ in range(3)]  # type: ignore[arg-type]

    assert [answer.status_code for answer in answers] == [204] * 3
    assert await telling.told() == [("delivered", None)]


async def test_a_report_of_an_unknown_message_settles_it(telling: Telling) -> None:
    message_id = await set_state(telling, State.UNKNOWN)

    await telling.world.client().post(**a_report(message_id, "accepted"))  # type: ignore[arg-type]

    assert await telling.told() == [("accepted", None)]


@pytest.mark.parametrize("proof", ["", "0" * 64, "x", "é" * 30])
async def test_a_report_without_its_seal_is_believed_by_nobody(
    telling: Telling, proof: str
) -> None:
    message_id = await set_state(telling, State.ACCEPTED)

    answer = await telling.world.client().post(**a_report(message_id, proof=proof))  # type: ignore[arg-type]

    assert answer.status_code == 404
    assert (await telling.message())["state"] is State.ACCEPTED


async def test_the_seal_of_one_message_opens_no_other(telling: Telling) -> None:
    message_id = await set_state(telling, State.ACCEPTED)
    foreign = ReportSeal(SECRET).proof(new_id())

    answer = await telling.world.client().post(**a_report(message_id, proof=foreign))  # type: ignore[arg-type]

    assert answer.status_code == 404


async def test_a_report_of_what_we_never_sent_is_not_found(world: World) -> None:
    assert (await world.client().post(**a_report(new_id()))).status_code == 404  # type: ignore[arg-type]


async def test_a_report_in_words_of_its_own_is_refused(telling: Telling) -> None:
    message_id = await set_state(telling, State.ACCEPTED)
    answer = await telling.world.client().post(**a_report(message_id, "smoke signal"))  # type: ignore[arg-type]
    assert answer.status_code == 422
