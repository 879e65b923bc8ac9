"""What may be read of the clients."""

from services.clients.registry.queries.cards import client, history, states
from services.clients.registry.queries.finding import search
from services.clients.registry.queries.suspects import duplicates

__all__ = ["client", "duplicates", "history", "search", "states"]
