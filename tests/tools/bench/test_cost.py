"""What doing nothing costs is measured once the work of a start has died down."""

from collections.abc import Iterator

import pytest

from tools.bench import cost
from tools.bench.cost import Idle


class Windows:
    """A system's use, window by window."""

    def __init__(self, *shares: float) -> None:
        self.left: Iterator[float] = iter(shares)

    async def look(self, _system: object, _seconds: float) -> dict[str, float]:
        """Give the next window."""
        share = next(self.left)
        return {"kafka": share / 2, "orders": share / 2}


async def measured(monkeypatch: pytest.MonkeyPatch, *shares: float) -> Idle:
    windows = Windows(*shares)
    monkeypatch.setattr(cost, "_shares", windows.look)
    return await cost.idle(None, 10)  # type: ignore[arg-type]


async def test_what_falls_is_waited_for_and_then_told_by_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = await measured(monkeypatch, 40, 20, 10, 9.5, 4)
    assert found == Idle({"kafka": 2, "orders": 2}, settled_s=20)
    assert found.whole == 4


async def test_what_falls_for_ever_is_measured_at_the_deadline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = await measured(monkeypatch, *(2.0**-n for n in range(40)))
    assert found.settled_s == 60
