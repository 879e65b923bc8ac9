"""Every failpoint is in some process, and every pair is dealt once a seed."""

from chassis.failpoints import POINTS
from tests.faults.kinds.points import CONTAINS, PAIRS, packs


def test_every_failpoint_is_passed_by_some_process() -> None:
    assert {pair.point for pair in PAIRS} == POINTS


def test_all_pairs_are_dealt_once_and_a_process_stands_once_in_a_pack() -> None:
    for seed in range(20):
        dealt = packs(seed)
        assert sorted(map(str, (pair for pack in dealt for pair in pack))) == sorted(
            map(str, PAIRS)
        )
        for pack in dealt:
            names = [pair.process for pair in pack]
            assert len(set(names)) == len(names)
        assert len(dealt) == max(map(len, CONTAINS.values()))
    assert packs(1) != packs(2)
