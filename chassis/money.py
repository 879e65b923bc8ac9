"""Money: roubles with two decimals, never a binary fraction; a string in JSON."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer

RUB_QUANTUM = Decimal("0.01")

Rub = Annotated[
    Decimal,
    Field(ge=0, max_digits=14, decimal_places=2),
    PlainSerializer(lambda value: f"{value:.2f}", return_type=str, when_used="json"),
]
"""Sum in RUB on the wire: `"8037.00"`."""
