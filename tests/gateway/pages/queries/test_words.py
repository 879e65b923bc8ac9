"""Every text of the gateway's own pages stands in both languages."""

import re

from gateway.pages.queries.words import WORDS, words

USED = re.compile(r't\["([^"]+)"\]')


def test_both_languages_say_the_same_and_nothing_is_left_over() -> None:
    templates = [path.read_text() for path in (WORDS.parent / "templates").iterdir()]
    used = {key for text in templates for key in USED.findall(text)}

    assert used
    assert set(words("ru")) == set(words("en")) == used


def test_no_text_is_empty_or_left_in_the_other_language() -> None:
    cyrillic = re.compile("[А-Яа-яЁё]")

    assert all(words("ru").values())
    assert all(map(cyrillic.search, words("ru").values()))
    assert not [key for key, text in words("en").items() if not text or cyrillic.search(text)]
