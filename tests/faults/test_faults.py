"""Whatever dies under load: nothing is lost, doubled, reordered, or left for a person to mend."""

import os

import pytest

from tests.faults.faults import FAULTS, Fault
from tests.faults.play import Result, Stage, play

pytestmark = [pytest.mark.fault, pytest.mark.timeout(400), pytest.mark.xdist_group("faults")]

FIRST = int(os.environ.get("VITRAZH_FAULTS_SEED", "1"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("VITRAZH_FAULTS_SEEDS", "1")))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
async def test_every_invariant_holds_after(
    stage: Stage, results: list[Result], fault: Fault, seed: int
) -> None:
    result = await play(stage, fault.plan(seed))
    results.append(result)

    assert result.acks > 0
    assert result.breaks == ()
