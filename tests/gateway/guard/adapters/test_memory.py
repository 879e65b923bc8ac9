import time

import pytest

from gateway.guard.adapters.memory import ProcessMemory


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The instant, in a box that a test may change."""
    box = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: box[0])
    return box


def test_what_was_put_is_there_until_its_time_is_over(at: list[float]) -> None:
    memory = ProcessMemory[str]()
    memory.put(b"anna", "here", 4.0)
    at[0] += 3.9
    before = memory.get(b"anna")
    at[0] += 0.1

    assert before == "here"
    assert memory.get(b"anna") is None


def test_nothing_is_put_for_no_time_and_what_stood_there_goes(at: list[float]) -> None:
    memory = ProcessMemory[str]()
    memory.put(b"anna", "here", 4.0)
    memory.put(b"anna", "gone", 0.0)

    assert memory.get(b"anna") is None


def test_what_is_over_is_not_kept(at: list[float]) -> None:
    memory = ProcessMemory[str]()
    for name in (b"anna", b"boris"):
        memory.put(name, "here", 4.0)
    at[0] += 4.0
    memory.put(b"vera", "here", 4.0)

    assert len(memory) == 1


def test_the_oldest_goes_when_there_are_too_many(at: list[float]) -> None:
    memory = ProcessMemory[int](most=2)
    for number, name in enumerate((b"anna", b"boris", b"anna", b"vera")):
        memory.put(name, number, 4.0)

    assert [memory.get(name) for name in (b"anna", b"boris", b"vera")] == [2, None, 3]
