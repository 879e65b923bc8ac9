"""Every route of the system, as its slice declares it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from chassis.http.routes import permission_of
from contracts.rights import Permission
from tools.gen.system import load


@dataclass(frozen=True, slots=True)
class Route:
    """A door: what opens it; no permission = anybody."""

    service: str
    method: str
    path: str
    success: int
    permission: Permission | None
    in_reference: bool

    @property
    def name(self) -> str:
        """Return method and path, as people write them."""
        return f"{self.method} {self.path}"

    @property
    def changes(self) -> bool:
        """Whether it may change anything."""
        return self.method not in {"GET", "HEAD"}


def _permissions(route: APIRoute) -> Iterator[Permission]:
    pending: list[Dependant] = [route.dependant]
    while pending:
        dependant = pending.pop()
        pending += dependant.dependencies
        call: Callable[..., Any] | None = dependant.call
        found = permission_of(call) if call is not None else None
        if found is not None:
            yield found


def _declared(service: str, method: str, route: APIRoute) -> Route:
    found = list(_permissions(route))
    assert len(found) <= 1, f"{method} {route.path} asks for {found}"
    return Route(
        service=service,
        method=method,
        path=route.path,
        success=route.status_code or 200,
        permission=found[0] if found else None,
        in_reference=route.include_in_schema,
    )


@cache
def routes() -> dict[str, Route]:
    """Return every route by its name."""
    declared = [
        _declared(member.name, method, route)
        for member in load().members
        for part in member.service.slices
        for router in part.routes
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in sorted(route.methods or ())
    ]
    return {route.name: route for route in declared}
