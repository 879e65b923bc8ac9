"""Any run of outages, deaths and reports: a client is told once, and nothing false is claimed."""

import asyncio
import os
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, TypeVar
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from chassis import tables
from chassis.actor import Actor
from chassis.errors import DomainError
from chassis.testing import World
from contracts.rights import Role
from services.notifications.messages import commands
from services.notifications.messages.domain import Fate, Letter
from services.notifications.messages.ports import Outcome, ReportSeal, SmsProvider, Verdict
from services.notifications.messages.tables import messages
from tests.services.notifications.conftest import ANNA, LENINA, Telling, reopened

EXAMPLES = int(os.environ.get("VITRAZH_MACHINE_EXAMPLES", "0"))
"""0: a few that are the same each time."""
HOWS = ("well", "well", "silent", "hidden", "busy", "refused", "killed-before", "killed-after")
MINUTE_S = 61
T = TypeVar("T")
USUAL = settings(
    max_examples=EXAMPLES or 8,
    derandomize=not EXAMPLES,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class Provider:
    """A provider that remembers what reached a telephone, and fails as it is told."""

    def __init__(self) -> None:
        self.how = "well"
        self.answers = True
        self.has: dict[UUID, str] = {}
        self.texts: Counter[UUID] = Counter()
        """Key → texts that reached the telephone; a repeated key is one text."""

    async def send(self, key: UUID, _: Letter) -> Outcome:
        if self.how in {"busy", "refused", "killed-before"}:
            if self.how == "killed-before":
                raise asyncio.CancelledError
            return Outcome(Verdict.TRY_LATER if self.how == "busy" else Verdict.REFUSED)
        if key not in self.has:
            self.has[key] = "accepted"
            self.texts[key] += 1
        if self.how == "killed-after":
            raise asyncio.CancelledError
        if self.how == "hidden":  # a 5xx that had accepted
            return Outcome(Verdict.TRY_LATER)
        return Outcome(Verdict.UNKNOWN if self.how == "silent" else Verdict.ACCEPTED)

    async def ask(self, key: UUID) -> Fate:
        if not self.answers:
            return Fate.NO_ANSWER
        return Fate(self.has[key]) if key in self.has else Fate.NEVER_ARRIVED


class DeliveryMachine(RuleBasedStateMachine):
    """Orders become ready and do not; senders, providers and reports do what they like."""

    telling: ClassVar[Telling]
    provider: ClassVar[Provider]
    loop: ClassVar[asyncio.AbstractEventLoop]
    met: ClassVar[Counter[str]] = Counter()

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """Run on the loop of the test, from the machine's thread."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(120)

    @property
    def world(self) -> World:
        """The service."""
        return self.telling.world

    @initialize()
    def begin(self) -> None:
        """Each run begins with empty tables and one ready order."""
        self.wait(self.world.clean())
        fresh = Provider()
        self.provider.__dict__.update(fresh.__dict__)
        self.order = self.wait(self._ready())
        self.by_hand = 0
        """Times that a person had it sent anew under a new key, or that it became ready again."""

    async def _ready(self) -> Any:
        return await self.telling.ready(await self.telling.know())

    @rule(how=st.sampled_from(HOWS))
    def send(self, how: str) -> None:
        """A minute passes and a sender takes what is due."""
        self.telling.watch.forward(seconds=MINUTE_S)
        self.provider.how = how
        self.met[how] += 1
        self.wait(self._sent())

    async def _sent(self) -> None:
        task = asyncio.create_task(commands.send_next(self.world.uow))
        await asyncio.wait({task})
        if not task.cancelled():
            task.result()

    @rule(answers=st.booleans(), minutes=st.sampled_from((1, 40)))
    def ask(self, answers: bool, minutes: int) -> None:  # noqa: FBT001 - drawn
        """Dead senders are found, the provider is asked, and answers or not."""
        self.telling.watch.forward(minutes=minutes)
        self.provider.answers = answers
        self.wait(commands.find_lost(self.world.uow))
        self.wait(commands.ask_next(self.world.uow))

    @rule(fate=st.sampled_from((Fate.DELIVERED, Fate.UNDELIVERED)), times=st.integers(1, 3))
    def report(self, fate: Fate, times: int) -> None:
        """The provider reports what became of what it has, as often as it likes."""
        for key, known in list(self.provider.has.items()):
            if known in {Fate.ACCEPTED.value, fate.value}:
                self.provider.has[key] = fate.value
                for _ in range(times):
                    self.wait(self._reported(key, fate))

    async def _reported(self, key: UUID, fate: Fate) -> None:
        proof = self.world.uow.ports[ReportSeal].proof(key)
        async with self.world.uow.write(Actor.system("notifications")) as db:
            await commands.note_report(db, key, fate, proof=proof)

    @rule()
    def send_again(self) -> None:
        """Anna has it sent once more, where that is allowed."""
        self.by_hand += self.wait(self._by_anna(commands.send_again))

    @rule()
    def ring(self) -> None:
        """Anna has rung the client."""
        self.wait(self._by_anna(commands.note_call))

    async def _by_anna(self, act: Any) -> bool:
        row = (await self._rows())[-1]
        anna = self.world.actor(Role.DESK, staff_id=ANNA, office_id=LENINA)
        try:
            async with self.world.uow.write(anna) as db:
                await act(db, row["id"])
        except DomainError as refused:
            self.met[refused.code] += 1
            return False
        return bool(row["state"].value == "failed")

    @rule()
    def ready_again(self) -> None:
        """The order goes back to work and becomes ready once more: another message."""
        self.wait(self.world.deliver(reopened(self.order)))
        known = self.order
        self.order = self.wait(
            self.telling.ready(known.client_id, work_order_id=known.work_order_id)
        )
        self.by_hand += 1

    async def _rows(self) -> list[Any]:
        return list(await self.world.rows(select(messages).order_by(messages.c.created_at)))

    @invariant()
    def nobody_is_told_twice(self) -> None:
        """A key is one text; as many texts as reasons for one."""
        if hasattr(self, "order"):
            assert all(count == 1 for count in self.provider.texts.values())
            assert len(self.provider.texts) <= 1 + self.by_hand

    @invariant()
    def nothing_false_is_claimed(self) -> None:
        """Told by SMS is what the provider has; refused and withdrawn unsent it does not have."""
        if not hasattr(self, "order"):
            return
        for row in self.wait(self._rows()):
            state, key = row["state"].value, row["provider_key"]
            if state in {"accepted", "delivered"} and row["channel"].value == "sms":
                assert key in self.provider.has, row
            if state == "delivered":
                assert self.provider.has[key] == Fate.DELIVERED.value
            if state == "failed" and row["reason"] == "not-delivered":
                assert self.provider.has[key] == Fate.UNDELIVERED.value

    @invariant()
    def facts_are_gapless(self) -> None:
        """Every message's facts are numbered from 1 without a gap."""
        if not hasattr(self, "order"):
            return
        facts = self.wait(self.world.rows(select(tables.outbox).order_by(tables.outbox.c.position)))
        for row in self.wait(self._rows()):
            mine = [fact["sequence"] for fact in facts if fact["aggregateid"] == str(row["id"])]
            assert mine == list(range(1, row["sequence"] + 1))

    def teardown(self) -> None:
        """When everything is well again, every message comes to an end by itself."""
        if not hasattr(self, "order"):
            return
        self.provider.how, self.provider.answers = "well", True
        for _ in range(8):
            self.telling.watch.forward(hours=1)
            self.wait(commands.find_lost(self.world.uow))
            self.wait(commands.ask_next(self.world.uow))
            self.wait(self._sent())
        ends = {row["state"].value for row in self.wait(self._rows())}
        assert ends <= {"accepted", "delivered", "failed", "withdrawn"}, ends
        self.nobody_is_told_twice()
        self.nothing_false_is_claimed()


async def run_machine(telling: Telling, provider: Provider, runs: settings) -> None:
    """Let the machine play against this provider."""
    DeliveryMachine.telling, DeliveryMachine.provider = telling, provider
    DeliveryMachine.loop = asyncio.get_running_loop()
    await asyncio.to_thread(run_state_machine_as_test, DeliveryMachine, settings=runs)


@pytest.mark.timeout(900)
async def test_any_run_tells_a_client_once_and_claims_nothing_false(
    telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = Provider()
    real = telling.world.uow.ports[SmsProvider]
    monkeypatch.setattr(real, "send", provider.send)
    monkeypatch.setattr(real, "ask", provider.ask)
    await run_machine(telling, provider, USUAL)
    assert len(set(HOWS) & set(DeliveryMachine.met)) >= 4


def forgets_names(provider: Provider, real: Any, patch: pytest.MonkeyPatch) -> None:
    """A sender that names a message anew at every try."""
    patch.setattr(real, "send", lambda _, letter: provider.send(uuid4(), letter))


def takes_silence_for_yes(provider: Provider, real: Any, patch: pytest.MonkeyPatch) -> None:
    """A sender that says «told» of whatever it has sent off."""

    async def send(key: UUID, letter: Letter) -> Outcome:
        await provider.send(key, letter)
        return Outcome(Verdict.ACCEPTED)

    patch.setattr(real, "send", send)


def believes_no_answer(provider: Provider, real: Any, patch: pytest.MonkeyPatch) -> None:
    """A look-up that takes an unanswered question for «delivered»."""

    async def ask(key: UUID) -> Fate:
        fate = await provider.ask(key)
        return Fate.DELIVERED if fate is Fate.NO_ANSWER else fate

    patch.setattr(real, "ask", ask)


def forgets_the_dead(_: Provider, __: Any, patch: pytest.MonkeyPatch) -> None:
    """Nobody looks for what a dead sender held."""

    async def nothing(_: Any) -> int:
        return 0

    patch.setattr(commands, "find_lost", nothing)


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "plant", [forgets_names, takes_silence_for_yes, believes_no_answer, forgets_the_dead]
)
async def test_a_planted_break_is_found(
    telling: Telling,
    monkeypatch: pytest.MonkeyPatch,
    plant: Callable[[Provider, Any, pytest.MonkeyPatch], None],
) -> None:
    provider = Provider()
    real = telling.world.uow.ports[SmsProvider]
    monkeypatch.setattr(real, "send", provider.send)
    monkeypatch.setattr(real, "ask", provider.ask)
    plant(provider, real, monkeypatch)
    with pytest.raises(AssertionError):
        await run_machine(telling, provider, settings(USUAL, phases=[Phase.generate]))
