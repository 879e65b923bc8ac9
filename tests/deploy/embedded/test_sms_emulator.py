"""The SMS emulator behaves as a provider: one message an id, reports, faults."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession, ClientTimeout, web
from aiohttp.test_utils import TestServer

from chassis.testing import until
from deploy.embedded.sandbox import Box, Modes
from deploy.embedded.sms_emulator import FAULTS, make_app, reachable

MESSAGE = {"id": "m-1", "to": "+78125551234", "text": "Готово <b>", "sender": "Vitrazh"}


class Provider:
    """The running emulator, and what it has reported to us."""

    def __init__(self, session: ClientSession, base: str, reports: list[dict[str, Any]]) -> None:
        self.session = session
        self.base = base
        self.reports = reports
        self.callback = ""

    async def send(self, **changes: str) -> tuple[int, dict[str, Any]]:
        body = MESSAGE | {"callback_url": self.callback} | changes
        async with self.session.post(f"{self.base}/v1/messages", json=body) as answer:
            return answer.status, await answer.json()

    async def mode(self, mode: str) -> None:
        body = {"mode": mode, "times": 1}
        async with self.session.post(f"{self.base}/api/mode", json=body) as answer:
            assert answer.status == 200

    async def get(self, path: str) -> tuple[int, str]:
        async with self.session.get(self.base + path) as answer:
            return answer.status, await answer.text()

    async def kept(self) -> int:
        async with self.session.get(f"{self.base}/api/messages") as answer:
            count: int = (await answer.json())["count"]
            return count


@pytest_asyncio.fixture
async def provider(tmp_path: Path) -> AsyncIterator[Provider]:
    reports: list[dict[str, Any]] = []

    async def note(request: web.Request) -> web.Response:
        reports.append(await request.json())
        return web.Response(status=204)

    listener = web.Application()
    listener.router.add_post("/reports", note)
    box = Box(tmp_path / "messages.jsonl")
    async with (
        TestServer(make_app(box, Modes(FAULTS))) as server,
        TestServer(listener) as listening,
        ClientSession(timeout=ClientTimeout(total=2)) as session,
    ):
        made = Provider(session, str(server.make_url("")).rstrip("/"), reports)
        made.callback = str(listening.make_url("/reports"))
        yield made


async def test_a_message_is_accepted_and_its_delivery_reported_once(provider: Provider) -> None:
    status, body = await provider.send()

    async def reported() -> bool:
        return bool(provider.reports)

    assert status == 202
    assert body["provider_id"]
    await until(reported)
    assert provider.reports == [
        {"id": "m-1", "provider_id": body["provider_id"], "status": "delivered", "attempts": 1}
    ]


async def test_the_same_id_again_is_the_same_message(provider: Provider) -> None:
    _, first = await provider.send()
    status, again = await provider.send()

    assert status == 202
    assert again["provider_id"] == first["provider_id"]
    assert again["attempts"] == 2
    assert await provider.kept() == 1


async def test_the_same_id_with_another_text_is_refused(provider: Provider) -> None:
    await provider.send()

    assert (await provider.send(text="другое"))[0] == 409


@pytest.mark.parametrize(("fault", "status"), [("5xx", 503), ("429", 429)])
async def test_a_refused_message_never_came(provider: Provider, fault: str, status: int) -> None:
    await provider.mode(fault)

    assert (await provider.send())[0] == status
    assert (await provider.get("/v1/messages/m-1"))[0] == 404


async def test_a_message_without_an_answer_was_accepted(provider: Provider) -> None:
    await provider.mode("timeout-after-accept")

    with pytest.raises(TimeoutError):
        await provider.send()

    assert (await provider.get("/v1/messages/m-1"))[0] == 200


async def test_an_error_may_hide_an_acceptance(provider: Provider) -> None:
    await provider.mode("5xx-after-accept")

    assert (await provider.send())[0] == 503
    assert (await provider.get("/v1/messages/m-1"))[0] == 200


async def test_a_report_may_come_twice(provider: Provider) -> None:
    await provider.mode("double-report")
    await provider.send()

    async def twice() -> bool:
        return len(provider.reports) == 2

    assert await until(twice)
    assert provider.reports[0] == provider.reports[1]


async def test_an_undeliverable_message_is_reported_failed(provider: Provider) -> None:
    await provider.mode("undeliverable")
    await provider.send()

    async def reported() -> list[dict[str, Any]]:
        return provider.reports

    assert [report["status"] for report in await until(reported)] == ["failed"]


async def test_the_page_shows_texts_as_texts(provider: Provider) -> None:
    await provider.send()

    assert "Готово &lt;b&gt;" in (await provider.get("/"))[1]


async def test_a_message_without_a_receiver_is_refused(provider: Provider) -> None:
    assert (await provider.send(to=""))[0] == 422


def test_a_report_goes_where_it_can_be_reached() -> None:
    told = "http://127.0.0.1:8080/api/sms-reports?proof=x"

    assert reachable(told, "http://gateway:8000") == "http://gateway:8000/api/sms-reports?proof=x"
    assert reachable(told, None) == told
    assert reachable(None, "http://gateway:8000") is None
