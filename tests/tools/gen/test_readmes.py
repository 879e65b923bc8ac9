"""The generated block of a README is renewed between its markers, the rest stays."""

from pathlib import Path

import pytest

from tests.tools.gen.sample import SYSTEM
from tools.gen.readmes import BEGIN, END, files, replaced


def test_only_the_block_changes() -> None:
    text = f"# Orders\n\nOurs.\n\n{BEGIN}\nold\n{END}\n\nRunbook.\n"

    assert replaced(text, "new") == f"# Orders\n\nOurs.\n\n{BEGIN}\n\nnew\n\n{END}\n\nRunbook.\n"


@pytest.mark.parametrize("text", ["no markers", BEGIN, f"{END}{BEGIN}"])
def test_a_missing_marker_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="not found"):
        replaced(text, "new")


def test_a_block_says_what_is_published_consumed_and_owned(tmp_path: Path) -> None:
    found = files(SYSTEM, tmp_path)

    assert "| `clients.client.changed.v1` | `clients.clients.v1` |" in (
        clients := found["services/clients/README.md"]
    )
    assert "Owns the tables `clients`." in clients
    assert (
        "| `clients.client.changed.v1` | `notifications.messages` |"
        in (found["services/notifications/README.md"])
    )


def test_what_stands_around_the_block_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "services/clients/README.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"Mine.\n{BEGIN}\n{END}\n")

    assert files(SYSTEM, tmp_path)["services/clients/README.md"].startswith("Mine.\n")
