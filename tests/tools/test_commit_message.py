"""Commit messages: kind, scope, words, no full stop."""

import pytest

from tools.commit_message import faults


@pytest.mark.parametrize(
    "message",
    [
        "feat(orders): hand an order over\n",
        "fix!: keep the sequence gapless",
        "docs: say where to click\n\nBecause nobody found it.\n# comment of git\n",
        "Merge branch 'main'",
    ],
)
def test_a_message_that_says_its_kind_passes(message: str) -> None:
    assert faults(message) == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("hand an order over", "first line is not"),
        ("feat: hand over.", "first line is not"),
        ("Feat: hand over", "first line is not"),
        ("", "first line is not"),
        ("feat: " + "x" * 80, "86 characters"),
        ("feat: hand over\nat once", "second line"),
    ],
)
def test_a_message_that_does_not_is_refused_in_words(message: str, said: str) -> None:
    assert any(said in fault for fault in faults(message))
