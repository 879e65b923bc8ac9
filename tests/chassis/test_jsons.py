"""JSON as it goes into the database: a quicker writer says what the usual one said."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any
from uuid import UUID

import pytest

from chassis.jsons import dumps


class Word(StrEnum):
    GLASS = "glass"


class Number(IntEnum):
    TWO = 2


AT = datetime(2026, 11, 24, 15, 7, 1, 250_000, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        {"items": "Зеркало 4 мм \\ «серебро» \u2028", "count": 3, "none": None, "yes": True},
        {"word": Word.GLASS, Word.GLASS: [Word.GLASS], "number": Number.TWO, 7: 0.1},
        {"at": AT, "on": date(2026, 11, 24), "id": UUID(int=7), "price": Decimal("8037.00")},
        {"pair": ("a", 1), "deep": {"deeper": [{"v": 1, "is": {}}]}, "set": frozenset({1})},
        [],
        2**53 + 1,
    ],
)
def test_the_same_is_written_as_the_usual_writer_would(value: Any) -> None:
    usual = json.dumps(value, ensure_ascii=False, default=str)

    assert json.loads(dumps(value)) == json.loads(usual)
