"""Words in the reader's language; an order of before English was kept says them in Russian."""

from dataclasses import replace

import pytest

from chassis.actor import Actor
from services.orders.workorders.queries.summary import summary_for

BOTH = {"summary": "Зеркало 800×1200", "summary_en": "Mirror 800×1200"}


@pytest.mark.parametrize(
    ("language", "english", "said"),
    [
        ("ru", "Mirror 800×1200", "Зеркало 800×1200"),
        ("en", "Mirror 800×1200", "Mirror 800×1200"),
        ("en", "", "Зеркало 800×1200"),
    ],
)
def test_words_are_the_readers(language: str, english: str, said: str) -> None:
    reader = replace(Actor(subject="staff:1"), language=language)

    assert summary_for(reader, BOTH | {"summary_en": english}) == said
