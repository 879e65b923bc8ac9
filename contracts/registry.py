"""Loads every contract, so that the registry of the envelope is whole."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from contracts.envelope import REGISTRY


def load() -> Mapping[str, type]:
    """Import every `contracts/*/events.py`; return event type → class."""
    for path in sorted(Path(__file__).parent.glob("*/events.py")):
        import_module(f"contracts.{path.parent.name}.events")
    return REGISTRY
