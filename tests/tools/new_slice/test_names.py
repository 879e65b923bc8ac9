"""A slice's names come from its plural noun; rights from its service or by hand."""

import pytest

from contracts.rights import Permission
from tools.new_slice.names import Unfit, names, singular


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("remnants", "remnant"),
        ("price_lists", "price_list"),
        ("deliveries", "delivery"),
        ("boxes", "box"),
        ("branches", "branch"),
    ],
)
def test_the_singular_of_a_plain_plural(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_all_spellings_come_from_one_noun() -> None:
    made = names("orders", "price_lists")

    assert made.folder == "services/orders/price_lists"
    assert made.words["package"] == "services.orders.price_lists"
    assert made.words["Noun"] == "PriceList"
    assert made.words["kebabs"] == "price-lists"
    assert (made.read, made.edit) == (Permission.ORDERS_READ, Permission.ORDERS_EDIT)


def test_a_slice_of_the_gateway_stands_right_under_it() -> None:
    made = names("gateway", "shifts", "STAFF_READ", "STAFF_EDIT")

    assert made.folder == "gateway/shifts"
    assert made.app == "gateway/app.py"


@pytest.mark.parametrize("name", ["Remnants", "remnant", "price-lists", "1s", "utils2"])
def test_what_is_no_plural_noun_is_refused(name: str) -> None:
    with pytest.raises(Unfit, match="no plural noun"):
        names("orders", name)


def test_a_service_without_such_rights_asks_for_them() -> None:
    with pytest.raises(Unfit, match="NOTIFICATIONS_READ"):
        names("notifications", "templates")
