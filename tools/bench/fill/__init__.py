"""Years of a workshop's life, copied into the real tables: the bench measures reads on them."""

from tools.bench.fill.clients import Clients
from tools.bench.fill.orders import Orders

__all__ = ["Clients", "Orders"]
