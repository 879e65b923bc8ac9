"""Money: exact, two decimals, a string in JSON."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from chassis.money import Rub


class Bill(BaseModel):
    sum: Rub


@given(st.decimals(0, Decimal("999999999999.99"), places=2))
def test_a_sum_comes_back_exactly_as_a_string_of_two_decimals(value: Decimal) -> None:
    wire = Bill(sum=value).model_dump_json()
    assert wire == f'{{"sum":"{value:.2f}"}}'
    assert Bill.model_validate_json(wire).sum == value


@pytest.mark.parametrize(
    "wrong", ["-0.01", "0.001", "1" * 13, "NaN", "Infinity", "-Infinity", "1 000", "1,5", "", None]
)
def test_what_is_no_sum_is_refused(wrong: str | None) -> None:
    with pytest.raises(ValidationError):
        Bill.model_validate({"sum": wrong})


def test_a_binary_fraction_never_comes_in_between() -> None:
    assert Bill.model_validate_json('{"sum": "0.10"}').sum + Decimal("0.20") == Decimal("0.30")
    assert isinstance(Bill(sum=Decimal(1)).model_dump()["sum"], Decimal)
