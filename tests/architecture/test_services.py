"""A service's description and its folders say the same."""

import pytest

from chassis.cli import SERVICES
from tests.architecture.tree import ROOT
from tools.gen.system import Member, load

MEMBERS = load().members


def test_the_command_line_knows_every_service() -> None:
    assert {member.name for member in MEMBERS} == set(SERVICES)


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_every_slice_is_named_as_its_folder(member: Member) -> None:
    strange = [
        part.name
        for part in member.service.slices
        if not (ROOT / member.folder / part.name / "__init__.py").exists()
    ]

    assert strange == []


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_every_slice_with_a_door_or_a_table_is_wired(member: Member) -> None:
    """A room that nobody opens is dead code, or worse, a forgotten consumer."""
    wired = {part.name for part in member.service.slices}
    rooms = ("http.py", "bus.py", "jobs.py", "tables.py")
    standing = {
        path.parent.name for room in rooms for path in (ROOT / member.folder).glob(f"*/{room}")
    }

    assert standing - wired - UNWIRED.get(member.name, set()) == set()


UNWIRED = {"gateway": {"guard", "feed", "proxy", "pages"}}
"""Mounted around or beside the routes (`extend`, `wrap`), not as routes of a slice."""


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_a_consumer_group_is_named_after_service_and_slice(member: Member) -> None:
    strange = [
        consumers.group
        for part in member.service.slices
        for consumers in part.consumers
        if consumers.group != f"{member.name}.{part.name}"
    ]

    assert strange == []


def test_no_two_slices_own_one_table() -> None:
    for member in MEMBERS:
        assert len(member.tables) == len(set(member.tables)), member.name


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.name)
def test_a_slice_keeps_its_foreign_keys_at_home(member: Member) -> None:
    for part in member.service.slices:
        if part.metadata is None:
            continue
        for table in part.metadata.sorted_tables:
            assert {key.column.table.name for key in table.foreign_keys} <= set(
                part.metadata.tables
            )
