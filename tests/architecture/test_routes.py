"""Who may call it stands in the route: exactly one permission, or a place in the public list."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from chassis.http import public
from chassis.http.routes import permission_of
from contracts.rights import RIGHTS, Permission
from tools.gen.system import load

PUBLIC = {
    # Before anybody is known; a session that is gone is ended all the same.
    "gateway POST /api/session",
    "gateway DELETE /api/session",
    "gateway POST /api/devices/pair",
    # A provider reports what became of a message; it proves itself by the sealed address.
    "notifications POST /api/sms-reports",
}
"""Routes with a transaction that anybody may call; each says `public`."""
PAGES = {
    "gateway GET /favicon.ico",
    "gateway GET /static/{name}",
    "gateway GET /api/docs",
    "gateway GET /api/docs/{name}",
    "gateway GET /api/docs/start.js",
    "gateway GET /api/openapi.json",
}
"""Files, the same for everybody: no data, no dependency."""
GRANTED_TO_PERSONS = {Permission.ORDERS_ENTER_OLD}
"""Given beside the roles, by hand."""


@dataclass(frozen=True)
class Declared:
    """A route as its slice declares it."""

    name: str
    route: APIRoute

    def callables(self) -> Iterator[object]:
        """Yield every dependency of the route, however deep."""
        pending: list[Dependant] = [self.route.dependant]
        while pending:
            dependant = pending.pop()
            pending += dependant.dependencies
            yield dependant.call

    @property
    def permissions(self) -> list[Permission]:
        """What the route asks of its caller."""
        found = (permission_of(call) for call in self.callables() if callable(call))
        return [permission for permission in found if permission is not None]

    @property
    def is_public(self) -> bool:
        """Whether the route says `public`."""
        return public.dependency in set(self.callables())


DECLARED = [
    Declared(f"{member.name} {method} {route.path}", route)
    for member in load().members
    for part in member.service.slices
    for router in part.routes
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.name)
def test_a_route_names_one_permission_or_is_in_the_public_list(declared: Declared) -> None:
    listed = declared.name in PUBLIC

    assert declared.is_public == listed
    assert len(declared.permissions) == (0 if listed or declared.name in PAGES else 1)


def test_a_page_asks_for_nothing_and_holds_no_data() -> None:
    asking = [
        declared.name
        for declared in DECLARED
        if declared.name in PAGES and declared.route.dependant.dependencies
    ]

    assert asking == []


def test_the_lists_name_only_routes_that_exist() -> None:
    assert (PUBLIC | PAGES) - {declared.name for declared in DECLARED} == set()


def test_every_route_lives_under_its_own_noun() -> None:
    strange = [
        declared.name
        for declared in DECLARED
        if not declared.route.path.startswith("/api/") and declared.name not in PAGES
    ]

    assert strange == []


def test_every_permission_is_given_to_somebody() -> None:
    given = {permission for rights in RIGHTS.values() for permission in rights}

    assert set(Permission) - given == GRANTED_TO_PERSONS


def test_every_route_says_what_the_shop_does_with_it() -> None:
    silent = [declared.name for declared in DECLARED if not declared.route.endpoint.__doc__]

    assert silent == []
