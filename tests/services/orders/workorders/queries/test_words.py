"""What a word may be, and what is looked for then."""

import pytest

from services.orders.workorders.queries.words import Word, spoken


@pytest.mark.parametrize(
    ("typed", "word", "values"),
    [
        ("Иванова", Word(), {"text0": "%Иванова%"}),
        ("50%_/", Word(), {"text0": "%50/%/_//%"}),
        ("417", Word(), {"text0": "%417%"}),
        ("555-12-34", Word(phone=True), {"text0": "%555-12-34%", "digits0": "%5551234%"}),
        (
            "89215551234",
            Word(phone=True),
            {"text0": "%89215551234%", "digits0": "%79215551234%"},
        ),
        (
            "12.3",
            Word(date=True),
            {"text0": "%12.3%", "day0": 12, "month0": 3, "year0": None},
        ),
        (
            "12.03.2026",
            Word(date=True),
            {"text0": "%12.03.2026%", "day0": 12, "month0": 3, "year0": 2026},
        ),
    ],
)
def test_a_word_is_looked_for_as_what_it_may_be(
    typed: str, word: Word, values: dict[str, object]
) -> None:
    assert spoken(typed) == ((word,), values)


def test_no_more_than_five_words_are_looked_for() -> None:
    words, values = spoken("а б в г д е")

    assert (len(words), list(values)) == (5, [f"text{at}" for at in range(5)])


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_nothing_typed_asks_for_nothing(nothing: str | None) -> None:
    assert spoken(nothing) == ((), {})
