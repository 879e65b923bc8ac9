"""The table of rights says what contracts/rights.py says."""

from contracts.rights import Permission, Role
from tools.gen.rights import FILE, files

ROWS = {
    cells[0].strip("`"): cells[1:]
    for line in files()[FILE].splitlines()
    if line.startswith("| ")
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}
ROLES = ROWS["permission"]


def test_there_is_a_row_for_each_permission_and_a_column_for_each_role() -> None:
    assert list(Role) == ROLES
    assert set(ROWS) - {"permission"} == set(Permission)


def test_the_desk_edits_the_orders_of_its_own_office() -> None:
    assert ROWS[Permission.ORDERS_EDIT][ROLES.index(Role.DESK)] == "office"


def test_a_workshop_sees_no_clients() -> None:
    assert ROWS[Permission.CLIENTS_READ][ROLES.index(Role.WORKSHOP)] == ""
