"""A reader of a database in trouble gets data or an honest 503, and no connection stays behind."""

from unittest.mock import Mock

import pytest

from tests.faults.kinds.database import MOST_CONNECTIONS, Slow, hung, leaked, told

FAIR = ["200 3", "503 Retry-After 5"]


@pytest.mark.parametrize("answer", ["500 1", "503 5", "TimeoutError 40", "200x 1"])
def test_an_answer_that_is_neither_is_named(answer: str) -> None:
    assert hung(FAIR) == []
    assert len(hung([*FAIR, answer])) == 1


def test_answers_are_counted_by_kind() -> None:
    assert told([*FAIR, "200 11"]) == "2 × 200, 1 × 503 Retry-After, none later than 11 s"


@pytest.mark.parametrize(("count", "breaks"), [(MOST_CONNECTIONS, 0), (MOST_CONNECTIONS + 1, 1)])
async def test_a_connection_beyond_the_pools_is_named(count: int, breaks: int) -> None:
    stage, trouble = Mock(), Slow(1)
    stage.gather.connections = Mock(return_value=count)

    assert len(await leaked(stage, trouble)) == breaks
    assert trouble.notes == [f"{count} connections of orders afterwards"]
