"""A campaign: one actor sends bad input to every address of the contract.

Cases come from schemathesis: coverage of every rule of the schemas (a sample that each address
shares fairly), fuzzing, and chains of calls that follow ids from answer to request. Answers are
held against the contract (status, content type, headers, body) and against `checks`.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import schemathesis
from schemathesis import Case, CheckContext, Response
from schemathesis.checks import CHECKS
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.engine import Status, events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.generation import GenerationMode
from schemathesis.hooks import GLOBAL_HOOK_DISPATCHER, HookContext

from tests.fuzz.attacks import TEXTS
from tests.fuzz.checks import documented, faults
from tests.fuzz.world import Actor, World, chance_of

OPENAPI: Final = Path(__file__).parents[2] / "contracts/gen/openapi/openapi.json"
CONTRACT_CHECKS: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
OURS: Final = "documented_and_discreet"
SHARES: Final = {"coverage": 0.4, "fuzzing": 0.4, "stateful": 0.2}
STEPS: Final = 5
"""Calls of a chain, as they come out on average."""
MOST_ROUNDS: Final = 40


@dataclass(slots=True)
class Found:
    """A break of the contract, and how to send it again."""

    label: str
    check: str
    words: str
    curl: str

    @property
    def kind(self) -> tuple[str, str, str]:
        """What makes two finds the same."""
        first = self.words.partition("\n")[0]
        return self.label, self.check, first if self.check == OURS else first.partition(":")[0]

    def __str__(self) -> str:
        return f"{self.label}: {self.check}: {self.words}\n    {self.curl[:1500]}"


@dataclass(slots=True)
class Outcome:
    """What a campaign sent and found."""

    seed: int
    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    operations: Counter[str] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)
    found: dict[tuple[str, str, str], Found] = field(default_factory=dict)
    errors: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        spread = ", ".join(f"{status}: {n}" for status, n in sorted(self.statuses.items()))
        phases = ", ".join(f"{name} {n}" for name, n in self.phases.items())
        return (
            f"{self.cases} cases at {len(self.operations)} operations (seed {self.seed}; {phases}); "
            f"{spread}; {len(self.found)} finds"
        )

    @property
    def wrong(self) -> list[str]:
        """Everything that must not be, with the request that shows it."""
        return [*map(str, self.found.values()), *sorted(self.errors)]

    def note(self, found: Found) -> None:
        """Keep a find, once."""
        self.found.setdefault(found.kind, found)


def config_of(base: str, seed: int, phase: str, examples: int) -> SchemathesisConfig:
    """Return the settings of one phase."""
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "base-url": base,
            "request-timeout": 60,
            "max-stream-events": 1,
            "continue-on-failure": True,
            "workers": 1,
            "cache": {"enabled": False},
            "checks": {"enabled": False} | {name: {"enabled": True} for name in CONTRACT_CHECKS},
            "dictionaries": {"attacks": {"values": list(TEXTS)}},
            "generation": {
                "max-examples": examples,
                "no-shrink": True,
                "database": "none",
                "dictionaries": {"string": {"dictionary": "attacks", "probability": 0.15}},
            },
            "phases": {
                name: {"enabled": name == phase}
                for name in ("examples", "coverage", "fuzzing", "stateful")
            },
        }
    )


@dataclass(slots=True)
class Campaign:
    """One actor at one address; `world` gives real ids."""

    base: str
    actor: Actor
    world: World | None
    document: Any
    known: frozenset[tuple[str, int]] = field(default_factory=documented)

    def run(self, cases: int, seed: int) -> Outcome:
        """Send at least so many cases, unless the contract has no more of them."""
        outcome = Outcome(seed)
        goals = {phase: math.ceil(cases * share) for phase, share in SHARES.items()}
        with self._sending(outcome), self._judging():
            self._cover(goals["coverage"], seed, outcome)
            for phase in ("fuzzing", "stateful"):
                goal = outcome.cases + goals[phase]
                self._until(goal, phase, seed, outcome)
            self._until(cases, "fuzzing", seed + MOST_ROUNDS, outcome)
        return outcome

    def _schema(self, seed: int, phase: str, examples: int) -> Any:
        config = config_of(self.base, seed, phase, examples)
        return schemathesis.openapi.from_dict(self.document, config=config)

    def _until(self, goal: int, phase: str, seed: int, outcome: Outcome) -> None:
        """Run the engine's phase, with other seeds, until so many cases were sent in all."""
        for round_ in range(MOST_ROUNDS):
            missing = goal - outcome.cases
            if missing <= 0:
                return
            per = STEPS if phase == "stateful" else len(self.document["paths"])
            schema = self._schema(seed + round_, phase, math.ceil(missing / per))
            before = outcome.cases
            stream = from_schema(schema).execute()
            for event in stream:
                self._take(event, outcome)
                if outcome.cases >= goal:
                    stream.stop()
            outcome.phases[phase] += outcome.cases - before

    def _cover(self, goal: int, seed: int, outcome: Outcome) -> None:
        """Send a sample of the cases that cover the schemas, every address its fair part."""
        schema = self._schema(seed, "coverage", 1)
        operations = [result.ok() for result in schema.get_all_operations()]
        each = math.ceil(goal / len(operations))
        for operation in operations:
            cases = list(
                schema.iter_coverage_cases(
                    operation,
                    generation_modes=list(GenerationMode),
                    generation_config=schema.config.generation_for(operation=operation),
                )
            )
            chance = chance_of(seed, operation.label)
            for case in chance.sample(cases, min(each, len(cases))):
                self._call(case, outcome)
        outcome.phases["coverage"] += outcome.cases

    @staticmethod
    def _call(case: Case[Any], outcome: Outcome) -> None:
        checks: list[Any] = [CHECKS.get_one(name) for name in (*CONTRACT_CHECKS, OURS)]
        response = case.call(timeout=60)
        try:
            case.validate_response(response, checks=checks)
        except FailureGroup as group:
            label = case.operation.label
            for failure in group.exceptions:
                words = f"{failure.title}: {failure.message}"
                check = OURS if OURS in words else type(failure).__name__
                outcome.note(Found(label, check, words, case.as_curl_command()))

    @contextmanager
    def _sending(self, outcome: Outcome) -> Iterator[None]:
        def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
            self._season(case)
            for name, value in self.actor.headers_for(case.formatted_path).items():
                case.headers[name] = value

        def after_call(context: HookContext, case: Case[Any], response: Response) -> None:
            outcome.cases += 1
            outcome.statuses[response.status_code] += 1
            outcome.operations[case.operation.label] += 1

        for hook in (before_call, after_call):
            schemathesis.hook(hook)
        try:
            yield
        finally:
            for hook in (before_call, after_call):
                GLOBAL_HOOK_DISPATCHER.unregister(hook)

    def _season(self, case: Case[Any]) -> None:
        """Put real ids where bad input needs one to get past the first look."""
        if self.world is None:
            return
        label = case.operation.label
        chance = chance_of(label, case.path_parameters, case.query, case.body)
        case.path_parameters = self.world.seasoned(case.path_parameters or {}, chance)
        case.query = self.world.seasoned(case.query or {}, chance)
        if isinstance(case.body, dict):
            case.body = self.world.seasoned(case.body, chance)

    @contextmanager
    def _judging(self) -> Iterator[None]:
        def documented_and_discreet(ctx: CheckContext, response: Response, case: Case[Any]) -> None:
            sent = f"{response.request.url} {response.request.body!r}"
            headers = {name: values[0] for name, values in response.headers.items()}
            content = response.content or b""
            wrong = faults(response.status_code, headers, content, sent=sent, known=self.known)
            if wrong:
                raise AssertionError(f"{OURS}: " + "; ".join(wrong))

        schemathesis.check(documented_and_discreet)
        try:
            yield
        finally:
            CHECKS.unregister(OURS)

    @staticmethod
    def _take(event: events.EngineEvent, outcome: Outcome) -> None:
        if isinstance(event, events.ScenarioFinished):
            for found in _finds(event.recorder):
                outcome.note(found)
        elif isinstance(event, events.NonFatalError):
            outcome.errors.add(f"{event.label}: {event.value!r}"[:600])
        elif isinstance(event, events.FatalError):
            raise event.exception


def _finds(recorder: ScenarioRecorder) -> Iterator[Found]:
    for case_id, nodes in recorder.checks.items():
        for node in nodes:
            if node.status is Status.FAILURE and node.failure_info is not None:
                case = recorder.cases[case_id].value
                failure = node.failure_info.failure
                words = f"{failure.title}: {failure.message}"
                yield Found(case.operation.label, node.name, words, node.failure_info.code_sample)


def contract() -> Any:
    """Return the merged OpenAPI document."""
    return json.loads(OPENAPI.read_text(encoding="utf-8"))
