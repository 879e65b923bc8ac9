"""The screens are built when something has changed, and only then; a failure changes nothing."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from deploy.embedded import paths
from deploy.embedded.errors import InstallFailed
from deploy.web import build, node

BUILDER = """
import { mkdirSync, writeFileSync } from "node:fs";
for (const app of ["office", "workshop"]) {
  mkdirSync(`dist/${app}`, { recursive: true });
  writeFileSync(`dist/${app}/index.html`, "built");
}
"""


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A repository of the test's own: sources, a contract, a builder."""
    folder = tmp_path / "web"
    for name, text in {
        "scripts/build.ts": BUILDER,
        "apps/office/src/main.tsx": "1",
        "package.json": "{}",
        "pnpm-lock.yaml": "lock",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (tmp_path / "openapi").mkdir()
    monkeypatch.setattr(paths, "REPO", tmp_path)
    monkeypatch.setattr(build, "WEB", folder)
    monkeypatch.setattr(build, "DIST", folder / "dist")
    monkeypatch.setattr(build, "BUILD_STAMP", folder / "dist" / ".stamp")
    monkeypatch.setattr(build, "MODULES_STAMP", folder / "node_modules" / ".vitrazh-stamp")
    monkeypatch.setattr(build, "CONTRACT", tmp_path / "openapi")
    return folder


def built(web: Path) -> list[str]:
    """Build and give what was said about it."""
    said: list[str] = []
    build.build(said.append)
    return said


def test_nothing_is_built_twice(web: Path) -> None:
    assert not build.is_built()

    assert built(web) == ["building the office and the workshop"]
    assert built(web) == []


@pytest.mark.parametrize(
    "name", ["web/apps/office/src/main.tsx", "web/apps/new.ts", "web/pnpm-lock.yaml", "openapi/a"]
)
def test_a_changed_source_or_contract_is_built(web: Path, name: str) -> None:
    built(web)
    (web.parent / name).write_text("changed")

    assert built(web) != []


@pytest.mark.parametrize(
    "name", ["apps/office/src/main.test.tsx", "node_modules/a/index.js", "dist/office/extra.js"]
)
def test_what_no_app_is_made_of_changes_nothing(web: Path, name: str) -> None:
    built(web)
    (web / name).parent.mkdir(parents=True, exist_ok=True)
    (web / name).write_text("changed")

    assert built(web) == []


def test_an_app_that_was_deleted_is_built_again(web: Path) -> None:
    built(web)
    (web / "dist" / "workshop" / "index.html").unlink()

    assert built(web) != []


def test_a_failed_build_is_told_and_tried_again(
    web: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(web)
    (web / "scripts" / "build.ts").write_text("throw new Error('a cracked pane')")

    for _ in range(2):
        with pytest.raises(InstallFailed, match="what is served is the build before"):
            built(web)
    assert "a cracked pane" in capsys.readouterr().err
    assert (web / "dist" / "office" / "index.html").read_text() == "built"


def test_packages_are_of_the_lock_and_of_no_source(web: Path) -> None:
    before = build.wanted_modules()
    (web / "apps" / "office" / "src" / "main.tsx").write_text("changed")
    assert build.wanted_modules() == before

    (web / "pnpm-lock.yaml").write_text("another")

    assert build.wanted_modules() != before


def test_packages_are_not_fetched_onto_a_full_disk(
    web: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(node, "pnpm_is_there", lambda: True)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100 * 2**20))

    with pytest.raises(InstallFailed, match="disk full: 100 MB free"):
        build.install(lambda _: None)


def test_a_failed_install_leaves_no_stamp(web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise InstallFailed("unreached")

    monkeypatch.setattr(node, "pnpm_is_there", lambda: True)
    monkeypatch.setattr(node, "run", fail)

    with pytest.raises(InstallFailed, match="unreached"):
        build.install(lambda _: None)
    assert not build.modules_are_there()
