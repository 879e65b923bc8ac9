"""Any run of verbs through the service's door, on its database, does what the model says."""

import asyncio
import os
from collections.abc import Coroutine
from typing import Any, ClassVar, TypeVar

import httpx
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import select

from chassis import tables
from contracts.rights import Shop
from services.orders.production.tables import item_work
from services.orders.workorders.tables import items, work_orders
from tests.services.orders.production.conftest import MIRROR, STAINED, Company, Handed
from tests.services.orders.production.floor import ANOTHER_WORKER, OTHER_TABLET
from tests.services.orders.production.order_machine import OrderMachine
from tests.services.orders.production.order_words import QUANTITIES, ROUTES, Said

EXAMPLES = int(os.environ.get("VITRAZH_MACHINE_EXAMPLES", "0"))
"""0: a few that are the same each time."""
SIGNATURE = {"width": 400, "height": 150, "strokes": [[[20, 90], [80, 30]]]}
CONTROL = {"pass_control", "fail_control", "reopen"}
T = TypeVar("T")


class Door:
    """The company's clients, driven from the machine's thread on the loop of the test."""

    order: Handed

    def __init__(self, company: Company, loop: asyncio.AbstractEventLoop) -> None:
        self.company, self.loop = company, loop
        self.tablets = {
            ("one", "workshop"): company.workshop,
            ("other", "workshop"): company.second_tablet,
            ("one", "art-shop"): company.art_shop,
            ("other", "art-shop"): company.tablet(
                Shop.ART_SHOP, device_id=OTHER_TABLET, operator_id=ANOTHER_WORKER
            ),
        }

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(120)

    def begin(self) -> None:
        lines = [
            {"quantity": quantity, "piece": piece}
            for quantity, piece in zip(QUANTITIES, (MIRROR, STAINED), strict=True)
        ]
        self.order = self.wait(self.company.draft(*lines))
        self.sent = self.order.content
        self.width = 500

    def do(self, said: Said) -> str:
        answer = self.wait(self._send(said))
        assert answer.status_code in {200, 404, 409}, answer.text
        code: str = "" if answer.status_code == 200 else answer.json()["code"]
        if not code and said.verb in {"edit", "correct", "hand_over"}:
            self.order.etag = answer.headers["etag"]
            self.order.content = self.sent
        return code

    async def _send(self, said: Said) -> httpx.Response:
        desk, path = self.company.desk, f"/api/work-orders/{self.order.id}"
        match = {"If-Match": self.order.etag}
        match said.verb:
            case "edit":
                return await desk.put(path, json=self._content(said), headers=match)
            case "correct":
                return await desk.post(f"{path}/correct", json=self._content(said), headers=match)
            case "hand_over":
                return await desk.post(f"{path}/hand-over", headers=match)
            case "cancel":
                return await desk.post(f"{path}/cancel", json={"reason": "mistake"})
            case "bring_back":
                return await desk.post(f"{path}/mark-back-at-office")
            case "issue":
                return await desk.post(f"{path}/issue", json={"signature": SIGNATURE})
            case "answer":
                body = {"question_id": await self._question(said.question), "text": "да"}
                return await desk.post(f"{path}/answer", json=body)
        return await self._tap(said, path)

    async def _tap(self, said: Said, path: str) -> httpx.Response:
        body: dict[str, Any] = {"revision": said.revision, "shop": said.shop}
        if said.verb not in {"receive", "mark_seen", "accept"}:
            body["item_id"] = self.order.items[said.item]
        if said.verb in {"finish", "pass_control", "fail_control", "reopen"}:
            body["quantity"] = said.pieces
        body |= {
            "ask": {"text": "как?"},
            "fail_control": {"reason": "chip"},
            "reopen": {"reason": "скол"},
        }.get(said.verb, {})
        who = self.company.head if said.verb in CONTROL else self.tablets[said.by, said.shop]
        return await who.post(f"{path}/{said.verb.replace('_', '-')}", json=body)

    def _content(self, said: Said) -> dict[str, Any]:
        """Return the content with an item of another width; the piece keeps its kind."""
        self.width += 1
        lines = [
            line | {"id": id_}
            for line, id_ in zip(self.order.content["items"], self.order.items, strict=True)
        ]
        piece = lines[said.item]["piece"]
        size = {"size": f"{self.width}x1580"}
        lines[said.item] = lines[said.item] | {"piece": piece | {"shape": size}}
        self.sent = self.order.content | {"items": lines}
        return self.sent

    async def _question(self, number: int) -> str:
        answer = await self.company.desk.get(f"/api/work-orders/{self.order.id}/hand-off")
        asked = sorted(answer.json()["questions"], key=lambda one: one["id"])
        known = [one["id"] for one in asked]
        return str(known[number]) if number < len(known) else self.order.items[0]

    def seen(self) -> dict[str, Any]:
        return self.wait(self._seen())

    async def _seen(self) -> dict[str, Any]:
        rows, outbox = self.company.world.rows, tables.outbox.c
        (order,) = await rows(select(work_orders).where(work_orders.c.id == self.order.id))
        works = await rows(select(item_work).where(item_work.c.order_id == self.order.id))
        facts = select(outbox.sequence).where(outbox.aggregateid == self.order.id)
        changed = await self._changed()
        return {
            "stage": order["stage"].value,
            "revision": order["revision"],
            "content": order["content_version"],
            "facts": [row["sequence"] for row in await rows(facts.order_by(outbox.position))],
            "made": {
                (number, row["shop"].value): (row["state"].value, row["done"], row["passed"])
                for row in works
                for number in [self.order.items.index(str(row["item_id"]))]
                if row["revision"] >= changed[number]
            },
        }

    async def _changed(self) -> list[int]:
        """Return in which revision each item last changed; work from before it is void."""
        rows = await self.company.world.rows(select(items).where(items.c.order_id == self.order.id))
        found = {str(row["id"]): int(row["changed_in"]) for row in rows}
        return [found[id_] for id_ in self.order.items]


class HttpMachine(OrderMachine):
    met: ClassVar[set[str]] = set()


@pytest.mark.timeout(900)
async def test_any_run_of_verbs_through_the_door_does_what_the_model_says(
    company: Company,
) -> None:
    assert tuple(map(len, ROUTES)) == (1, 2)
    HttpMachine.driver = Door(company, asyncio.get_running_loop())
    await asyncio.to_thread(
        run_state_machine_as_test,
        HttpMachine,
        settings=settings(
            max_examples=EXAMPLES or 6,
            derandomize=not EXAMPLES,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert {"hand_over", "accept", "start", "finish", "pass_control"} <= HttpMachine.met
