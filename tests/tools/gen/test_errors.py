"""The rulebook lists every refusal of the product, none of the tests."""

from chassis.errors import Conflict, NotFound
from tools.gen.errors import FILE, errors, files


class OnlyInATest(Conflict):
    """Not of the product."""

    code = "only-in-a-test"


def test_a_refusal_stands_with_code_status_and_both_sentences() -> None:
    (row,) = [line for line in files()[FILE].splitlines() if line.startswith("| `not-found`")]

    assert row.split(" | ")[1:4] == ["404", "Не найдено", "Not found"]


def test_the_product_alone_is_listed() -> None:
    found = set(errors())

    assert NotFound in found
    assert OnlyInATest not in found


def test_a_refusal_is_listed_once() -> None:
    found = list(errors())

    assert len(found) == len(set(found))
