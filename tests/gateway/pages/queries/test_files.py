"""A file of the build as it is now, and never one beside it."""

import os
from pathlib import Path

import pytest

from gateway.pages.queries import File, find
from tests.gateway.pages.build import BR, FILES, SCRIPT, build

ASSET = ("assets", "office-1a.js")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return build(tmp_path) / "office"


def found(folder: Path, parts: tuple[str, ...], *accepted: str) -> File:
    file = find(folder, parts, accepted)
    assert file is not None
    return file


def test_a_file_is_found_as_it_is(office: Path) -> None:
    file = found(office, ("logo.svg",), "br", "gzip")

    assert file.content.decode() == FILES["office/logo.svg"]
    assert (file.encoding, file.varies) == (None, False)


def test_the_first_accepted_encoding_is_taken(office: Path) -> None:
    assert found(office, ASSET, "br", "gzip").content == BR
    assert found(office, ASSET, "gzip").encoding == "gzip"
    assert found(office, ASSET).content.decode() == SCRIPT
    assert found(office, ASSET).varies


def test_each_form_has_its_own_tag(office: Path) -> None:
    script = office.joinpath(*ASSET)
    forms = [script, script.with_name(script.name + ".br"), script.with_name(script.name + ".gz")]
    for form in forms:  # of one size and one moment, as chance may have it
        form.write_bytes(b"x")
        os.utime(form, ns=(1, 1))

    tags = {found(office, ASSET, *taken).tag for taken in ((), ("br",), ("gzip",))}

    assert len(tags) == 3


@pytest.mark.timeout(10)
def test_what_only_looks_like_a_file_is_not_waited_for(office: Path) -> None:
    os.mkfifo(office / "pipe.js")

    assert find(office, ("pipe.js",)) is None


def test_a_new_build_has_a_new_tag(office: Path) -> None:
    before = found(office, ("logo.svg",)).tag
    assert found(office, ("logo.svg",)).tag == before

    stat = (office / "logo.svg").stat()
    os.utime(office / "logo.svg", ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))

    assert found(office, ("logo.svg",)).tag != before


def test_a_compressed_file_of_an_older_build_is_not_taken(office: Path) -> None:
    script = office.joinpath(*ASSET)
    packed = script.with_name(script.name + ".br")
    os.utime(packed, ns=(0, script.stat().st_mtime_ns - 1))

    assert found(office, ASSET, "br", "gzip").encoding == "gzip"


@pytest.mark.parametrize(
    "parts",
    [
        (), ("assets",), ("none.js",), ("..", "secret.txt"), ("assets", "..", "..", "secret.txt"),
        ("logo.svg", "x"), ("a\0b",), ("\ud800",), ("x" * 300,), ("x/" * 3000,),
        ("assets", "office-1a.js.br"),
    ],
)  # fmt: skip
def test_there_is_no_such_file(office: Path, parts: tuple[str, ...]) -> None:
    assert find(office, parts) is None


def test_a_link_out_of_the_folder_leads_nowhere(office: Path) -> None:
    (office / "out.txt").symlink_to(office.parent / "secret.txt")
    (office / "logo.svg.br").symlink_to(office.parent / "secret.txt")
    (office / "in.svg").symlink_to(office / "logo.svg")

    assert find(office, ("out.txt",)) is None
    assert found(office, ("logo.svg",), "br").encoding is None
    assert find(office, ("in.svg",)) is not None


def test_a_build_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert find(tmp_path / "office", ("index.html",)) is None
