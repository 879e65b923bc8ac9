"""Writes docs/faults.md from what a run has measured."""

import os
from datetime import UTC
from pathlib import Path
from typing import Final

from chassis.clock import now
from tests.faults.checks import CHECKS
from tests.faults.play import AFTERWARDS, Result

PAGE: Final = Path(__file__).parents[2] / "docs" / "faults.md"
HEAD: Final = """# What Vitrazh survives

Written by `VITRAZH_FAULTS_WRITE=1 make faults`; do not edit by hand.

Real processes (gateway, clients, orders, notifications, PostgreSQL, Kafka, Valkey, the SMS emulator)
run on one machine. People place orders, hand them over, receive, see, accept, start, finish and pass
them, four at a time; a call without an answer is sent again with the same `Idempotency-Key`, one in
ten gives up instead, one in five is repeated after its answer, one in seven is tapped twice at once. Two clients read the feed. Meanwhile
one process dies: by itself at a failpoint (`VITRAZH_FAILPOINT`, exit code 137), or by `kill -9`; or
it stands still. It is started again, and nothing else is done by hand. Then the checkers compare
what the clients were told with every database, every topic, both feeds and the SMS provider.

```
make faults                                  # every fault once
VITRAZH_FAULTS_SEEDS=5 make faults           # every fault five times
VITRAZH_FAULTS_SEED=42 make faults           # from another first seed
make faults ARGS="-s -k 'kafka'"             # some, with seed and plan printed
VITRAZH_FAULTS_WRITE=1 make faults           # also write this page
```

The seed decides when the fault strikes and what people do; the order in which processes get there is
the machine's, so a seed repeats the plan, not every interleaving. Five working minutes until the
alarm of an unseen order, the minute that a message is held, and the half minute after which a dead
sender's message counts as lost are made to pass at once by moving their rows' times.

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
client of a ready order is told. Slowest of the seeds.

| Fault | Checked | Result | Tried again | Sent again | Ready, s | Healed, s |
|---|---|---|---:|---:|---:|---:|
"""
FOOT: Final = """
The checkers are tested themselves: tests/faults/test_checks.py plants each break and sees it caught.
The rounds were seen red too: with a relay that marks its rows before it sends them, relay.mid_batch
breaks INV2 and INV7; with a sender that names a message anew at every try, notify.after_provider_ok
breaks INV5.

Not covered here: a full disk, a slow database, network partitions, two processes of one service,
api and worker apart, and how slow unaffected functions become meanwhile (INV11).
"""


def page(results: list[Result], repeated: int) -> str:
    """Return the whole page."""
    lines = [HEAD]
    for name, check in CHECKS.items():
        words = (check.__doc__ or "").partition(": ")[2]
        lines.append(f"| {name} | {words} |\n")
    lines.append(
        TABLE.format(
            when=f"{now().astimezone(UTC):%Y-%m-%d %H:%M} UTC",
            cores=os.cpu_count(),
            rounds=len(results),
            seeds=", ".join(map(str, sorted({result.plan.seed for result in results}))),
            acks=sum(result.acks for result in results),
            again=sum(result.tried_again for result in results),
            repeated=repeated,
            afterwards=AFTERWARDS,
        )
    )
    for fault in dict.fromkeys(result.plan.fault for result in results):
        mine = [result for result in results if result.plan.fault == fault]
        broken = sum(len(result.breaks) for result in mine)
        ready = max(result.ready_s for result in mine)
        healed = max(result.healed_s for result in mine)
        words = f"{broken} breaks" if broken else f"holds ({len(mine)}/{len(mine)})"
        tried, sent = (
            sum(result.tried_again for result in mine),
            sum(result.sent_again for result in mine),
        )
        figures = f"{tried} | {sent} | {ready:.1f} | {healed:.1f}"
        lines.append(f"| {fault} | all {len(CHECKS)} | {words} | {figures} |\n")
    return "".join([*lines, FOOT])
