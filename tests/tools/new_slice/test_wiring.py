"""The composition root gets the slice and stays what it was."""

import ast

import pytest

from tools.new_slice.names import Unfit, names
from tools.new_slice.wiring import wired

MADE = names("orders", "remnants")
APP = '''"""The orders service — наряды."""

from chassis.service import Service, Slice
from services.orders.workorders import http

service = Service(
    name="orders",
    slices=(Slice(name="workorders", routes=(http.router,)),),
)
'''


@pytest.mark.parametrize(
    "text", [APP, APP.replace("),),\n", ")],\n").replace("(Slice", "[Slice")], ids=["tuple", "list"]
)
def test_the_slice_is_imported_and_stands_last(text: str) -> None:
    found = wired(text, MADE)

    ast.parse(found)
    assert "from services.orders.remnants import tables as remnants_tables\n" in found
    assert found.index('name="workorders"') < found.index('Slice(name="remnants"')


def test_a_root_without_slices_is_refused() -> None:
    with pytest.raises(Unfit, match=r"no Service\(slices"):
        wired("service = None\n", MADE)
