"""Clients in their own service and as the orders service knows them."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from chassis.ids import new_id
from services.clients.registry.domain import searchable, words_of
from tools.bench.fill.copying import Connection, copy_in, without_slow_indexes
from tools.bench.fill.names import name, phone

CHUNK: Final = 20_000
_WORDS: Final = "INSERT INTO client_words SELECT unnest($1::text[]) ON CONFLICT DO NOTHING"


class Clients:
    """Grows the client base; the same seed makes the same base."""

    def __init__(self, own: Connection, orders: Connection, *, seed: int = 6) -> None:
        self.own = own
        self.orders = orders
        self.random = Random(seed)  # noqa: S311 - test data
        self.ids: list[UUID] = []
        self.names: list[str] = []

    async def grow(self, count: int) -> None:
        """Add clients until there are so many of ours."""
        if count <= len(self.ids):
            return
        async with without_slow_indexes(self.own), without_slow_indexes(self.orders):
            while len(self.ids) < count:
                some = range(len(self.ids), min(count, len(self.ids) + CHUNK))
                cards = [self._card(number) for number in some]
                await copy_in(self.own, "clients", cards)
                await self.own.execute(_WORDS, sorted(_words(cards)))
                await copy_in(self.orders, "known_clients", [_known(card) for card in cards])

    def _card(self, number: int) -> dict[str, Any]:
        kind, called = name(self.random)
        id_, own_phone = new_id(), phone(number)
        email = f"client{number}@example.ru" if self.random.random() < 1 / 3 else None
        at = datetime.now(UTC) - timedelta(days=self.random.randrange(3000))
        self.ids.append(id_)
        self.names.append(called)
        return {
            "id": id_,
            "sequence": 1,
            "kind": kind,
            "name": called,
            "phones": [own_phone],
            "email": email,
            "language": "ru",
            "channel": "sms",
            "search_text": f" {searchable(called)} {own_phone[1:]} {searchable(email or '')}".rstrip(),
            "created_at": at,
            "changed_at": at,
        }


def _words(cards: list[dict[str, Any]]) -> set[str]:
    return {word for card in cards for word in words_of(card["name"])}


def _known(card: dict[str, Any]) -> dict[str, Any]:
    same = ("id", "sequence", "name", "phones", "language", "channel")
    return {each: card[each] for each in same} | {"phone_digits": card["phones"][0][1:]}
