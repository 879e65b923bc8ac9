"""What each answer of a mail server means, and at which point of the talk."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from aiosmtpd.smtp import SMTP, Envelope, Session

from contracts.notifications.events import MessageChannel
from services.notifications.messages.adapters.settings import ProviderSettings
from services.notifications.messages.adapters.smtp import SmtpServer
from services.notifications.messages.domain import Letter
from services.notifications.messages.ports import Verdict

KEY = UUID(int=7)
LETTER = Letter(
    channel=MessageChannel.EMAIL,
    address="ivanova@example.org",
    subject="Заказ Л-0417/26 готов",
    body="Здравствуйте!\n.\nВаш заказ готов\n",
)


class Answers:
    """A mail server that answers as it is told at each point of the talk."""

    def __init__(self) -> None:
        self.mail = self.rcpt = "250 OK"
        self.data = "250 OK"
        self.kept: list[Envelope] = []

    async def handle_MAIL(  # noqa: N802 - the library's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.mail.startswith("250"):
            envelope.mail_from = address
        return self.mail

    async def handle_RCPT(  # noqa: N802 - the library's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(  # noqa: N802 - the library's
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.kept.append(envelope)
        return self.data


@pytest_asyncio.fixture
async def server() -> AsyncIterator[tuple[Answers, SmtpServer]]:
    answers = Answers()
    loop = asyncio.get_running_loop()
    made = await loop.create_server(lambda: SMTP(answers, hostname="test"), "127.0.0.1", 0)
    port = made.sockets[0].getsockname()[1]
    yield answers, SmtpServer(ProviderSettings(smtp_port=port, provider_timeout=1))
    made.close()
    await made.wait_closed()


async def test_a_mail_is_taken_with_its_stable_name(server: tuple[Answers, SmtpServer]) -> None:
    answers, smtp = server

    outcome = await smtp.send(KEY, LETTER)

    assert outcome.verdict is Verdict.ACCEPTED
    (kept,) = answers.kept
    assert kept.rcpt_tos == ["ivanova@example.org"]
    assert isinstance(kept.content, bytes)
    raw = kept.content.decode()
    assert f"Message-ID: <{KEY}@vitrazh.example>" in raw
    assert "Auto-Submitted: auto-generated" in raw


@pytest.mark.parametrize(
    ("at", "answer", "verdict"),
    [
        ("mail", "421 busy", Verdict.TRY_LATER),
        ("mail", "451 later", Verdict.TRY_LATER),
        ("mail", "550 who are you", Verdict.REFUSED),
        ("rcpt", "450 later", Verdict.TRY_LATER),
        ("rcpt", "550 no such mailbox", Verdict.REFUSED),
        ("data", "421 going down", Verdict.TRY_LATER),
        ("data", "451 later", Verdict.TRY_LATER),
        ("data", "552 too large", Verdict.REFUSED),
        ("data", "554 spam", Verdict.REFUSED),
    ],
)
async def test_what_an_answer_means(
    server: tuple[Answers, SmtpServer], at: str, answer: str, verdict: Verdict
) -> None:
    answers, smtp = server
    setattr(answers, at, answer)

    outcome = await smtp.send(KEY, LETTER)

    assert (outcome.verdict, outcome.detail) == (verdict, f"SMTP {answer[:3]}")


async def test_a_closed_door_certainly_took_nothing() -> None:
    smtp = SmtpServer(ProviderSettings(smtp_port=9))
    assert (await smtp.send(KEY, LETTER)).verdict is Verdict.TRY_LATER


Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]


@pytest_asyncio.fixture
async def script() -> AsyncIterator[Callable[[list[str | None]], Any]]:
    """A server of a few fixed lines: None hangs up, "" says nothing."""
    made: list[asyncio.Server] = []

    async def start(lines: list[str | None]) -> SmtpServer:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                for line in lines:
                    if line is None:
                        break
                    if line == "":
                        await reader.read()
                    writer.write(f"{line}\r\n".encode())
                    await reader.readline()
            finally:
                writer.close()

        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        made.append(server)
        port = server.sockets[0].getsockname()[1]
        return SmtpServer(ProviderSettings(smtp_port=port, provider_timeout=0.3))

    yield start
    for server in made:
        server.close()


HELLO: list[str | None] = ["220 test", "250 test"]


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ([None], Verdict.TRY_LATER),
        ([""], Verdict.TRY_LATER),
        (["554 no service"], Verdict.TRY_LATER),
        ([*HELLO, None], Verdict.TRY_LATER),
        ([*HELLO, "250 sender", ""], Verdict.TRY_LATER),
        ([*HELLO, "250 sender", "250 recipient", None], Verdict.UNKNOWN),
        ([*HELLO, "250 sender", "250 recipient", ""], Verdict.UNKNOWN),
        ([*HELLO, "250 sender", "250 recipient", "354 go on", None], Verdict.UNKNOWN),
    ],
)
async def test_before_data_nothing_is_taken_and_after_it_nobody_knows(
    script: Callable[[list[str | None]], Any], lines: list[str | None], verdict: Verdict
) -> None:
    smtp = await script(lines)
    assert (await smtp.send(KEY, LETTER)).verdict is verdict
