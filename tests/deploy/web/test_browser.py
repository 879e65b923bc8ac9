"""Which browser the tests get, and that a half-unpacked one is never taken for one."""

import contextlib
import os
import platform
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from deploy.embedded.errors import InstallFailed
from deploy.web import browser, node


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Tools of the test's own, on a machine where nothing is told."""
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    monkeypatch.delenv(browser.SETTING, raising=False)
    monkeypatch.setattr(browser, "APPLICATIONS", ())
    return tmp_path


def program(place: Path) -> Path:
    """Make a program."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("#!/bin/sh\necho Chromium 1\n")
    place.chmod(0o755)
    return place


def installed_as(monkeypatch: pytest.MonkeyPatch, *found: Path) -> None:
    """Let these programs, and no others, be found by their names."""
    by_name = {path.name: str(path) for path in found}
    monkeypatch.setattr(shutil, "which", by_name.get)


def test_the_setting_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed_as(monkeypatch, program(tmp_path / "usr" / "chromium"))
    mine = program(tmp_path / "mine")
    monkeypatch.setenv(browser.SETTING, str(mine))

    found = browser.find()

    assert found is not None
    assert found.program == mine


def test_a_setting_that_names_no_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.SETTING, "/nowhere/chromium")

    with pytest.raises(InstallFailed, match="VITRAZH_CHROMIUM=/nowhere/chromium is no program"):
        browser.find()


def test_an_installed_browser_is_taken_before_our_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    theirs = program(tmp_path / "usr" / "chromium")
    ours = program(browser.own_home() / "chromium")
    installed_as(monkeypatch, theirs)

    assert (found := browser.find()) is not None
    assert found.program == theirs
    monkeypatch.setenv(browser.SETTING, browser.OWN_ONLY)
    assert (found := browser.find()) is not None
    assert found.program == ours


def test_our_own_browser_gets_its_libraries_and_nothing_that_joins_contexts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed_as(monkeypatch)
    program(browser.own_home() / "chromium")

    found = browser.find()

    assert found is not None
    assert str(browser.own_home() / "al2023" / "lib") in found.environment["LD_LIBRARY_PATH"]
    assert found.args == ("--no-sandbox",)


def test_fonts_are_those_of_the_project_on_every_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    browser._fonts()
    conf = ET.parse(tmp_path / "chromium" / "fonts.conf").getroot()  # noqa: S314 - ours

    assert conf.findtext("dir") == str(browser.FONTS)
    assert str(tmp_path) in conf.findtext("cachedir", "")


def test_where_no_browser_can_be_had_the_advice_is_to_install_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed_as(monkeypatch)
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")

    with pytest.raises(InstallFailed, match="install Chromium, Chrome or Edge"):
        browser.ready(lambda _: None)


def offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, says: str) -> None:
    """Let npm offer a browser that is a shell script, packed as the real one is."""
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\n{says}\n")
    library = tmp_path / "libnss3.so"
    library.touch()
    empty, libraries = tmp_path / "empty.tar", tmp_path / "libraries.tar"
    with tarfile.open(empty, "w"):
        pass
    with tarfile.open(libraries, "w") as archive:
        archive.add(library, "lib/libnss3.so")
    tarball = tmp_path / "chromium.tgz"
    pack = (
        'const z=require("node:zlib"),f=require("node:fs");'
        "f.writeFileSync(process.argv[2],z.brotliCompressSync(f.readFileSync(process.argv[1])));"
    )
    with tarfile.open(tarball, "w:gz") as archive:
        for source, name in (
            (script, "chromium.br"),
            (libraries, "al2023.tar.br"),
            (empty, "swiftshader.tar.br"),
        ):
            packed = tmp_path / name
            node.run(["-e", pack, source, packed], cwd=tmp_path, doing="packing", log="pack.log")
            archive.add(packed, f"package/bin/{name}")

    @contextlib.contextmanager
    def fetched(_: object) -> Iterator[Path]:
        yield tarball

    monkeypatch.setattr(node, "fetched", fetched)
    monkeypatch.setattr(browser, "can_be_installed", lambda: True)
    installed_as(monkeypatch)


def test_our_own_browser_is_unpacked_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    offered(monkeypatch, tmp_path, says="echo Chromium 1")

    found = browser.ready(lambda _: None)

    assert os.access(found.program, os.X_OK)
    assert sorted(path.name for path in found.program.parent.iterdir()) == ["al2023", "chromium"]
    assert (found.program.parent / "al2023" / "lib" / "libnss3.so").exists()


def test_a_browser_that_does_not_start_is_not_left_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered(monkeypatch, tmp_path, says="echo libnss3.so is missing >&2; exit 127")

    with pytest.raises(InstallFailed, match=r"does not start here: libnss3\.so is missing"):
        browser.ready(lambda _: None)

    assert browser.find() is None
    assert [p for p in (tmp_path / "chromium").iterdir() if p.is_dir()] == []
