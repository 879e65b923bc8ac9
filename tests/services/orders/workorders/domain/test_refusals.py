import re

import pytest

from chassis.errors import DomainError
from services.orders.workorders.domain import refusals, rules
from services.orders.workorders.domain.rules import Rule

REFUSALS = [
    value
    for value in vars(refusals).values()
    if isinstance(value, type)
    and issubclass(value, DomainError)
    and value.__module__ == refusals.__name__
]
RULES = [value for value in vars(rules).values() if isinstance(value, Rule)]
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda cls: str(cls.code))
def test_every_refusal_is_a_sentence_in_both_languages(refusal: type[DomainError]) -> None:
    assert CYRILLIC.search(refusal.ru)
    assert not CYRILLIC.search(refusal.en)
    assert refusal.code not in {base.code for base in refusal.__mro__[1:] if hasattr(base, "code")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_every_rule_is_a_sentence_in_both_languages(rule: Rule) -> None:
    fault = rule.at(("items", 0), limit=6000, width=730)

    assert CYRILLIC.search(fault.ru)
    assert not CYRILLIC.search(fault.en)
    assert "{" not in fault.ru + fault.en


def test_codes_are_never_shared() -> None:
    codes = [refusal.code for refusal in REFUSALS] + [rule.code for rule in RULES]

    assert len(codes) == len(set(codes))
