"""The table of addresses and the merged description come from generated files only."""

import json
from pathlib import Path

from gateway.proxy.queries import EMPTY, OWN, UPLOADS, openapi, route_table


def test_the_table_names_no_address_of_the_gateway_itself() -> None:
    table = route_table()

    assert table["/api/work-orders"] == "orders"
    assert OWN not in table.values()


def test_without_a_generated_description_an_empty_one_is_given(tmp_path: Path) -> None:
    assert openapi(tmp_path / "none.json") == EMPTY


def test_the_generated_description_is_given_as_it_is(tmp_path: Path) -> None:
    made = tmp_path / "openapi.json"
    made.write_bytes(b'{"openapi":"3.1.0"}')

    assert openapi(made) == b'{"openapi":"3.1.0"}'


def test_every_address_that_takes_a_file_takes_a_large_one() -> None:
    taking = {
        path
        for path, methods in json.loads(openapi())["paths"].items()
        if "application/octet-stream"
        in methods.get("post", {}).get("requestBody", {}).get("content", {})
    }

    assert {path for path in taking if not path.endswith(UPLOADS)} == set()
    assert {end for end in UPLOADS if not any(path.endswith(end) for path in taking)} == set()
