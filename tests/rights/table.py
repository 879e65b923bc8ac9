"""The matrix as a page: one line a row, one column a principal. Its copy in git is read by eye."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from tests.rights.rows import ROWS, Row
from tests.rights.stage.people import EVERYBODY, Who
from tests.rights.stage.routes import routes

PAGE: Final = Path(__file__).parent / "matrix.md"
HEAD: Final = """# Who may do what: every route, every principal

Written by `VITRAZH_RIGHTS_WRITE=1 pytest tests/rights/test_table.py`; read it by eye before you
commit it: a wrong grant stands here as one sign. Source: `contracts/rights.py`, the permission
that each route names, and tests/rights/rows.

`+` it is done · `401` nobody we know · `403` not allowed · `404` not his to see · `422` whose hands?

desk, token: the office of the order; desk-away: another office. worker, tablet: the shop of the
order; art-worker, tablet-art: the other shop. tablet-alone: no worker has typed his PIN.
gone: a tablet that was revoked.
"""


def page(cell: Callable[[Row, Who], str]) -> str:
    """Return the whole page."""
    names = [who.name for who in EVERYBODY]
    lines = [HEAD, _line(["route", "permission", *names]), _line(["---"] * (len(names) + 2))]
    for row in ROWS:
        permission = routes()[row.route].permission
        cells = (cell(row, who) for who in EVERYBODY)
        lines.append(_line([row.name, permission.value if permission else "—", *cells]))
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def expected(row: Row, who: Who) -> str:
    """Return what the rules say of a cell."""
    return row.expected(routes()[row.route], who)
