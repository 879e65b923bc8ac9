"""Harmful words in every field, every query parameter and every header; broken bodies; odd paths."""

import asyncio
import io
import itertools
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, unquote

import aiohttp
import pytest
from yarl import URL

from tests.fuzz.attacks import HEADERS, LONE, PATHS, TEXTS
from tests.fuzz.campaign import contract
from tests.fuzz.checks import documented, faults
from tests.fuzz.payloads import HARM, Sample, leaves, raw_bodies, said, samples, with_value
from tests.fuzz.world import ADMIN, MANAGER, World

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(3_600)]
AT_ONCE: Final = 6
PATIENCE: Final = aiohttp.ClientTimeout(total=120)
NOT_OURS: Final = ("is no problem but 'text/html'", "'Invalid HTTP request received.'")
"""Pages for people, and what is no HTTP at all: the server's own refusal before any of our code."""
ROUND: Final = 5_000
"""So many cases of the whole run bring every text to one more place."""


@dataclass(slots=True)
class Sender:
    """Sends and judges; `wrong` holds what must not be, by how to send it again."""

    world: World
    session: aiohttp.ClientSession
    sent: int = 0
    wrong: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def send(
        self, who: str, method: str, target: str, body: bytes | None = None, **headers: str
    ) -> int:
        """Send one request; return its status."""
        given = self.world.actors[who].headers_for(target) | {
            "Idempotency-Key": str(uuid.uuid4()),
            "If-Match": '"1"',
            "Content-Type": "application/json",
        }
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        url = URL(self.world.base + target, encoded=True)
        data = io.BytesIO(body) if body else body
        async with (
            self.gate,
            self.session.request(method, url, data=data, headers=given, timeout=PATIENCE) as answer,
        ):
            told = {name.lower(): value for name, value in answer.headers.items()}
            stream = told.get("content-type", "").startswith("text/event-stream")
            content = b"" if stream else await answer.read()
        self.sent += 1
        self.statuses[answer.status] += 1
        echo = f"{target} {unquote(target)} {body!r} {headers}"
        for fault in faults(answer.status, told, content, sent=echo, known=documented()):
            self.wrong.append(f"{method} {target[:300]} {body!r:.600} {headers}: {fault}")
        return answer.status


async def all_of(world: World, requests: Iterator[tuple[Any, ...]]) -> Sender:
    """Send everything, a few at a time."""
    async with aiohttp.ClientSession() as session:
        sender = Sender(world, session)
        for batch in _batches(requests):
            await asyncio.gather(*(_one(sender, one) for one in batch))
        return sender


async def _one(sender: Sender, request: tuple[Any, ...]) -> None:
    *plain, headers = request
    await sender.send(*plain, **headers)


def _batches(requests: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while batch := list(itertools.islice(requests, 60)):
        yield batch


def judged(sender: Sender, what: str, tally: Counter[str]) -> None:
    tally[what] += sender.sent
    print(f"\n{what}: {sender.sent} sent, {dict(sorted(sender.statuses.items()))}")
    assert not sender.wrong, "\n".join(sender.wrong)


async def prepared(world: World) -> list[Sample]:
    await world.take_tablet()
    order, _ = await world.order()
    handed, item = await world.order(handed_over=True)
    return samples(world, order, handed, item)


async def unread(world: World) -> list[str]:
    async with aiohttp.ClientSession() as session:
        sender = Sender(world, session)
        return [
            f"{one.method} {one.path}"
            for one in await prepared(world)
            if await sender.send(one.who, one.method, one.path, said(one.body)) == 422
        ]


def test_the_samples_are_read_to_their_end(world: World) -> None:
    # One that is refused for its own sake would hide what the harmful value does behind it.
    assert asyncio.run(unread(world)) == []


def test_harm_in_any_field(world: World, cases: int, seed: int, tally: Counter[str]) -> None:
    ready = asyncio.run(prepared(world))
    places = [(one, way) for one in ready for way in leaves(one.body)]
    rounds = max(2, cases // ROUND)

    def requests() -> Iterator[tuple[Any, ...]]:
        for round_, (index, value) in itertools.product(range(rounds), enumerate(HARM)):
            one, way = places[(seed + index + round_ * 37 + index * round_) % len(places)]
            body = said(with_value(one.body, way, value))
            yield one.who, one.method, one.path, body, {}

    sender = asyncio.run(all_of(world, requests()))
    judged(sender, "fields", tally)


def test_harm_in_any_query(world: World, cases: int, seed: int, tally: Counter[str]) -> None:
    order = world.orders[1]["id"]
    addresses = (
        (path.replace("{order_id}", order), verbs.get("get", {}).get("parameters", ()))
        for path, verbs in contract()["paths"].items()
    )
    targets = [
        f"{path}?{one['name']}="
        for path, parameters in addresses
        for one in parameters
        if "{" not in path and path != "/api/feed" and one["in"] == "query"
    ]
    targets += [
        "/api/clients?q=",
        "/api/work-orders?q=",
        "/api/work-orders?cursor=",
        "/api/day?cursor=",
    ]
    rounds = max(1, cases // ROUND)

    def requests() -> Iterator[tuple[Any, ...]]:
        for round_, (index, text) in itertools.product(range(rounds), enumerate(TEXTS)):
            target = targets[(seed + index + round_ * 7 + index * round_) % len(targets)]
            told = quote(text.encode("utf-8", "surrogatepass")[:6_000], safe="")
            yield (MANAGER, ADMIN)["/tokens" in target], "GET", target + told, None, {}
            yield MANAGER, "GET", f"/api/clients?q={told}", None, {}

    judged(asyncio.run(all_of(world, requests())), "queries", tally)


def test_harm_in_any_header(world: World, tally: Counter[str]) -> None:
    ready = asyncio.run(prepared(world))
    desk = next(one for one in ready if one.path == "/api/clients")

    def requests() -> Iterator[tuple[Any, ...]]:
        for name, value in HEADERS:
            header = {name.replace("-", "_"): value}
            yield MANAGER, "GET", "/api/work-orders?limit=1", None, header
            yield desk.who, desk.method, desk.path, said(desk.body), header
            yield MANAGER, "DELETE", "/api/session", None, header

    judged(asyncio.run(all_of(world, requests())), "headers", tally)


def test_bodies_that_are_no_bodies(world: World, tally: Counter[str]) -> None:
    ready = asyncio.run(prepared(world))

    def requests() -> Iterator[tuple[Any, ...]]:
        for one, body in itertools.product(ready[::3], raw_bodies()):
            yield one.who, one.method, one.path, body, {}

    judged(asyncio.run(all_of(world, requests())), "bodies", tally)


def test_paths_that_lead_nowhere(world: World, tally: Counter[str]) -> None:
    odd = [
        quote(text.encode("utf-8", "surrogatepass"), safe="")
        for text in (*PATHS, *TEXTS[:60], *LONE)
    ]
    plain = [
        "//api/session",
        "/api//session",
        "/api/./session",
        "/api/x/../session",
        "/api/%2e%2e/",
        "/api",
        "/api/",
    ]

    def requests() -> Iterator[tuple[Any, ...]]:
        for place, text in itertools.product(
            ("/api/work-orders/", "/api/", "/api/staff/", "/"), odd
        ):
            yield MANAGER, "GET", place + text[:2_000], None, {}
        for path, method in itertools.product(
            plain, ("GET", "POST", "PUT", "TRACE", "PROPFIND", "CONNECTX")
        ):
            yield MANAGER, method, path, None, {}

    sender = asyncio.run(all_of(world, requests()))
    tally["paths"] += sender.sent
    wrong = [line for line in sender.wrong if not any(words in line for words in NOT_OURS)]
    assert not wrong, "\n".join(wrong)


async def kept(world: World, name: str) -> str | None:
    """Write a client of this name down; return what is read back, None = refused."""
    async with aiohttp.ClientSession(headers=world.actors[MANAGER].headers) as session:
        body = said({"name": name, "phones": ["8 921 555-12-99"], "channel": "sms"})
        url, key = f"{world.base}/api/clients", {"Idempotency-Key": str(uuid.uuid4())}
        kind = {"Content-Type": "application/json"}
        async with session.post(url, data=body, headers=key | kind) as answer:
            if answer.status == 422:
                return None
            assert answer.status == 201
            made = await answer.json()
        async with session.get(f"{url}/{made['id']}") as answer:
            read: str = (await answer.json())["name"]
            return read


async def changed(world: World) -> list[str]:
    found = []
    for text in TEXTS:
        name = f"Я {text}"[:200]
        read = await kept(world, name)
        if read is not None and read.split() != name.split():
            found.append(f"{text!r} came back as {read!r}")
    return found


def test_what_is_taken_comes_back_as_it_was(world: World, tally: Counter[str]) -> None:
    tally["names"] += len(TEXTS)
    assert asyncio.run(changed(world)) == []
