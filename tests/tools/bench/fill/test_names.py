"""Invented clients: no phone twice, and a slip of the fingers is one slip."""

from random import Random

from tools.bench.fill.names import mistyped, name, phone

RANDOM = Random(6)


def test_no_two_clients_share_a_phone() -> None:
    numbers = {phone(number) for number in range(50_000)}

    assert len(numbers) == 50_000
    assert {len(number) for number in numbers} == {12}


def test_people_have_three_names_and_firms_their_quotes() -> None:
    for _ in range(500):
        kind, called = name(RANDOM)
        assert ("«" in called) if kind == "company" else (len(called.split()) == 3)


def test_a_slip_changes_the_word_a_little_and_keeps_its_first_letter() -> None:
    for _ in range(200):
        typed = mistyped(RANDOM, "Соколова")
        assert typed[0] == "С"
        assert abs(len(typed) - len("Соколова")) <= 1
        assert set(typed) <= set("Соколова")
