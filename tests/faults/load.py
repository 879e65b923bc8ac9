"""People at work while things break: they try again with the same key, and keep a log."""

import asyncio
import hashlib
import os
import random
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp

from chassis.testing import until
from deploy.demo.api import Person, Refused
from deploy.demo.feed import FeedClient
from deploy.demo.pieces import HALLWAY
from deploy.demo.walk import Cast
from tests.faults.evidence import Ack, Doubt, Log

PATIENCE_S: Final = 240.0 + float(os.environ.get("VITRAZH_FAULTS_DOWN_S", "0"))
LONGEST_S: Final = 20.0
OFFICE_EVERY_S: Final = 0.7
WALKERS: Final = 4
OFFICE: Final = ("name", "address", "zone", "opens", "closes", "closed", "opened", "active")
IMPATIENT, REPEATS, DOUBLE_TAP, NEW_CLIENT = 0.1, 0.2, 0.15, 0.3
LIVE: Final = frozenset({"attach", "pair"})
"""Verbs without a kept answer: it shows the moment, or is a secret."""
_TROUBLE = (aiohttp.ClientError, OSError, TimeoutError)


@dataclass(slots=True)
class Caller:
    """Sends one person's calls; without an answer, the same key again."""

    log: Log
    chance: random.Random

    async def post(self, who: Person, path: str, body: Any, asked: Doubt, **more: str) -> Any:
        """Return the answer, or None when this client lost patience first.

        Raises:
            Refused: the API refused for good.
            TimeoutError: no answer for so long that the system has not healed.
        """
        key = str(uuid.UUID(int=self.chance.getrandbits(128)))
        headers = {"Idempotency-Key": key} | more
        impatient = self.chance.random() < IMPATIENT
        taps = 2 if self.chance.random() < DOUBLE_TAP else 1

        async def answered() -> tuple[str, Any] | str:
            sent = [self._send(who, path, body, headers) for _ in range(taps)]
            answers = [answer for answer in await asyncio.gather(*sent) if answer is not None]
            if asked.verb not in LIVE and len({text for text, _ in answers}) > 1:
                self.log.unequal.append(f"{asked.verb} of {asked.subject}: two taps, two answers")
            return answers[0] if answers else ("gave up" if impatient else "")

        answer = await until(answered, seconds=PATIENCE_S, every=0.2)
        if isinstance(answer, str):
            self.log.doubts.append(asked)
            return None
        text, parsed = answer
        subject = asked.subject or parsed["id"]
        self.log.acks.append(Ack(asked.verb, subject, asked.reference))
        if self.chance.random() < REPEATS:
            self.log.repeated += 1
            again = await self._send(who, path, body, headers)
            if asked.verb not in LIVE and again is not None and again[0] != text:
                self.log.unequal.append(f"{asked.verb} of {subject}: another answer to its key")
        return parsed

    async def _send(
        self, who: Person, path: str, body: Any, headers: dict[str, str]
    ) -> tuple[str, Any] | None:
        timeout = aiohttp.ClientTimeout(total=LONGEST_S)
        sent = {"data": body} if isinstance(body, bytes) else {"json": body}
        try:
            async with who._session.post(
                who.base + path, headers=headers, timeout=timeout, **sent
            ) as answer:
                text = await answer.text()
                if answer.ok:
                    return text, await answer.json()
        except _TROUBLE as error:
            self.log.trouble[type(error).__name__] += 1
            return None
        self.log.trouble[str(answer.status)] += 1
        later = "Retry-After" in answer.headers
        if answer.status >= 500 and not (answer.status == 503 and later):
            self.log.storms.append(f"POST {path}: {answer.status} {text[:200]}")
        elif not later:
            raise Refused(f"POST {path}: {answer.status} {text[:600]}")
        return None


async def rename(caller: Caller, admin: Person, office_id: str, phone: str) -> None:
    """Write an office's telephone down; what an unknown outcome left is read and written over."""
    path = f"/api/offices/{office_id}"

    async def written() -> bool:
        try:
            office = await admin.get(path)
            body = {name: office[name] for name in OFFICE if name in office} | {"phone": phone}
            version = f'"{office["version"]}"'
            await admin.put(path, body, If_Match=version)
        except (*_TROUBLE, Refused) as error:
            caller.log.trouble[type(error).__name__] += 1
            return False
        caller.log.acks.append(Ack("rename", office_id, phone))
        return True

    await until(written, seconds=PATIENCE_S, every=0.5)


async def passed(seconds: float, over: Callable[[], bool]) -> None:
    """Let some time pass, less when it is over."""
    ends = time.monotonic() + seconds

    async def enough() -> bool:
        return over() or time.monotonic() >= ends

    await until(enough, seconds=seconds + 60)


class Numbers:
    """Counts over the whole session: every order has a size that no other has."""

    def __init__(self) -> None:
        self.orders = 0
        self.clients = 0

    def size(self) -> str:
        """Return the next size, `width×height` in mm."""
        self.orders += 1
        return f"{400 + self.orders % 700}×{500 + self.orders // 700}"

    def phone(self) -> str:
        """Return the next mobile number."""
        self.clients += 1
        return f"+7 921 6{self.clients // 10_000:02d}-{self.clients % 10_000:04d}"


@dataclass(slots=True)
class Load:
    """Orders on their way through the shop, several at once, until `close`."""

    cast: Cast
    admin: Person
    log: Log
    numbers: Numbers
    plan: str
    """Chance begins from it; a key of one round never comes again in another."""
    watch: FeedClient
    """The desk's feed."""
    wait_unseen: bool = False
    """Leave an order alone after the hand-over until the alarm has told the desk."""
    files: float = 0.2
    """Share of orders that get a drawing."""
    walked: int = 0
    _closing: bool = False
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self) -> None:
        """Start the walkers."""
        self._tasks = [asyncio.create_task(self._walker(n)) for n in range(WALKERS)]
        self._tasks.append(asyncio.create_task(self._office_hours()))

    def close(self) -> None:
        """Take no new orders; those in hand go to their end."""
        self._closing = True

    async def ended(self) -> None:
        """Wait for the orders in hand; raises what a walker met."""
        self.close()
        await asyncio.gather(*self._tasks)

    async def abandon(self) -> None:
        """Stop at once."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def failed(self) -> BaseException | None:
        """Return what a walker met, if one has ended by an error."""
        ends = [t.exception() for t in self._tasks if t.done() and not t.cancelled()]
        return next((error for error in ends if error is not None), None)

    async def _walker(self, number: int) -> None:
        chance = random.Random(f"{self.plan}/{number}")
        while not self._closing:
            await Walk(self, Caller(self.log, chance)).go()
            self.walked += 1

    async def _office_hours(self) -> None:
        """The administrator mends an office's telephone now and then, and pairs a tablet."""
        caller = Caller(self.log, random.Random(f"{self.plan}/office"))
        office_id = self.cast.offices["П"]
        while not self._closing:
            await rename(caller, self.admin, office_id, self.numbers.phone())
            pairing = {"shop": "workshop"}
            asked = Doubt("pair", "a code")
            await caller.post(self.admin, "/api/devices/pairing-codes", pairing, asked)
            await passed(OFFICE_EVERY_S, lambda: self._closing)


@dataclass(slots=True)
class Walk:
    """One order from the desk to ready; it ends early when its client loses patience."""

    load: Load
    caller: Caller
    order: Any = None

    async def go(self) -> None:
        """Take every step of the story."""
        cast = self.load.cast
        desk, worker = cast.desks["Л"], cast.shops["workshop"]
        client = await self._client(desk)
        if client is None or not await self._place(desk, client):
            return
        if self.caller.chance.random() < self.load.files and not await self._draw(desk):
            return
        version = f'"{self.order["content_version"]}"'
        if not await self._step(desk, "hand-over", {}, If_Match=version):
            return
        if self.load.wait_unseen:
            await self.load.watch.saw(self.order["id"], "unseen", seconds=PATIENCE_S)
        tap = {"revision": 1, "shop": "workshop"}
        item = tap | {"item_id": self.order["items"][0]["id"]}
        pieces = item | {"quantity": 1}
        steps: list[Callable[[], Awaitable[bool]]] = [
            lambda: self._step(worker, "receive", tap),
            lambda: self._step(worker, "mark-seen", tap),
            lambda: self._step(worker, "accept", tap),
            lambda: self._step(worker, "start", item),
            lambda: self._step(worker, "finish", pieces),
            lambda: self._step(cast.head, "pass-control", pieces),
        ]
        for step in steps:
            if not await step():
                return

    async def _client(self, desk: Person) -> str | None:
        if self.caller.chance.random() >= NEW_CLIENT:
            return self.load.cast.clients["ivanova"]
        phone = self.load.numbers.phone()
        body = {
            "name": f"Новый {phone[-4:]}",
            "phones": [phone],
            "channel": "sms",
            "office_id": self.load.cast.offices["Л"],
        }
        made = await self.caller.post(desk, "/api/clients", body, Doubt("register", ""))
        return None if made is None else made["id"]

    async def _place(self, desk: Person, client: str) -> bool:
        size = self.load.numbers.size()
        piece = HALLWAY["piece"] | {"shape": {"size": size}}
        body = {"client_id": client, "items": [HALLWAY | {"piece": piece}]}
        asked = Doubt("place", "", size)
        self.order = await self.caller.post(desk, "/api/work-orders", body, asked)
        return self.order is not None

    async def _draw(self, desk: Person) -> bool:
        """Add a drawing; its bytes say whose it is."""
        content = b"%PDF-1.4\n% " + self.order["id"].encode() * 400
        digest = hashlib.sha256(content).hexdigest()
        path = f"/api/work-orders/{self.order['id']}/attachments?name=drawing.pdf"
        asked = Doubt("attach", self.order["id"], digest)
        # Its answer is the order of the moment, so a repeat may show a younger one.
        return await self.caller.post(desk, path, content, asked) is not None

    async def _step(self, who: Person, verb: str, body: Any, **more: str) -> bool:
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        asked = Doubt(verb, self.order["id"])
        path = f"/api/work-orders/{self.order['id']}/{verb}"
        return await self.caller.post(who, path, body, asked, **headers) is not None
