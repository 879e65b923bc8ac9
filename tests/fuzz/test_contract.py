"""Every address keeps its contract, whoever sends whatever."""

import asyncio
from collections import Counter
from typing import Final

import pytest
import requests

from tests.fuzz.campaign import Campaign, contract
from tests.fuzz.world import ADMIN, MANAGER, NOBODY, TABLET, World

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(3_600)]
SHARES: Final = {MANAGER: 0.4, ADMIN: 0.25, TABLET: 0.25, NOBODY: 0.1}


@pytest.mark.parametrize("name", SHARES)
def test_no_input_breaks_the_contract(
    name: str, world: World, cases: int, seed: int, tally: Counter[str]
) -> None:
    asyncio.run(world.take_tablet())
    goal = round(cases * SHARES[name])
    document = contract()
    operations = sum(len(verbs) for verbs in document["paths"].values())

    outcome = Campaign(world.base, world.actors[name], world, document).run(goal, seed)

    print(f"\n{name}: {outcome}")
    tally[name] += outcome.cases
    assert not outcome.wrong, "\n\n".join(outcome.wrong)
    assert outcome.cases >= goal
    assert len(outcome.operations) == operations, "an address was left out"
    assert still_known(world, name), (
        "the actor was shut out on the way: what came after proves little"
    )


def still_known(world: World, name: str) -> bool:
    """Whether the actor may still ask who he is."""
    answer = requests.get(
        f"{world.base}/api/session", headers=world.actors[name].headers, timeout=60
    )
    return answer.status_code == (401 if name == NOBODY else 200)
