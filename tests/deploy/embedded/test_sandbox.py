"""Messages outlive a restart, also one in the middle of a line."""

from pathlib import Path

import pytest

from deploy.embedded.sandbox import Box, Modes


def test_a_restart_keeps_the_messages_in_their_newest_state(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    box = Box(file)
    box.put({"id": "1", "status": "accepted"})
    box.put({"id": "2", "status": "accepted"})
    box.put({"id": "1", "status": "delivered"})

    assert Box(file).rows == {
        "1": {"id": "1", "status": "delivered"},
        "2": {"id": "2", "status": "accepted"},
    }


def test_the_half_line_of_a_killed_run_swallows_no_message(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    Box(file).put({"id": "1"})
    with file.open("a") as out:
        out.write('{"id": "2", "te')

    Box(file).put({"id": "3"})

    assert list(Box(file).rows) == ["1", "3"]


def test_a_fault_is_over_after_its_times() -> None:
    modes = Modes(["5xx"])
    modes.set("5xx", 2)

    assert [modes.take() for _ in range(3)] == ["5xx", "5xx", "ok"]


def test_a_fault_without_times_stays() -> None:
    modes = Modes(["5xx"])
    modes.set("5xx", None)

    assert {modes.take() for _ in range(5)} == {"5xx"}


@pytest.mark.parametrize(("mode", "times"), [("unknown", 1), ("5xx", 0)])
def test_an_impossible_fault_is_refused(mode: str, times: int) -> None:
    with pytest.raises(ValueError, match=mode):
        Modes(["5xx"]).set(mode, times)
