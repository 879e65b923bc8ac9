"""Each kind of measurement as a table with its goals (design: performance)."""

from collections.abc import Mapping, Sequence
from typing import Final

from tools.bench.cost import Idle
from tools.bench.stats import Series
from tools.bench.table import Row, Table
from tools.bench.work.bus import Drained
from tools.bench.work.hand_off import Kept
from tools.bench.work.layers import Costly
from tools.bench.work.streams import Listened

SERIES: Final = ("p50 ms", "p99 ms", "a second", "p50 / floor", "p99 / floor")
_READS: Final = {
    "page of 50 open orders": 10,
    "the same, one office": 10,
    "folder counts": 10,
    "folder counts, one office": 10,
    "the day": 10,
    "the day of one office": 10,
    "board": 10,
    "client by the beginning of a surname": 15,
    "client by the whole name": 15,
    "client, one letter mistyped": 15,
    "client by the exact phone": 5,
}
SLOWEST_SEARCH_MS: Final = 150


def hand_off(floors: Sequence[Series], ours: Mapping[str, Series]) -> Table:
    """Return the floor of the machine and what a click costs above it."""
    table = Table("Hand-off and writes, through the gateway", SERIES)
    under50, under99 = sum(s.p50 for s in floors), sum(s.p99 for s in floors)
    for s in floors:
        row = (f"{s.p50:.2f}", f"{s.p99:.2f}", f"{s.rate:.0f}", "", "")
        table.rows.append(Row(f"floor: {s.name}", row))
    total = (f"**{under50:.2f}**", f"**{under99:.2f}**", "", "1", "1")
    table.rows.append(Row("**floor, sum**", total))
    for kind, s in ours.items():
        ratios = (s.p50 / under50, s.p99 / under99)
        cells = (f"{s.p50:.1f}", f"{s.p99:.1f}", f"{s.rate:.0f}", *(f"{r:.1f}" for r in ratios))
        table.rows.append(Row(s.name, cells, *_goal(kind, s, ratios)))
    return table


def _goal(kind: str, s: Series, ratios: tuple[float, float]) -> tuple[str, bool | None]:
    match kind:
        case "placed":
            return "p50 ≤ 10 ms", s.p50 <= 10  # noqa: PLR2004
        case "together":
            return "≥ 250/s, p99 ≤ 200 ms", s.rate >= 250 and s.p99 <= 200  # noqa: PLR2004
        case "alone":
            goal = "p50 ≤ 2.5 ×, p99 ≤ 8 × floor (absolute, quiet: 10 / 30 ms)"
            return goal, ratios[0] <= 2.5 and ratios[1] <= 8  # noqa: PLR2004
        case "beside":
            return "p99 ≤ 150 ms", s.p99 <= 150  # noqa: PLR2004
    return "", None


def kept(found: Sequence[Kept]) -> Table:
    """Return what the feeds told of."""
    columns = ("orders", "told once", "in order", "repeats (known by sequence)")
    table = Table("What the feeds told", columns)
    for one in found:
        away = "away" in one.name
        cells = (str(one.orders), str(one.once), "yes" if one.in_order else "–", str(one.repeats))
        met = one.once == one.orders and (one.in_order or not away)
        table.rows.append(Row(one.name, cells, "all, in order" if away else "each once", met))
    return table


def layers(found: Sequence[Costly]) -> Table:
    """Return CPU by process for a request, as it is and with one layer changed."""
    columns = (
        *(f"order POST, ms: {name}" for name in ("p50", "gateway CPU", "orders CPU", "PG CPU")),
        *(f"hand-over, ms: {name}" for name in ("p50", "gateway CPU", "orders CPU", "PG CPU")),
    )
    table = Table("Cost of the layers, one at a time (CPU: process times by request)", columns)
    for one in found:
        cells = []
        for series, spent in ((one.place, one.place_cpu), (one.hand_over, one.hand_over_cpu)):
            cells.append(f"{series.p50:.1f}")
            for name in ("gateway", "orders", "postgres"):
                cells.append(f"{spent.per(len(series.seconds), name):.2f}")  # noqa: PERF401
        table.rows.append(Row(one.name, cells))
    return table


def bus(relay: Drained, consumer: Drained) -> Table:
    """Return how fast the bus is filled and emptied."""
    table = Table("Bus", ("events", "seconds", "a second"))
    for one, least in ((relay, 5_000), (consumer, 1_000)):
        cells = (str(one.count), f"{one.seconds:.1f}", f"{one.rate:.0f}")
        table.rows.append(Row(one.name, cells, f"≥ {least}/s", one.rate >= least))
    table.note = f"The consumer's process holds {consumer.rss:.0f} MiB after it."
    return table


def holding(
    streams: Listened,
    idle: Idle,
    starts: tuple[float, float],
    before: Mapping[str, float],
    after: Mapping[str, float],
) -> Table:
    """Return what the system costs while it waits."""
    table = Table("Standing", ("value",))

    def add(what: str, value: str, goal: str = "", *, met: bool | None = None) -> None:
        table.rows.append(Row(what, (value,), goal, met))

    what = f"gateway with {streams.streams} idle streams, RSS"
    told = f"{streams.rss:.0f} MiB (before them {streams.rss_before:.0f}), {streams.cpu:.1f} % CPU"
    add(what, told, "≤ 250 MiB", met=streams.rss <= 250)  # noqa: PLR2004
    whole, loaded = sum(before.values()), sum(after.values())
    add("whole system after the start, PSS", f"{whole:.0f} MiB", "≤ 2048 MiB", met=whole <= 2048)  # noqa: PLR2004
    add("whole system after the run, PSS", f"{loaded:.0f} MiB", "≤ 2048 MiB", met=loaded <= 2048)  # noqa: PLR2004
    doing_nothing = idle.whole
    told = f"{doing_nothing:.1f} %, {idle.settled_s:.0f} s after the start"
    add("whole system idle, CPU of one core", told, "≤ 5 %", met=doing_nothing <= 5)  # noqa: PLR2004
    add("first start", f"{starts[0]:.1f} s")
    add("second start, on the filled base", f"{starts[1]:.1f} s", "≤ 30 s", met=starts[1] <= 30)  # noqa: PLR2004
    parts = ", ".join(f"{name} {mib:.0f}" for name, mib in after.items())
    shares = ", ".join(f"{name} {share:.1f}" for name, share in idle.shares.items())
    table.note = f"Idle, % of one core: {shares}. After the run, MiB: {parts}."
    return table


def growth(found: Mapping[int, Sequence[Series]], cpu: Mapping[int, float]) -> Table:
    """Return the reads, sizes of the base side by side."""
    sizes = list(found)
    table = Table(
        "Reads as the base grows (p50 / p95 ms, through the gateway)",
        [f"{size:,} orders" for size in sizes] + ["largest : smallest"],
    )
    for place, smallest in enumerate(found[sizes[0]]):
        series = [found[size][place] for size in sizes]
        last = series[-1]
        cells = [f"{s.p50:.1f} / {s.percentile(0.95):.1f}" for s in series]
        cells.append(f"{last.p50 / smallest.p50:.1f} ×")
        most = _READS.get(last.name)
        goal = f"p50 ≤ {most} ms" if most else ""
        met = last.p50 <= most if most else None
        if most and "client" in last.name:
            goal += f", p95 ≤ {SLOWEST_SEARCH_MS} ms"
            met = bool(met) and last.percentile(0.95) <= SLOWEST_SEARCH_MS
        table.rows.append(Row(last.name, cells, goal, met))
    used = ", ".join(f"{size:,}: {ms:.1f}" for size, ms in cpu.items())
    table.note = f"CPU of a read, all processes of ours and PostgreSQL, ms on average: {used}."
    return table


def screens(series: Sequence[Series]) -> Table:
    """Return what was measured in browsers."""
    table = Table("In two browsers", ("p50 ms", "p95 ms", "most ms"))
    goals = ((150, "p95 ≤ 150 ms"), (300, "p95 ≤ 300 ms"), (50, "no frame over 50 ms"))
    for s, (most, goal) in zip(series, goals, strict=True):
        worst = s.percentile(1)
        cells = (f"{s.p50:.0f}", f"{s.percentile(0.95):.0f}", f"{worst:.0f}")
        judged = worst if "frame" in goal else s.percentile(0.95)
        table.rows.append(Row(s.name, cells, goal, judged <= most))
    return table
