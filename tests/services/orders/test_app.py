"""Who reads whose tables inside the service (decision 0010)."""

import ast
from pathlib import Path

SERVICE = Path(__file__).parents[3] / "services" / "orders"
JOINED = {
    "production/queries/board_orders.py": {"work_orders"},
    "production/queries/counts.py": {"work_orders"},
    "production/queries/routed.py": {"items", "work_orders"},
    "production/queries/shop_queue.py": {"work_orders"},
}
"""Lists that are paged or counted in one join; everything else asks a function of the owner."""


def read_of_the_desk(path: Path) -> set[str]:
    """Names that a file takes from the tables of the desk's slice."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "services.orders.workorders.tables"
        for name in node.names
    }


def test_the_shop_floor_reads_the_desks_tables_only_where_it_pages_or_counts() -> None:
    found = {
        path.relative_to(SERVICE).as_posix(): names
        for path in sorted((SERVICE / "production").rglob("*.py"))
        if (names := read_of_the_desk(path))
    }

    assert found == JOINED


def test_the_desk_knows_nothing_of_the_shop_floor() -> None:
    knowing = [
        path.name
        for path in (SERVICE / "workorders").rglob("*.py")
        if "orders.production" in path.read_text(encoding="utf-8")
    ]

    assert knowing == []
