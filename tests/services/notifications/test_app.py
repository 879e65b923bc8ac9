"""The service as a process: killed at the worst moment, it tells nobody twice and forgets nobody."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import update

from chassis import clock
from chassis.actor import Actor
from chassis.settings import Settings
from chassis.testing import World, until
from services.notifications.messages.domain import State
from services.notifications.messages.tables import messages
from tests.services.notifications.conftest import Sandbox, Sandboxes, Telling, Watch, kept_sms

pytestmark = [pytest.mark.fault, pytest.mark.timeout(120)]
KILLED = 137
SYSTEM = Actor.system("notifications")
Start = Callable[[str], "subprocess.Popen[bytes]"]


@pytest_asyncio.fixture
async def start(
    world: World, settings: Settings, sandboxes: Sandboxes, tmp_path: Path
) -> AsyncIterator[Start]:
    """Start a worker of the service, with a failpoint or none."""
    running: list[subprocess.Popen[bytes]] = []
    env = {
        **os.environ,
        "VITRAZH_ENVIRONMENT": "test",
        "VITRAZH_DATABASE_URL": world.settings.database_url,
        "VITRAZH_KAFKA_BOOTSTRAP": settings.kafka_bootstrap,
        "VITRAZH_TOPIC_PREFIX": settings.topic_prefix,
        "VITRAZH_VALKEY_URL": settings.valkey_url,
        "VITRAZH_SIGNING_PUBLIC_KEY": settings.signing_public_key,
        "VITRAZH_SMTP_PORT": str(sandboxes.mail.port),
        "VITRAZH_SMS_URL": sandboxes.sms.url,
        "VITRAZH_KAFKA_SESSION_TIMEOUT_MS": "6000",
    }

    def begin(failpoint: str) -> "subprocess.Popen[bytes]":
        with (tmp_path / "worker.log").open("ab") as log:
            command = [sys.executable, "-m", "services.notifications", "--role", "worker"]
            own = {**env, "VITRAZH_FAILPOINT": failpoint}
            process = subprocess.Popen(command, env=own, stdout=log, stderr=log)
        running.append(process)
        return process

    yield begin
    for process in running:
        process.terminate()
        process.wait(35)


async def put_back(world: World, **columns: timedelta) -> None:
    """Let time pass for the one message: a worker's own clock cannot be moved."""
    async with world.uow.write(SYSTEM) as db:
        changed = {name: clock.now() - ago for name, ago in columns.items()}
        await db.execute(update(messages).values(**changed))


@pytest.mark.parametrize(
    ("failpoint", "sent_before"), [("notify.after_claim", 0), ("notify.after_provider_ok", 1)]
)
async def test_a_sender_that_is_killed_tells_the_client_exactly_once(
    world: World, start: Start, sms: Sandbox, failpoint: str, sent_before: int
) -> None:
    telling = Telling(world, Watch())
    await telling.ready(await telling.know())
    await put_back(world, due_at=timedelta(seconds=1))
    key = (await telling.message())["id"]

    killed = start(f"{failpoint}:exit")
    assert killed.wait(40) == KILLED
    assert (await telling.message())["state"] is State.SENDING
    assert len(await kept_sms(sms, key)) == sent_before

    await put_back(world, claimed_at=timedelta(seconds=31))
    start("")

    async def told() -> bool:
        return (await telling.message())["told_at"] is not None

    await until(told, seconds=60)
    (kept,) = await kept_sms(sms, key)
    assert kept["attempts"] == 1
    assert [what for what, _ in await telling.told()][:2] == ["unknown", "accepted"]
