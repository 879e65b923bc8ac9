"""Writes docs/faults.md from what a run has measured."""

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import Final

from chassis.clock import now
from tests.faults.checks import CHECKS
from tests.faults.plan import Result
from tests.faults.play import AFTERWARDS
from tests.faults.rig.watch import FAST_MS, TIMES, Calm

PAGE: Final = Path(__file__).parents[2] / "docs" / "faults.md"
FM: Final = re.compile(r"\bFM\d+\b")
HEAD: Final = """# What Vitrazh survives

Written by `VITRAZH_FAULTS_WRITE=1 make faults`; do not edit by hand.

Real processes run on one machine: api and worker of gateway, clients, orders and notifications apart
(or, in the embedded start, one process a service), PostgreSQL, Kafka, Valkey, the SMS emulator.
People place orders, draw, hand them over, receive, see, accept, start, finish and pass them, four at a
time, while an administrator changes an office; a call without an answer is sent again with the same
`Idempotency-Key`, one in ten gives up instead, one in five is repeated after its answer, one in seven
is tapped twice at once. Two clients read the feed. Meanwhile something breaks: a process ends itself
at a failpoint (`VITRAZH_FAILPOINT`, exit code 137), is killed by `kill -9`, asked to end by SIGTERM or
stands still; a link between two parts is slow, swallows everything, swallows the answers or resets; a
disk is full. It is started again or let go, and nothing else is done by hand. Then the checkers
compare what the clients were told with every database, every topic, both feeds, the file store and the
SMS provider.

```
make faults                                  # every fault once
make faults n=5                              # every fault with five seeds
VITRAZH_FAULTS_SEED=42 make faults           # from another first seed
make faults ARGS="-s -k 'kafka'"             # some, with seed and plan printed
VITRAZH_FAULTS_DOWN_S=600 make faults        # a broker that is down for ten minutes
VITRAZH_FAULTS_WRITE=1 make faults           # also write this page
```

The seed decides when the fault strikes, which failpoints share a round and what people do; the order
in which processes get there is the machine's, so a seed repeats the plan, not every interleaving. Five
working minutes until the alarm of an unseen order, the minute that a message is held, and the half
minute after which a dead sender's message counts as lost are made to pass at once by moving their
rows' times.

## Invariants

| | Checked after every fault |
|---|---|
"""
TABLE: Final = """
## Result

{when}, {cores} cores: {rounds} rounds (seeds {seeds}), {acks} acknowledged calls, {again} tried again, \
{repeated} repeated after their answer.
*Sent again*: records that the log holds twice because a relay could not know; nobody acted twice.
*Ready*: from the restart to `/health/ready`. *Healed*: from the restart until {afterwards} more calls
are answered, the orders in hand are finished, every outbox is empty, no consumer lags and every
client of a ready order is told. *Others* (INV11): 95th percentile of the reads that the fault does not
concern, before it → until it was over, ms, on a machine that does everything at once. It holds if none
of them failed and they took no longer than {fast:.0f} ms (the goal of reads under load) or {times:.0f} × what they took
before; — where every read is concerned or the fault was over too soon. **INV11: {calm} of {judged} rounds hold.**
Worst of the seeds; failpoints with the same figures shared a round.

| | Fault | Checked | Result | Tried again | Sent again | Ready, s | Healed, s | Others, ms | Seen |
|---|---|---|---|---:|---:|---:|---:|---|---|
"""
APART: Final = """
Bus, feed and providers, each by a test of its own (tests/faults/bus) with its own assertions:

| | Fault | Checked | Result | Seen |
|---|---|---|---|---|
"""
FOOT: Final = """
The checkers are tested themselves: tests/faults/test_checks.py, tests/faults/bus/test_judges.py and the
machine of the delivery plant each break and see it caught.
The rounds were seen red too: with a relay that marks its rows before it sends them, relay.mid_batch
and the leader's death break INV2, INV5, INV7 and INV10; with a sender that names a message anew at every
try, notify.after_provider_ok breaks INV5; with time-outs of the pool that are not taken for an outage,
the locked table breaks INV12 and INV10; with a worker that leaves at once when told to end, FM25 breaks.

Not covered: `timer.before_commit` in notifications (its only timer waits an hour for a client nobody
knows), power loss (`fsync` is the database's and the broker's own), more than one machine.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What a test found that is no round of ours."""

    fm: str
    fault: str
    checked: str
    holds: bool | None
    """None: it was not run; the note says why."""
    note: str = ""


@dataclass(slots=True)
class Table:
    """Everything that the page will say."""

    rounds: list[Result] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    repeated: int = 0
    outcomes: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    """(FM, rule of a test that is no round) → how often it passed, failed, was skipped."""

    def note_test(self, docs: tuple[str | None, ...], name: str, outcome: str) -> None:
        """Note a test that names its row in its docstring, else in its module's."""
        named = next((found for doc in docs if (found := FM.findall(doc or ""))), None)
        if named:
            rule = name.removeprefix("test_").replace("_", " ")
            self.outcomes.setdefault((", ".join(named), rule), Counter())[outcome] += 1

    def row(self, fm: str, fault: str, *, checked: str, holds: bool | None, note: str = "") -> None:
        """Note a finding; call it before the assertion that may fail."""
        self.rows.append(Row(fm, fault, checked, holds, note))


def _tested(table: Table) -> list[Row]:
    rows = []
    for (fm, rule), outcome in table.outcomes.items():
        holds = False if outcome["failed"] else bool(outcome["passed"]) or None
        note = ", ".join(f"{n} {what}" for what, n in sorted(outcome.items()))
        rows.append(Row(fm, rule, "its own assertions", holds, note))
    return rows


def page(table: Table) -> str:
    """Return the whole page."""
    results = table.rounds
    lines = [HEAD]
    for name, check in CHECKS.items():
        words = (check.__doc__ or "").partition(": ")[2]
        lines.append(f"| {name} | {words} |\n")
    lines.append("| INV11 | what the fault does not concern stays fast (a column below). |\n")
    lines.append(
        TABLE.format(
            when=f"{now().astimezone(UTC):%Y-%m-%d %H:%M} UTC",
            cores=os.cpu_count(),
            rounds=len(results),
            seeds=", ".join(map(str, sorted({result.seed for result in results}))),
            acks=sum(result.acks for result in results),
            again=sum(result.tried_again for result in results),
            repeated=table.repeated,
            afterwards=AFTERWARDS,
            fast=FAST_MS,
            times=TIMES,
            calm=sum(result.calm.holds is True for result in results),
            judged=sum(result.calm.holds is not None for result in results),
        )
    )
    named = {(result.fm, row) for result in results for row in result.rows}
    lines += [_round_line(fm, name, results) for fm, name in sorted(named, key=_by_number)]
    rows = sorted([*table.rows, *_tested(table)], key=_row_number)
    if rows:
        lines += [APART, *map(_row_line, rows)]
    return "".join([*lines, FOOT])


TABLE_OF_RUN: Final = Table()
"""What this run of pytest has come to."""


def _number(fm: str) -> int:
    found = re.search(r"\d+", fm)
    return int(found[0]) if found else 0


def _by_number(named: tuple[str, str]) -> tuple[int, str]:
    return _number(named[0]), named[1]


def _row_number(row: Row) -> tuple[int, str]:
    return _number(row.fm), row.fault


def _row_line(row: Row) -> str:
    words = {True: "holds", False: "BROKEN", None: "NOT RUN"}[row.holds]
    return f"| {row.fm} | {row.fault} | {row.checked} | {words} | {row.note} |\n"


def _disturbed(calm: Calm) -> tuple[bool, float]:
    return calm.holds is False, calm.meanwhile_ms or 0


def _round_line(fm: str, name: str, results: list[Result]) -> str:
    mine = [result for result in results if result.fm == fm and name in result.rows]
    broken = sum(len(result.breaks) for result in mine)
    words = f"{broken} breaks" if broken else f"holds ({len(mine)}/{len(mine)})"
    ready, healed = (max(getattr(r, what) for r in mine) for what in ("ready_s", "healed_s"))
    tried, sent = (sum(getattr(r, what) for r in mine) for what in ("tried_again", "sent_again"))
    calm = max((result.calm for result in mine), key=_disturbed)
    seen = "; ".join(dict.fromkeys(note for result in mine for note in result.notes))
    figures = f"{tried} | {sent} | {ready:.1f} | {healed:.1f} | {calm} | {seen}"
    return f"| {fm} | {name} | all {len(CHECKS)} | {words} | {figures} |\n"
