"""The installer says in words what is wrong, before and after."""

import platform
import sys
from pathlib import Path

import pytest

from deploy import bootstrap


def test_an_old_python_is_refused_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(bootstrap.Refused, match=r"3\.11 or newer"):
        bootstrap.check_machine()


def test_a_system_without_glibc_is_sent_to_compose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))

    with pytest.raises(bootstrap.Refused, match="docker compose"):
        bootstrap.check_machine()


def test_a_python_without_ensurepip_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)

    with pytest.raises(bootstrap.Refused, match="install python3-venv"):
        bootstrap.check_machine()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "differs from requirements.txt"),
        ("OSError: [Errno 28] No space left on device", "disk full"),
        ("NewConnectionError('...: Failed to establish')", "cannot reach PyPI"),
        ("ERROR: No matching distribution found for x", "lacks a part"),
        ("something else\nlast words", "last words"),
    ],
)
def test_pips_failure_is_told_in_words(said: str, told: str) -> None:
    assert told in bootstrap.explain(said)


def test_other_requirements_are_another_stamp(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pins = tmp_path / "requirements.txt"
    monkeypatch.setattr(bootstrap, "REQUIREMENTS", pins)
    pins.write_text("a==1")
    before = bootstrap.wanted_stamp()
    pins.write_text("a==2")

    assert bootstrap.wanted_stamp() != before


def test_a_failed_install_leaves_no_stamp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("")
    monkeypatch.setattr(bootstrap, "REQUIREMENTS", tmp_path / "requirements.txt")
    monkeypatch.setattr(bootstrap, "TOOLS", tmp_path)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "LEAST_MB", 0)
    monkeypatch.setattr(bootstrap, "PYTHON", Path("/bin/false"))

    with pytest.raises(bootstrap.Refused, match="pip failed"):
        bootstrap.install_packages()

    assert not bootstrap.up_to_date()
