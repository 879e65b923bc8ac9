"""An order's lines in words, in the language of who reads them."""

from collections.abc import Mapping
from typing import Any

from chassis.actor import Actor


def summary_for(actor: Actor, order: Mapping[Any, Any]) -> str:
    """Return the lines in English to an English desk, in Russian to the others."""
    english: str = order["summary_en"]
    russian: str = order["summary"]
    return english if english and actor.language == "en" else russian
