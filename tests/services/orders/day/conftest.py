"""The same company as on the shop floor."""

from tests.services.orders.production.conftest import company

__all__ = ["company"]
