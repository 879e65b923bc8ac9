"""What a correction changed, old → new, as short as a tablet can show it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from contracts.orders.items import Change, Corner, Edge, Item
from contracts.orders.words import Urgency
from services.orders.workorders.domain.pieces import name_of

Leaf = tuple[str, str]


def leaves(value: object, path: str = "") -> Iterator[Leaf]:
    """Yield (dotted path, text) of everything that is said; absent and empty things are not."""
    if value is None or value is False or value == ():
        return
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
    elif isinstance(value, tuple):
        for index, element in enumerate(value):
            yield from _element(element, path, index)
    else:
        yield path, str(value.value if isinstance(value, Enum) else value)


def _element(element: object, path: str, index: int) -> Iterator[Leaf]:
    """An edge and a corner are known by their place, other things by their number from 1."""
    match element:
        case Edge():
            yield f"{path}.{element.side.value}", element.kind.value
        case Corner():
            yield f"{path}.{element.at.value}", f"{element.kind.value} {element.size_mm}"
        case _:
            yield from leaves(element, f"{path}.{index + 1}")


def _compare(
    old: Mapping[str, str], new: Mapping[str, str], item_id: UUID | None
) -> Iterator[Change]:
    for field in dict.fromkeys((*old, *new)):
        if old.get(field) != new.get(field):
            yield Change(item_id=item_id, field=field, old=old.get(field), new=new.get(field))


def _of_item(item: Item) -> dict[str, str]:
    return {
        "quantity": str(item.quantity),
        "route": ", ".join(item.route),
        **dict(leaves(item.piece, "piece")),
    }


def _of_order(urgency: Urgency, promised_on: date, pickup_office_id: UUID) -> dict[str, str]:
    return {
        "urgency": urgency.value,
        "promised_on": promised_on.isoformat(),
        "pickup_office_id": str(pickup_office_id),
    }


def _title(item: Item) -> str:
    name = name_of(item)
    return f"{name.ru} × {name.quantity}"


def compare_items(old: tuple[Item, ...], new: tuple[Item, ...]) -> Iterator[Change]:
    """Yield what differs between two revisions' lines, matched by their stable ids."""
    before = {item.id: item for item in old}
    after = {item.id: item for item in new}
    for item_id, item in before.items():
        if item_id not in after:
            yield Change(item_id=item_id, field="item", old=_title(item))
    for item_id, item in after.items():
        if item_id not in before:
            yield Change(item_id=item_id, field="item", new=_title(item))
        else:
            yield from _compare(_of_item(before[item_id]), _of_item(item), item_id)


def compare_terms(
    old: tuple[Urgency, date, UUID], new: tuple[Urgency, date, UUID]
) -> Iterator[Change]:
    """Yield what differs in urgency, promised date and pick-up office."""
    yield from _compare(_of_order(*old), _of_order(*new), None)


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Fold changes of several corrections: first old value, last new one, the undone left out."""
    folded: dict[tuple[UUID | None, str], Change] = {}
    for change in changes:
        place = (change.item_id, change.field)
        first = folded.get(place, change)
        folded[place] = Change(
            item_id=change.item_id, field=change.field, old=first.old, new=change.new
        )
    return tuple(change for change in folded.values() if change.old != change.new)
