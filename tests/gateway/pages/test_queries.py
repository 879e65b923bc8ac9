"""Every text of the pages stands in both languages, and every word of the trade has one."""

import re
from pathlib import Path

import pytest

from contracts.envelope import REGISTRY, spec_of
from contracts.orders.words import Material, Product, Stage, Urgency
from contracts.orders.work import WorkState
from contracts.registry import load
from contracts.rights import Shop
from contracts.topics import WORK_ORDERS
from gateway.pages.queries import WORDS, words, words_json

PAGES = WORDS.parent
LISTS = {
    "stage": Stage,
    "folder": Stage,
    "urgency": Urgency,
    "product": Product,
    "material": Material,
    "work": WorkState,
    "shop": Shop,
}
BY_CODE = re.compile(r'\bword\(\s*"([^"$]+)"')
IN_TEMPLATE = re.compile(r't\["([^"]+)"\]')


def test_english_is_complete() -> None:
    assert set(words("en")) == set(words("ru"))


def test_the_same_values_are_filled_in() -> None:
    fields = re.compile(r"\{\w+\}")

    for key, text in words("ru").items():
        assert set(fields.findall(text)) == set(fields.findall(words("en")[key])), key


def test_no_text_is_empty_or_left_in_the_other_language() -> None:
    cyrillic = re.compile("[А-Яа-яЁё]")

    assert all(words("ru").values())
    assert not [k for k, v in words("en").items() if cyrillic.search(v) and k != "other-language"]


@pytest.mark.parametrize("name", LISTS)
def test_every_word_of_the_trade_is_named(name: str) -> None:
    assert not [item for item in LISTS[name] if f"{name}.{item.value}" not in words("ru")]


def test_every_event_of_a_work_order_is_named() -> None:
    load()
    types = [t for t, cls in REGISTRY.items() if spec_of(cls).topic == WORK_ORDERS]

    assert types
    assert not [t for t in types if f"event.{t}" not in words("ru")]


@pytest.mark.parametrize("path", sorted((PAGES / "static").glob("*.js")), ids=lambda p: p.name)
def test_every_word_of_a_script_is_there(path: Path) -> None:
    assert not [key for key in BY_CODE.findall(path.read_text()) if key not in words("ru")]


@pytest.mark.parametrize("path", sorted((PAGES / "templates").glob("*")), ids=lambda p: p.name)
def test_every_word_of_a_template_is_there(path: Path) -> None:
    assert not [key for key in IN_TEMPLATE.findall(path.read_text()) if key not in words("ru")]


def test_words_cannot_leave_their_script_element() -> None:
    assert "<" not in words_json("ru")
    assert "&" not in words_json("en")
