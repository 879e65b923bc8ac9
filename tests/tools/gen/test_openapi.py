"""OpenAPI of all members as one document, and the route table read off it."""

from typing import Any

import pytest

from contracts.rights import Permission
from tests.tools.gen.sample import SYSTEM
from tools.gen.openapi import ROUTES, Clash, files, merged, routes


def document(path: str, **schemas: Any) -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Page"}
    return {
        "paths": {path: {"get": {"responses": {"200": reference}}}},
        "components": {"schemas": schemas},
    }


def test_a_prefix_leads_to_the_member_that_answers_there() -> None:
    found = routes({"clients": document("/api/clients/{id}/tasks"), "x": document("/health/live")})

    assert found == {"/api/clients": "clients"}


def test_two_members_under_one_prefix_are_refused() -> None:
    documents = {"clients": document("/api/clients"), "orders": document("/api/clients/{id}")}

    with pytest.raises(Clash, match="/api/clients: clients and orders"):
        routes(documents)


def test_one_path_of_two_members_is_refused() -> None:
    documents = {"clients": document("/api/clients"), "orders": document("/api/clients")}

    with pytest.raises(Clash, match="/api/clients"):
        merged(documents)


def test_a_schema_name_with_two_meanings_gets_its_members_name() -> None:
    found = merged(
        {
            "clients": document("/api/clients", Page={"type": "object"}, Same={"type": "string"}),
            "orders": document("/api/orders", Page={"type": "array"}, Same={"type": "string"}),
        }
    )

    assert set(found["components"]["schemas"]) == {"ClientsPage", "OrdersPage", "Same"}
    answer = found["paths"]["/api/orders"]["get"]["responses"]["200"]
    assert answer == {"$ref": "#/components/schemas/OrdersPage"}


def test_a_list_of_what_means_two_things_means_two_things() -> None:
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/Row"}}
    found = merged(
        {
            "clients": document("/api/clients", Page=rows, Row={"type": "object"}),
            "orders": document("/api/orders", Page=rows, Row={"type": "array"}),
        }
    )

    pages = {
        name: body["items"]["$ref"].rpartition("/")[2]
        for name, body in found["components"]["schemas"].items()
        if name.endswith("Page")
    }
    assert pages == {"ClientsPage": "ClientsRow", "OrdersPage": "OrdersRow"}


def test_a_member_describes_itself_without_a_running_process() -> None:
    found = SYSTEM.members[0].openapi()

    assert found["paths"]["/api/clients/{client_id}"]["get"]["operationId"] == "clients-client"
    assert Permission.CLIENTS_READ


def test_the_route_table_is_a_module_without_the_gateways_own_routes() -> None:
    found = files({"clients": document("/api/clients"), "gateway": document("/api/offices")})
    names: dict[str, Any] = {}

    exec(found[ROUTES], names)  # noqa: S102 - our own generated module

    assert dict(names["ROUTES"]) == {"/api/clients": "clients"}
