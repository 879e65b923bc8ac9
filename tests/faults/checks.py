"""Invariants of the fault matrix; each checker names every break it finds, none = it holds."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from contracts.orders.words import Stage
from services.orders.workorders.domain import TRANSITIONS
from tests.faults.evidence import Ack, Evidence, first_times

FACT_OF: Final = {
    "place": "placed",
    "hand-over": "handed-over",
    "receive": "received",
    "mark-seen": "seen",
    "accept": "accepted",
    "start": "work-started",
    "finish": "work-finished",
    "pass-control": "control-passed",
}
"""What each acknowledged call leaves in the order's life, once."""
STAGE_AFTER: Final = {
    "placed": Stage.DRAFT,
    "handed-over": Stage.IN_WORK,
    "ready": Stage.READY,
    "reopened": Stage.IN_WORK,
    "issued": Stage.ISSUED,
    "cancelled": Stage.CANCELLED,
}
READERS: Final = frozenset({"orders", "notifications"})
"""Services that read the clients' topic, on which the unreadable records are put."""
NO_ORDER: Final = frozenset({"register", "attach", "rename", "pair"})
"""Calls whose trace is not an event of an order."""
HEAL_S: Final = 180.0


def acknowledged_is_stored(found: Evidence) -> Iterator[str]:
    """INV1: what was answered with 2xx is in its database."""
    for ack in found.log.acks:
        if ack.verb in NO_ORDER:
            if not _is_there(found, ack):
                yield f"{ack.verb} of {ack.subject} {ack.reference} was acknowledged and is not there"
            continue
        if ack.subject not in found.sheets:
            yield f"order {ack.subject} was acknowledged ({ack.verb}) and is not there"
            continue
        written = [short for _, short, _ in found.written.get(ack.subject, ())]
        if FACT_OF[ack.verb] not in written:
            yield f"order {ack.subject}: {ack.verb} was acknowledged and left no trace"


def _is_there(found: Evidence, ack: Ack) -> bool:
    if ack.verb == "register":
        return ack.subject in found.clients
    if ack.verb == "attach":
        return any(digest == ack.reference for digest, _ in found.files.get(ack.subject, ()))
    return ack.verb != "rename" or ack.reference in found.renamed


def files_are_whole(found: Evidence) -> Iterator[str]:
    """INV1a: every file that a row names is in the store, byte for byte, and once."""
    for order_id, files in found.files.items():
        yield from (f"order {order_id}: {digest} is torn" for digest, sound in files if not sound)
        times = Counter(digest for digest, _ in files)
        yield from (f"order {order_id}: {d} is kept {n} times" for d, n in times.items() if n > 1)


def every_fact_is_on_the_topic(found: Evidence) -> Iterator[str]:
    """INV2: an order's events are on the topic, gapless from 1 to the row's sequence."""
    told = found.of_orders()
    for order_id, sheet in found.sheets.items():
        fresh = first_times(told.get(order_id, []))
        sequences = [fact.sequence for fact in fresh]
        if sequences != list(range(1, sheet.sequence + 1)):
            yield f"order {order_id}: topic has {sequences}, its row says {sheet.sequence}"
        written = [(number, id_) for number, _, id_ in sorted(found.written.get(order_id, []))]
        if written != [(fact.sequence, fact.id) for fact in fresh]:
            yield f"order {order_id}: topic and outbox tell different lives"
    for stranger in told.keys() - found.sheets.keys():
        yield f"order {stranger} is on the topic and in no database"
    for service, known in found.known.items():
        for missing in found.clients - known:
            yield f"{service} never heard of client {missing}"
    true = found.offices["gateway"]
    for service, offices in found.offices.items():
        if offices != true:
            yield f"{service} knows the offices as {dict(offices)}, the gateway as {dict(true)}"


def one_key_one_effect(found: Evidence) -> Iterator[str]:
    """INV3: a key is one effect and one answer, however often it is sent."""
    yield from found.log.unequal
    count = Counter(sheet.reference for sheet in found.sheets.values())
    yield from (f"{name} was placed {n} times" for name, n in count.items() if n > 1)
    acked = {ack.reference for ack in found.log.acks if ack.verb == "place"}
    doubted = {doubt.reference for doubt in found.log.doubts if doubt.verb == "place"}
    if not len(acked) <= len(found.sheets) <= len(acked) + len(doubted):
        yield f"{len(found.sheets)} orders, {len(acked)} acknowledged, {len(doubted)} in doubt"
    yield from (f"{name} was ordered by nobody" for name in count.keys() - acked - doubted)
    for order_id, written in found.written.items():
        times = Counter(short for _, short, _ in written)
        for short in FACT_OF.values():
            if times[short] > 1:
                yield f"order {order_id}: {short} happened {times[short]} times"


def the_feed_tells_once_in_order(found: Evidence) -> Iterator[str]:
    """INV4: a feed client applied exactly what it may see, in order, once."""
    told = found.of_orders()
    for name, reader in found.readers.items():
        if reader.resets:
            yield f"{name}: the feed was reset {reader.resets} times"
        for order_id in told.keys() | reader.applied.keys():
            facts = first_times(told.get(order_id, []))
            owed = [fact.sequence for fact in facts if reader.sees(fact)]
            applied = reader.applied.get(order_id, [])
            if applied != owed:
                yield f"{name}: order {order_id}: applied {applied}, owed {owed}"


def the_client_is_told_once(found: Evidence) -> Iterator[str]:
    """INV5: a ready order is one accepted message, any other none."""
    for sheet in found.sheets.values():
        times = sum(sheet.number in text for text in found.messages)
        wanted = 1 if sheet.stage == Stage.READY else 0
        if times != wanted:
            yield f"order {sheet.number} ({sheet.stage}): {times} messages, not {wanted}"


def stages_change_as_allowed(found: Evidence) -> Iterator[str]:
    """INV7: no order took a forbidden step, and its row stands where its life ended."""
    for order_id, facts in found.of_orders().items():
        at: Stage | None = None
        for fact in first_times(facts):
            after = STAGE_AFTER.get(fact.short)
            if after is None:
                continue
            begins = at is None and after is Stage.DRAFT
            if not begins and (at is None or after not in TRANSITIONS[at]):
                yield f"order {order_id}: {at} → {after} by {fact.short}"
            at = after
        sheet = found.sheets.get(order_id)
        if sheet is not None and sheet.stage != at:
            yield f"order {order_id}: its life ends {at}, its row says {sheet.stage}"


def nothing_is_dropped(found: Evidence) -> Iterator[str]:
    """INV9: what a group takes is in its inbox, nothing else is; dead letters are the unreadable."""
    for group, types in found.handled.items():
        due = {fact.id for fact in found.facts if fact.type in types}
        for fact_id in due - found.inbox[group]:
            yield f"{group} never processed {fact_id}"
        for fact_id in found.inbox[group] - due:
            yield f"{group} processed {fact_id}, which is on no topic"
    for service, n in found.dead.items():
        owed = found.log.poison if service in READERS else 0
        if n != owed:
            yield f"{service}: {n} dead letters, {owed} unreadable records"


def it_healed_by_itself(found: Evidence) -> Iterator[str]:
    """INV10: nothing waits in an outbox or in front of a consumer."""
    yield from (f"{service}: {n} rows not sent" for service, n in found.outbox.items() if n)
    yield from (f"{group}: {n} records behind" for group, n in found.lag.items() if n)


def degraded_answers_are_honest(found: Evidence) -> Iterator[str]:
    """INV12: who cannot answer says 503 and when to come again."""
    yield from found.log.storms


Checker = Callable[[Evidence], Iterator[str]]
CHECKS: Final[dict[str, Checker]] = {
    "INV1": acknowledged_is_stored,
    "INV1a": files_are_whole,
    "INV2": every_fact_is_on_the_topic,
    "INV3": one_key_one_effect,
    "INV4": the_feed_tells_once_in_order,
    "INV5": the_client_is_told_once,
    "INV7": stages_change_as_allowed,
    "INV9": nothing_is_dropped,
    "INV10": it_healed_by_itself,
    "INV12": degraded_answers_are_honest,
}
MOST = 20


def breaks(found: Evidence) -> list[str]:
    """Run every checker; return what is broken, each line with its invariant."""
    return [f"{name}: {line}" for name, check in CHECKS.items() for line in [*check(found)][:MOST]]
