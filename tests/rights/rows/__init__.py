"""The rows of the matrix: every route of the system stands here at least once."""

from typing import Final

from tests.rights.rows.gateway import GATEWAY
from tests.rights.rows.orders import ORDERS
from tests.rights.rows.records import RECORDS
from tests.rights.rows.row import Row
from tests.rights.rows.shops import SHOPS

ROWS: Final[tuple[Row, ...]] = (*ORDERS, *SHOPS, *RECORDS, *GATEWAY)

__all__ = ["ROWS", "Row"]
