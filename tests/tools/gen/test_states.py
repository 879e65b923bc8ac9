"""A state diagram is read off the transition table."""

from collections.abc import Mapping
from enum import Enum, StrEnum
from types import ModuleType

from tools.gen.states import FILE, diagram, files


class Light(StrEnum):
    """What the lamp says."""

    RED = "red"
    GREEN = "green"
    """Go."""
    OFF = "off"


TRANSITIONS: Mapping[Light, frozenset[Light]] = {
    Light.RED: frozenset({Light.GREEN, Light.OFF}),
    Light.GREEN: frozenset({Light.RED}),
    Light.OFF: frozenset(),
}


def test_every_transition_is_an_arrow_and_the_last_stage_ends() -> None:
    found = diagram(TRANSITIONS)

    assert "  [*] --> RED" in found
    assert "  RED --> GREEN" in found
    assert "  GREEN --> RED" in found
    assert "  OFF --> [*]" in found
    assert "  GREEN --> OFF" not in found


def test_a_table_by_verbs_names_them() -> None:
    table: dict[Enum, object] = {Light.RED: {"switch": Light.GREEN}, Light.GREEN: {}}

    assert "  RED --> GREEN: switch" in diagram(table)


def test_the_page_has_the_tables_a_domain_defines_with_their_words() -> None:
    import sys  # noqa: PLC0415 - this very module plays the domain

    module: ModuleType = sys.modules[__name__]
    page = files({"services.road.light.domain": module})[FILE]

    assert "## Light ([services/road/light/domain.py](../../services/road/light/domain.py))" in page
    assert "What the lamp says." in page
    assert "- `green`: Go." in page
