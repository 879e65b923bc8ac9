"""Generated files of web/ are compared with what would be written, and left as they were."""

from pathlib import Path

import pytest

from deploy.embedded import paths
from deploy.embedded.errors import InstallFailed
from deploy.web import drift, node


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A web/ with two generated files; one kind by name, one by folder."""
    generated = tmp_path / "packages" / "api" / "src" / "gen"
    generated.mkdir(parents=True)
    (generated / "index.ts").write_text("old")
    (tmp_path / "words.gen.ts").write_text("words")
    (tmp_path / "main.ts").write_text("by hand")
    monkeypatch.setattr(drift, "WEB", tmp_path)
    monkeypatch.setattr(drift, "GENERATED", generated)
    monkeypatch.setattr(paths, "REPO", tmp_path)
    return tmp_path


def writing(monkeypatch: pytest.MonkeyPatch, files: dict[Path, str]) -> None:
    """Let the generators write these files."""

    def write(*_: object, **__: object) -> str:
        for path, text in files.items():
            path.write_text(text)
        return ""

    monkeypatch.setattr(node, "run", write)


def test_the_same_files_are_no_drift(web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing(monkeypatch, {web / "words.gen.ts": "words"})

    drift.check()


def test_a_stale_file_is_named_and_put_back(web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale, new = drift.GENERATED / "index.ts", drift.GENERATED / "sdk.gen.ts"
    writing(monkeypatch, {stale: "new", new: "new"})

    with pytest.raises(InstallFailed, match=r"index\.ts.*sdk\.gen\.ts; run `make gen`"):
        drift.check()
    assert stale.read_text() == "old"
    assert not new.exists()


def test_what_people_write_is_not_compared(web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing(monkeypatch, {web / "main.ts": "changed"})

    drift.check()


def test_a_generator_that_fails_half_way_changes_nothing(
    web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> str:
        (web / "words.gen.ts").write_text("half")
        raise InstallFailed("no such schema")

    monkeypatch.setattr(node, "run", fail)

    with pytest.raises(InstallFailed, match="no such schema"):
        drift.check()
    assert (web / "words.gen.ts").read_text() == "words"
