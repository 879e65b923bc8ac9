"""The notifications service on a database of its own, before the sandboxes of mail and SMS."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from aiohttp import web
from sqlalchemy import RowMapping, select

from chassis import clock
from chassis.ids import new_id
from chassis.testing import World
from contracts.clients.events import ClientChanged, ClientKind, ContactChannel, Language
from contracts.gateway.events import OfficeChanged
from contracts.orders.events import WorkOrderReady, WorkOrderReopened
from contracts.orders.items import ItemName
from contracts.rights import Role, Shop
from deploy.embedded.sandboxes import MailSandbox, SmsEmulator
from services.notifications.messages import commands
from services.notifications.messages.ports import MailServer, SmsProvider
from services.notifications.messages.tables import messages
from tests.conftest import MakeWorld

LENINA = UUID("018f0000-0000-7000-8000-000000000001")
ANNA = UUID("018f0000-0000-7000-8000-000000000101")
SECRET = "sealed in the tests"
_REPORTS = asyncio.Event()


def lenina(**other: Any) -> OfficeChanged:
    told = {
        "office_id": LENINA,
        "letter": "Л",
        "name": "Ленина",
        "address": "пр. Ленина, 12",
        "phone": "+7 812 555-01-01",
        "zone": "Europe/Moscow",
        "opens": "10:00",
        "closes": "19:00",
        "closed": (),
        "opened": (),
        "active": True,
    }
    return OfficeChanged(**{**told, **other})


def ivanova(client_id: UUID, **other: Any) -> ClientChanged:
    told = {
        "client_id": client_id,
        "kind": ClientKind.PERSON,
        "name": "Иванова Мария Петровна",
        "phones": ("+79215551234",),
        "email": "ivanova@example.org",
        "language": Language.RUSSIAN,
        "channel": ContactChannel.SMS,
    }
    return ClientChanged(**{**told, **other})


def mirror_ready(client_id: UUID, **other: Any) -> WorkOrderReady:
    told = {
        "work_order_id": new_id(),
        "number": "Л-0417/26",
        "office_id": LENINA,
        "pickup_office_id": LENINA,
        "shops": (Shop.WORKSHOP,),
        "revision": 1,
        "client_id": client_id,
        "items": (ItemName(ru="Зеркало 800×1200, 4 мм", en="Mirror 800×1200, 4 mm", quantity=1),),
        "promised_on": date(2026, 11, 27),
    }
    return WorkOrderReady(**{**told, **other})


def about(event: WorkOrderReady) -> dict[str, Any]:
    """Return what every fact of an order says first."""
    names = ("work_order_id", "number", "office_id", "pickup_office_id", "shops", "revision")
    return {name: getattr(event, name) for name in names}


def reopened(event: WorkOrderReady) -> WorkOrderReopened:
    return WorkOrderReopened(**about(event), item_ids=(), reason="скол на кромке")


class Watch:
    """The clock of a test: it stands, and is moved by hand."""

    def __init__(self) -> None:
        self.instant = datetime.now(UTC)

    def now(self) -> datetime:
        return self.instant

    def forward(self, **time: float) -> None:
        self.instant += timedelta(**time)


class Telling:
    """The service as a test of telling clients sees it."""

    def __init__(self, world: World, watch: Watch) -> None:
        self.world, self.watch = world, watch

    async def know(self, client: ClientChanged | None = None) -> UUID:
        """Let the office, and a client, be known; return the client's id."""
        client = client or ivanova(new_id())
        await self.world.deliver(lenina())
        await self.world.deliver(client)
        return client.client_id

    async def ready(self, client_id: UUID, **other: Any) -> WorkOrderReady:
        event = mirror_ready(client_id, **other)
        await self.world.deliver(event)
        return event

    async def due(self, **other: Any) -> RowMapping:
        """Return the one message of a known client, its minute over."""
        await self.ready(await self.know(), **other)
        self.watch.forward(seconds=61)
        return await self.message()

    async def send(self) -> None:
        """Let the sender send everything that is due."""
        while await commands.send_next(self.world.uow):
            pass

    async def ask(self) -> None:
        """Let the service ask about everything that is due to be asked."""
        while await commands.ask_next(self.world.uow):
            pass

    async def message(self) -> RowMapping:
        (row,) = await self.world.rows(select(messages))
        return row

    async def told(self) -> list[tuple[str, Any]]:
        """Return what was said of messages: last word of the type, and the reason if any."""
        sent = [s for s in await self.world.outbox() if s.type.startswith("notifications.")]
        return [(s.type.split(".")[2], s.data.get("reason")) for s in sent]


@dataclass
class Sandboxes:
    """Mail and SMS of this worker's own: their faults are switched for everybody."""

    mail: MailSandbox
    sms: SmsEmulator


@pytest.fixture(scope="session")
def sandboxes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandboxes]:
    root = tmp_path_factory.mktemp("sandboxes")
    made = Sandboxes(
        MailSandbox(root, prefer_usual_port=False), SmsEmulator(root, prefer_usual_port=False)
    )
    made.mail.start()
    made.sms.start()
    yield made
    made.mail.stop()
    made.sms.stop()


@pytest_asyncio.fixture(scope="session")
async def notifications_world(make_world: MakeWorld, sandboxes: Sandboxes) -> AsyncIterator[World]:
    """The service, once a session; the provider's reports come back to its own door."""
    held: list[World] = []

    async def report(request: web.Request) -> web.Response:
        if not _REPORTS.is_set():
            return web.Response(status=204)
        client = held[0].client()
        answer = await client.post(str(request.rel_url), json=await request.json())
        return web.Response(status=answer.status_code)

    gateway = web.Application()
    gateway.add_routes([web.post("/api/sms-reports", report)])
    runner = web.AppRunner(gateway, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    with pytest.MonkeyPatch.context() as env:
        env.setenv("VITRAZH_SMTP_PORT", str(sandboxes.mail.port))
        env.setenv("VITRAZH_SMS_URL", sandboxes.sms.url)
        env.setenv("VITRAZH_SMS_SECRET", SECRET)
        env.setenv("VITRAZH_PUBLIC_URL", f"http://{host}:{port}")
        held.append(await make_world("notifications"))
    yield held[0]
    await held[0].uow.ports[SmsProvider].close()
    await runner.cleanup()


@pytest.fixture
def reports() -> Iterator[None]:
    """Let the provider's delivery reports reach the service; else they are lost."""
    _REPORTS.set()
    yield
    _REPORTS.clear()


@pytest_asyncio.fixture
async def world(notifications_world: World) -> AsyncIterator[World]:
    """The service with empty tables."""
    yield notifications_world
    await notifications_world.clean()


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    made = Watch()
    monkeypatch.setattr(clock, "now", made.now)
    return made


@pytest.fixture
def telling(world: World, watch: Watch) -> Telling:
    return Telling(world, watch)


@pytest_asyncio.fixture
async def hasty(world: World, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """The service loses its patience with a provider at once."""
    sms, mail = world.uow.ports[SmsProvider], world.uow.ports[MailServer]
    await sms.close()
    for port in (sms, mail):
        monkeypatch.setattr(port._settings, "provider_timeout", 1.0)
    yield
    await sms.close()


@pytest.fixture
def desk(world: World) -> httpx.AsyncClient:
    """Anna of the order desk, at «Ленина»."""
    return world.client(world.actor(Role.DESK, staff_id=ANNA, office_id=LENINA))


class Sandbox:
    """A sandbox seen from outside: its faults and what it kept."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def mode(self, mode: str, times: int = 1) -> None:
        async with httpx.AsyncClient() as http:
            answer = await http.post(f"{self.url}/api/mode", json={"mode": mode, "times": times})
            assert answer.status_code == 200, answer.text

    async def well(self) -> None:
        async with httpx.AsyncClient() as http:
            await http.post(f"{self.url}/api/mode", json={"mode": "ok"})

    async def kept(self, noun: str) -> list[dict[str, Any]]:
        async with httpx.AsyncClient() as http:
            found: list[dict[str, Any]] = (await http.get(f"{self.url}/api/{noun}")).json()["items"]
        return found


@pytest_asyncio.fixture
async def sms(sandboxes: Sandboxes) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(sandboxes.sms.url)
    await sandbox.well()
    yield sandbox
    await sandbox.well()


@pytest_asyncio.fixture
async def mail(sandboxes: Sandboxes) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(sandboxes.mail.url)
    await sandbox.well()
    yield sandbox
    await sandbox.well()


async def a_mail_is_due(telling: Telling, **client: Any) -> str:
    told = {"channel": ContactChannel.EMAIL, **client}
    await telling.ready(await telling.know(ivanova(new_id(), **told)))
    telling.watch.forward(seconds=61)
    return str((await telling.message())["id"])


async def kept_sms(sms: Sandbox, key: object) -> list[dict[str, Any]]:
    return [row for row in await sms.kept("messages") if row["id"] == str(key)]


async def kept_mails(mail: Sandbox, message_id: object) -> list[dict[str, Any]]:
    wanted = f"<{message_id}@vitrazh.example>"
    return [row for row in await mail.kept("mails") if row["message_id"] == wanted]
