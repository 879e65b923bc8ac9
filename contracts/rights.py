"""Who may do what: roles of the staff and of the tablets, permissions, and how far each reaches.

The gateway puts roles into the signed token; the service that owns the data decides by this table.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Role(StrEnum):
    """What a person or a tablet is in the company."""

    DESK = "desk"
    """Manager of the order desk (стол заказов)."""
    WORKSHOP = "workshop"
    """Worker of the workshop, or its tablet."""
    ART_SHOP = "art-shop"
    """Worker of the art shop, or its tablet."""
    HEAD_OF_PRODUCTION = "head-of-production"
    DIRECTOR = "director"
    DEPUTY = "deputy"
    ADVERTISING = "advertising"
    QUALITY = "quality"
    ADMIN = "admin"
    DRIVER = "driver"


class Shop(StrEnum):
    """Where pieces are made."""

    WORKSHOP = "workshop"
    ART_SHOP = "art-shop"


class Permission(StrEnum):
    """One thing that may be done; every route and every query names exactly one."""

    CLIENTS_READ = "clients.read"
    CLIENTS_EDIT = "clients.edit"
    CLIENTS_ERASE = "clients.erase"
    """Forget a client for good, as the law on personal data lets him ask."""
    ORDERS_READ = "orders.read"
    ORDERS_PRICE_READ = "orders.price.read"
    ORDERS_EDIT = "orders.edit"
    ORDERS_CANCEL = "orders.cancel"
    ORDERS_ISSUE = "orders.issue"
    ORDERS_ENTER_OLD = "orders.enter-old"
    QUEUE_READ = "production.queue.read"
    PRODUCTION_REPORT = "production.report"
    PRODUCTION_ACCEPT = "production.accept"
    PRODUCTION_CONTROL = "production.control"
    PRODUCTION_ANSWER = "production.answer"
    ORDERS_MOVE = "orders.move"
    MESSAGES_READ = "messages.read"
    MESSAGES_EDIT = "messages.edit"
    """Send a message again, note that the client was told by a call."""
    STAFF_READ = "staff.read"
    STAFF_EDIT = "staff.edit"
    OFFICES_READ = "offices.read"
    OFFICES_EDIT = "offices.edit"
    DEVICES_EDIT = "devices.edit"
    TOKENS_EDIT = "tokens.edit"
    FEED_READ = "feed.read"
    PROFILE = "profile"


class Scope(StrEnum):
    """How far a permission reaches."""

    ALL = "all"
    OWN_OFFICE = "own-office"
    OWN_SHOP = "own-shop"


P = Permission
_READ_ORDERS = {P.ORDERS_READ: Scope.ALL, P.FEED_READ: Scope.ALL}
_EVERYBODY = {P.PROFILE: Scope.ALL, P.OFFICES_READ: Scope.ALL, P.STAFF_READ: Scope.ALL}
_SHOP = {
    P.PROFILE: Scope.ALL,
    P.OFFICES_READ: Scope.ALL,
    P.FEED_READ: Scope.OWN_SHOP,
    P.QUEUE_READ: Scope.OWN_SHOP,
    P.PRODUCTION_REPORT: Scope.OWN_SHOP,
    P.PRODUCTION_ACCEPT: Scope.OWN_SHOP,
    P.PRODUCTION_CONTROL: Scope.OWN_SHOP,
}
_MANAGEMENT = {
    **_EVERYBODY,
    **_READ_ORDERS,
    P.CLIENTS_READ: Scope.ALL,
    P.ORDERS_PRICE_READ: Scope.ALL,
    P.ORDERS_CANCEL: Scope.ALL,
    P.QUEUE_READ: Scope.ALL,
    P.MESSAGES_READ: Scope.ALL,
}

RIGHTS: Final[Mapping[Role, Mapping[Permission, Scope]]] = MappingProxyType(
    {
        Role.DESK: {
            **_EVERYBODY,
            **_READ_ORDERS,
            P.CLIENTS_READ: Scope.ALL,
            P.CLIENTS_EDIT: Scope.ALL,
            P.ORDERS_PRICE_READ: Scope.ALL,
            P.ORDERS_EDIT: Scope.OWN_OFFICE,
            P.ORDERS_CANCEL: Scope.OWN_OFFICE,
            P.ORDERS_ISSUE: Scope.OWN_OFFICE,
            P.ORDERS_MOVE: Scope.OWN_OFFICE,
            P.PRODUCTION_ANSWER: Scope.OWN_OFFICE,
            P.QUEUE_READ: Scope.ALL,
            P.MESSAGES_READ: Scope.ALL,
            P.MESSAGES_EDIT: Scope.ALL,
        },
        Role.WORKSHOP: _SHOP,
        Role.ART_SHOP: _SHOP,
        Role.HEAD_OF_PRODUCTION: {
            **_EVERYBODY,
            **_READ_ORDERS,
            P.QUEUE_READ: Scope.ALL,
            P.PRODUCTION_REPORT: Scope.ALL,
            P.PRODUCTION_ACCEPT: Scope.ALL,
            P.PRODUCTION_CONTROL: Scope.ALL,
        },
        Role.DIRECTOR: {**_MANAGEMENT, P.CLIENTS_ERASE: Scope.ALL},
        Role.DEPUTY: _MANAGEMENT,
        Role.ADVERTISING: {**_EVERYBODY, P.CLIENTS_READ: Scope.ALL, P.ORDERS_READ: Scope.ALL},
        Role.QUALITY: {
            **_EVERYBODY,
            **_READ_ORDERS,
            P.CLIENTS_READ: Scope.ALL,
            P.QUEUE_READ: Scope.ALL,
            P.MESSAGES_READ: Scope.ALL,
        },
        Role.ADMIN: {
            **_EVERYBODY,
            P.STAFF_EDIT: Scope.ALL,
            P.OFFICES_EDIT: Scope.ALL,
            P.DEVICES_EDIT: Scope.ALL,
            P.TOKENS_EDIT: Scope.ALL,
        },
        Role.DRIVER: {
            P.PROFILE: Scope.ALL,
            P.OFFICES_READ: Scope.ALL,
            P.ORDERS_READ: Scope.ALL,
            P.ORDERS_MOVE: Scope.ALL,
        },
    }
)
"""The right `enter-old-orders` (`ORDERS_ENTER_OLD`) is granted to a person, not to a role."""

SHOP_OF_ROLE: Final[Mapping[Role, Shop]] = MappingProxyType(
    {Role.WORKSHOP: Shop.WORKSHOP, Role.ART_SHOP: Shop.ART_SHOP}
)
