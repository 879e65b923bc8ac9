"""A client as lists show him."""

from collections.abc import Mapping
from typing import Any

from services.clients.registry.schemas import ClientRow
from services.clients.registry.tables import clients

ROW = [clients.c[name] for name in ClientRow.model_fields]
"""What a list reads of a client."""
BEHIND = "\U0010ffff"
"""Sorts behind every letter: the end of all that begins so."""


def client_row(row: Mapping[Any, Any]) -> ClientRow:
    """Return the client in a list."""
    return ClientRow.model_validate({name: row[name] for name in ClientRow.model_fields})
