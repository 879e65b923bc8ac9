"""The mail sandbox keeps what it accepts and fails as told."""

import asyncio
import smtplib
from collections.abc import AsyncIterator
from email.message import EmailMessage
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from chassis.testing import until
from deploy.embedded import mail_sandbox, ports


class Sandbox:
    """A running sandbox and how to reach it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.smtp_port = ports.pick()
        self.url = f"http://{ports.HOST}:{ports.pick()}"

    async def run(self) -> None:
        port = int(self.url.rsplit(":", 1)[1])
        await mail_sandbox.run(self.folder, ports.HOST, self.smtp_port, port)

    def _send(self, subject: str) -> None:
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = subject, "a@example.org", "b@example.org"
        mail.set_content("Ваше зеркало готово")
        with smtplib.SMTP(ports.HOST, self.smtp_port, timeout=2) as client:
            client.send_message(mail)

    async def send(self, subject: str) -> None:
        await asyncio.to_thread(self._send, subject)

    async def mode(self, mode: str, times: int | None = 1) -> int:
        async with (
            ClientSession() as session,
            session.post(f"{self.url}/api/mode", json={"mode": mode, "times": times}) as answer,
        ):
            return answer.status

    async def text(self, path: str) -> str:
        async with ClientSession() as session, session.get(self.url + path) as answer:
            return await answer.text()

    async def subjects(self) -> list[str]:
        async with ClientSession() as session, session.get(f"{self.url}/api/mails") as answer:
            return [mail["subject"] for mail in (await answer.json())["items"]]


@pytest_asyncio.fixture
async def sandbox(tmp_path: Path) -> AsyncIterator[Sandbox]:
    made = Sandbox(tmp_path)
    task = asyncio.create_task(made.run())

    async def up() -> bool:
        return ports.answers(made.smtp_port) and ports.answers(int(made.url.rsplit(":", 1)[1]))

    await until(up)
    yield made
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_mail_is_kept_and_shown_without_running_its_html(sandbox: Sandbox) -> None:
    await sandbox.send("Готово <script>alert(1)</script>")

    assert await sandbox.subjects() == ["Готово <script>alert(1)</script>"]
    page = await sandbox.text("/")
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


async def test_one_mail_has_a_page_with_its_text(sandbox: Sandbox) -> None:
    await sandbox.send("Готово")
    page = await sandbox.text("/")
    link = page.split('href="', 1)[1].split('"', 1)[0]

    assert "Ваше зеркало готово" in await sandbox.text(link)


@pytest.mark.parametrize("code", ["421", "451", "550"])
async def test_a_refused_mail_is_not_kept(sandbox: Sandbox, code: str) -> None:
    await sandbox.mode(code)

    with pytest.raises(smtplib.SMTPDataError, match=code):
        await sandbox.send("Готово")

    assert await sandbox.subjects() == []


@pytest.mark.parametrize("fault", ["drop-after-data", "accept-then-timeout"])
async def test_a_mail_with_an_unknown_outcome_is_kept(sandbox: Sandbox, fault: str) -> None:
    await sandbox.mode(fault)

    with pytest.raises(smtplib.SMTPServerDisconnected):
        await sandbox.send("Готово")

    assert await sandbox.subjects() == ["Готово"]


async def test_a_fault_lasts_as_many_times_as_told(sandbox: Sandbox) -> None:
    await sandbox.mode("451", times=1)
    with pytest.raises(smtplib.SMTPDataError):
        await sandbox.send("первое")
    await sandbox.send("второе")

    assert await sandbox.subjects() == ["второе"]


async def test_an_unknown_fault_is_refused(sandbox: Sandbox) -> None:
    assert await sandbox.mode("explode") == 422
