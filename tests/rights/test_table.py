"""The page in git, the rules and the routes say the same; no route is left out."""

import json
import os

from gateway.proxy.queries import OPENAPI
from tests.rights import table
from tests.rights.rows import ROWS
from tests.rights.stage.routes import routes

GUIDES = {"head", "get", "put", "post", "patch", "delete"}


def test_every_route_has_its_row() -> None:
    assert {row.route for row in ROWS} == set(routes())


def test_every_operation_of_the_reference_is_a_route() -> None:
    paths = json.loads(OPENAPI.read_bytes())["paths"]
    told = {
        f"{method.upper()} {path}"
        for path, said in paths.items()
        for method in GUIDES & said.keys()
    }

    assert told == {route.name for route in routes().values() if route.in_reference}


def test_the_page_that_was_read_by_eye_is_what_the_rules_say() -> None:
    written = table.page(table.expected)
    if os.environ.get("VITRAZH_RIGHTS_WRITE"):
        table.PAGE.write_text(written, encoding="utf-8")

    assert table.PAGE.read_text(encoding="utf-8") == written
