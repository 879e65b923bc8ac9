"""What each answer of an SMS provider means; silence after the letter left means unknown."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from aiohttp import web
from pydantic import SecretStr

from contracts.notifications.events import MessageChannel
from services.notifications.messages.adapters.settings import ProviderSettings
from services.notifications.messages.adapters.sms_http import HttpSms
from services.notifications.messages.domain import Fate, Letter
from services.notifications.messages.ports import ReportSeal, Verdict

KEY = UUID(int=7)
LETTER = Letter(channel=MessageChannel.SMS, address="+79215551234", subject="", body="Заказ готов")


class Provider:
    """A provider that answers as it is told."""

    def __init__(self) -> None:
        self.status = 202
        self.body: Any = {}
        self.raw: str | None = None
        self.seen: list[tuple[str, Any, dict[str, str]]] = []
        self.silent = asyncio.Event()
        self.cut = False

    async def answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        self.seen.append((request.path, body, dict(request.headers)))
        if self.cut and request.transport is not None:
            request.transport.close()
        if self.silent.is_set():
            await asyncio.Event().wait()
        if self.raw is not None:
            return web.Response(status=self.status, text=self.raw)
        return web.json_response(self.body, status=self.status)


@pytest_asyncio.fixture
async def provider() -> AsyncIterator[tuple[Provider, HttpSms]]:
    told = Provider()
    app = web.Application()
    app.add_routes([web.route("*", "/{any:.*}", told.answer)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    settings = ProviderSettings(
        sms_url=f"http://127.0.0.1:{runner.addresses[0][1]}",
        sms_token=SecretStr("token"),
        public_url="https://vitrazh.example",
        provider_timeout=0.3,
    )
    sms = HttpSms(settings, ReportSeal("secret"))
    yield told, sms
    await sms.close()
    await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.ACCEPTED),
        (201, Verdict.ACCEPTED),
        (202, Verdict.ACCEPTED),
        (302, Verdict.TRY_LATER),
        (400, Verdict.REFUSED),
        (401, Verdict.TRY_LATER),
        (403, Verdict.TRY_LATER),
        (408, Verdict.TRY_LATER),
        (409, Verdict.REFUSED),
        (422, Verdict.REFUSED),
        (429, Verdict.TRY_LATER),
        (500, Verdict.TRY_LATER),
        (503, Verdict.TRY_LATER),
    ],
)
async def test_what_an_answer_means(
    provider: tuple[Provider, HttpSms], status: int, verdict: Verdict
) -> None:
    told, sms = provider
    told.status = status
    assert (await sms.send(KEY, LETTER)).verdict is verdict


async def test_the_letter_goes_out_under_our_key_with_a_sealed_way_back(
    provider: tuple[Provider, HttpSms],
) -> None:
    told, sms = provider

    await sms.send(KEY, LETTER)

    ((path, body, headers),) = told.seen
    proof = ReportSeal("secret").proof(KEY)
    assert path == "/v1/messages"
    assert body == {
        "id": str(KEY),
        "to": "+79215551234",
        "text": "Заказ готов",
        "sender": "Vitrazh",
        "callback_url": f"https://vitrazh.example/api/sms-reports?proof={proof}",
    }
    assert headers["Idempotency-Key"] == str(KEY)
    assert headers["Authorization"] == "Bearer token"


async def test_without_a_secret_no_reports_are_asked_for(
    provider: tuple[Provider, HttpSms],
) -> None:
    told, sms = provider
    unsealed = HttpSms(sms._settings, ReportSeal(""))

    await unsealed.send(KEY, LETTER)
    await unsealed.close()

    assert "callback_url" not in told.seen[0][1]


async def test_silence_after_the_letter_left_is_unknown(
    provider: tuple[Provider, HttpSms],
) -> None:
    told, sms = provider
    told.silent.set()
    assert (await sms.send(KEY, LETTER)).verdict is Verdict.UNKNOWN


async def test_a_cut_after_the_letter_left_is_unknown(provider: tuple[Provider, HttpSms]) -> None:
    told, sms = provider
    told.cut = True
    assert (await sms.send(KEY, LETTER)).verdict is Verdict.UNKNOWN


async def test_a_closed_door_certainly_took_nothing() -> None:
    sms = HttpSms(ProviderSettings(sms_url="http://127.0.0.1:9"), ReportSeal(""))
    assert (await sms.send(KEY, LETTER)).verdict is Verdict.TRY_LATER
    assert await sms.ask(KEY) is Fate.NO_ANSWER
    await sms.close()


@pytest.mark.parametrize(
    ("status", "body", "fate"),
    [
        (200, {"status": "accepted"}, Fate.ACCEPTED),
        (200, {"status": "sent"}, Fate.ACCEPTED),
        (200, {"status": "delivered"}, Fate.DELIVERED),
        (200, {"status": "failed"}, Fate.UNDELIVERED),
        (200, {"status": "something new"}, Fate.NO_ANSWER),
        (200, {"status": ["accepted"]}, Fate.NO_ANSWER),
        (200, {}, Fate.NO_ANSWER),
        (200, ["accepted"], Fate.NO_ANSWER),
        (404, {}, Fate.NEVER_ARRIVED),
        (401, {}, Fate.NO_ANSWER),
        (503, {}, Fate.NO_ANSWER),
        (302, {}, Fate.NO_ANSWER),
    ],
)
async def test_what_a_provider_says_when_asked(
    provider: tuple[Provider, HttpSms], status: int, body: Any, fate: Fate
) -> None:
    told, sms = provider
    told.status, told.body = status, body

    assert await sms.ask(KEY) is fate
    assert told.seen[0][0] == f"/v1/messages/{KEY}"


@pytest.mark.parametrize("raw", ["", "<html>", "{"])
async def test_an_answer_that_is_no_json_says_nothing(
    provider: tuple[Provider, HttpSms], raw: str
) -> None:
    told, sms = provider
    told.status, told.raw = 200, raw
    assert await sms.ask(KEY) is Fate.NO_ANSWER


async def test_silence_when_asked_says_nothing(provider: tuple[Provider, HttpSms]) -> None:
    told, sms = provider
    told.silent.set()
    assert await sms.ask(KEY) is Fate.NO_ANSWER
