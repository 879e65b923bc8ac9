"""The likest names, when no card holds what was typed: a letter was left out, doubled, swapped.

Every word is looked up among all words of names, of which there are few; then those who bear
the words found are read by the beginning of their cards. A slip may also move the break between
two words: a word without a like is then taken together with its neighbours.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    ARRAY,
    Float,
    Select,
    Text,
    any_,
    bindparam,
    column,
    func,
    literal,
    select,
    true,
)

from chassis.db import ReadDb
from chassis.statements import Prepared
from services.clients.registry.domain import searchable
from services.clients.registry.queries.rows import BEHIND, ROW
from services.clients.registry.tables import beginning, client_words, clients

NEAREST = 6
"""Words that a mistyped one may have been."""
MOST_WORDS = 6
"""More words than a name has are compared as one text."""

Meant = Mapping[str, Mapping[str, float]]
"""Each word typed → the words that it may have been → how far from it, 0–1."""

Rows = Sequence[Mapping[Any, Any]]

_typed = (
    func.unnest(bindparam("words", type_=ARRAY(Text)))
    .table_valued(column("typed", Text))
    .render_derived()
)
_distance = client_words.c.word.op("<->", return_type=Float())(_typed.c.typed)
_near = (
    select(client_words.c.word, _distance.label("distance"))
    .where(client_words.c.word.op("%")(_typed.c.typed))
    .order_by(_distance)
    .limit(NEAREST)
    .lateral()
)
_MEANT = Prepared(
    select(_typed.c.typed, _near.c.word, _near.c.distance).select_from(_typed.join(_near, true()))
)


async def likest(db: ReadDb, typed: str, limit: int) -> Rows:
    """Return the clients whose names are the likest, the likest first."""
    words = searchable(typed).split()
    rows: Rows = ()
    if len(words) <= MOST_WORDS:
        rows = await _bearers(db, words, limit)
    return rows or await db.rows(_whole(typed, limit))


async def _bearers(db: ReadDb, words: Sequence[str], limit: int) -> Rows:
    meant = await _meant(db, words)
    torn = set(words).difference(meant)
    if not torn:
        rows = await _who_bear(db, words, meant, limit)
        if len(words) == 1 and not _bears_nearest(rows, meant[words[0]]):
            return []
        if rows or len(words) == 1:
            return sorted(rows, key=lambda row: (_far(row["name"], meant), row["name"]))[:limit]
    pieces = await _pieces(db, words, torn or set(words))
    wider = {word: {**pieces.get(word, {}), **meant.get(word, {})} for word in words}
    if not all(wider.values()):
        return []
    rows = await _who_bear(db, words, wider, limit)
    typed = " ".join(words)
    return sorted(rows, key=lambda row: (_unlike(row["name"], typed), row["name"]))[:limit]


async def _who_bear(db: ReadDb, words: Sequence[str], meant: Meant, limit: int) -> Rows:
    patterns = {f"w{n}": [f"% {each}%" for each in meant[word]] for n, word in enumerate(words)}
    begins = sorted({each for near in meant.values() for each in near})
    return await db.ask(_beginning(len(words)), begins=begins, most=limit, **patterns)


async def _pieces(db: ReadDb, words: Sequence[str], torn: set[str]) -> Meant:
    """Return what torn words may be pieces of: each is looked up as one with its neighbours."""
    pairs = [pair for pair in pairwise(words) if torn.intersection(pair)]
    meant = await _meant(db, ["".join(pair) for pair in pairs])
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        for word in torn.intersection(pair):
            found[word] |= meant.get("".join(pair), {})
    return found


def _unlike(name: str, typed: str) -> float:
    """Return how unlike a name is to what was typed, as a whole, 0–1.

    A piece of a word tells little of which one: all who bear its neighbours would be equally far.
    """
    return 1 - SequenceMatcher(None, typed, searchable(name)).ratio()


def _far(name: str, meant: Meant) -> float:
    """Return how far a name is from what was typed: the sum of its words' distances."""
    bears = searchable(name).split()
    return sum(min(near.get(word, 1.0) for word in bears) for near in meant.values())


def _bears_nearest(rows: Rows, near: Mapping[str, float]) -> bool:
    """Tell whether one word alone led to its nearest: it may stand elsewhere than first."""
    nearest = min(near, key=near.__getitem__)
    return any(nearest in searchable(row["name"]).split() for row in rows)


async def _meant(db: ReadDb, words: Sequence[str]) -> Meant:
    # Numbers are no words: one in a name («Мебель-Град 12») is meant as it is.
    found: dict[str, dict[str, float]] = defaultdict(dict)
    found |= {word: {word: 0.0} for word in words if word.isdigit()}
    for row in await db.ask(_MEANT, words=sorted(set(words).difference(found))):
        found[row["typed"]][row["word"]] = row["distance"]
    return found


@cache
def _beginning(count: int) -> Prepared:
    """Return the statement: who begins with one of the words, and bears one of each list."""
    begin = (
        func.unnest(bindparam("begins", type_=ARRAY(Text)))
        .table_valued(column("word", Text))
        .render_derived()
    )
    low = literal(" ").concat(begin.c.word).concat(" ")
    # Not the column itself: its index of trigrams, asked for every list and every beginning anew,
    # took a second where the few cards of a beginning are read in a millisecond.
    card = clients.c.search_text.concat("")
    bears = [card.like(any_(bindparam(f"w{n}", type_=ARRAY(Text)))) for n in range(count)]
    bearers = (
        select(*ROW)
        .where(beginning >= low, beginning < low.concat(literal(BEHIND)), *bears)
        .order_by(beginning, clients.c.id)
        .limit(bindparam("most"))
        .lateral("bearers")
    )
    return Prepared(select(bearers).select_from(begin.join(bearers, true())))


def _whole(typed: str, limit: int) -> Select[Any]:
    """Return the statement by the likeness of the whole text, however it is ordered: dear."""
    words = literal(searchable(typed))
    near = words.op("<<->")(clients.c.search_text)
    return select(*ROW).where(words.op("<%")(clients.c.search_text)).order_by(near).limit(limit)
