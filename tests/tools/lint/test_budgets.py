"""Each rule of tools/lint/budgets.py goes red on its breach and lets the allowed line pass."""

import pytest

from tests.tools.lint.planted import ALLOWED, PLANTED
from tools.lint.__main__ import check_text
from tools.lint.budgets import RULES

CODES = {rule.code for rule in RULES}


@pytest.mark.parametrize(("code", "path", "text"), [case for case in PLANTED if case[0] in CODES])
def test_a_breach_is_found(code: str, path: str, text: str) -> None:
    assert code in {finding.split()[1] for finding in check_text(path, text)}


@pytest.mark.parametrize(("code", "path", "text"), [case for case in ALLOWED if case[0] in CODES])
def test_what_is_allowed_passes(code: str, path: str, text: str) -> None:
    assert code not in {finding.split()[1] for finding in check_text(path, text)}
