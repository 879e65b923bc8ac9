"""A set of servers that these tests may kill: nobody else uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.embedded.servers import ServerSet


@pytest.fixture(scope="session")
def own_set(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerSet]:
    """PostgreSQL, Kafka and Valkey in a folder with a space and Cyrillic letters."""
    root: Path = tmp_path_factory.mktemp("Витраж набор")
    # Started by root, PostgreSQL runs as another user; pytest closes its own folders to others.
    with ServerSet(root, prefer_usual_ports=False) as servers:
        yield servers
