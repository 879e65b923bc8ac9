"""Writing and the drift check look at bytes, whether git knows the file or not."""

from pathlib import Path

from tools.gen.__main__ import stale, write

FILES = {"contracts/gen/a.json": "{}\n", "docs/reference/b.md": "Ёж\n"}


def test_what_was_written_is_not_stale(tmp_path: Path) -> None:
    assert write(FILES, tmp_path) == sorted(FILES)

    assert stale(FILES, tmp_path) == []
    assert write(FILES, tmp_path) == []


def test_a_file_changed_by_hand_is_stale_and_comes_back(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    (tmp_path / "contracts/gen/a.json").write_text("{} ")

    assert stale(FILES, tmp_path) == ["contracts/gen/a.json"]
    write(FILES, tmp_path)
    assert (tmp_path / "contracts/gen/a.json").read_bytes() == b"{}\n"


def test_a_missing_file_is_stale(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    (tmp_path / "docs/reference/b.md").unlink()

    assert stale(FILES, tmp_path) == ["docs/reference/b.md"]


def test_a_file_that_nobody_generates_any_more_goes(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    (tmp_path / "contracts/gen/old.json").write_text("{}\n")

    assert stale(FILES, tmp_path) == ["contracts/gen/old.json"]
    write(FILES, tmp_path)
    assert not (tmp_path / "contracts/gen/old.json").exists()


def test_a_foreign_file_outside_the_generated_folders_stays(tmp_path: Path) -> None:
    write(FILES, tmp_path)
    (tmp_path / "docs/reference/by-hand.md").write_text("mine")

    assert stale(FILES, tmp_path) == []
