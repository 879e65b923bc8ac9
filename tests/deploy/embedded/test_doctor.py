"""The doctor names what is wrong, and what to do about it."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from deploy.embedded import doctor, folders, paths, ports
from deploy.embedded.valkey import Valkey
from deploy.web import browser, build, node


@pytest.mark.parametrize(
    ("free_mb", "weight"), [(100, doctor.BAD), (1000, doctor.NOTE), (5000, doctor.GOOD)]
)
def test_a_full_disk_is_bad(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free_mb: int, weight: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free_mb * 2**20))

    assert [finding.weight for finding in doctor.disk(tmp_path)] == [weight]


def test_a_taken_port_is_named_with_its_holder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.create_server((ports.HOST, 0)) as other:
        held = other.getsockname()[1]
        monkeypatch.setattr(Valkey, "usual_port", held)
        words = [finding.words for finding in doctor.port_numbers(tmp_path)]

    assert [line for line in words if f"port {held} (valkey) is held by" in line]


def test_a_damaged_jar_is_bad(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    (tmp_path / "jars").mkdir()
    (tmp_path / "jars" / "zipkin-server-3.5.1-exec.jar").write_bytes(b"half")

    bad = [finding.words for finding in doctor.parts(tmp_path) if finding.weight == doctor.BAD]

    assert any("zipkin-server-3.5.1-exec.jar differs from jars.lock" in words for words in bad)
    assert any("not installed" in words for words in bad)


def test_a_cluster_open_to_others_is_bad(tmp_path: Path) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    data.chmod(0o755)

    assert [finding.weight for finding in doctor.folder(tmp_path)][:1] == [doctor.BAD]


def test_an_unreached_registry_is_a_note_with_the_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_MAVEN_BASE", f"http://{ports.HOST}:{ports.pick()}")

    finding = next(doctor.registries(tmp_path))

    assert finding.weight == doctor.NOTE
    assert "VITRAZH_MAVEN_BASE" in finding.words


def test_a_folder_held_by_a_process_is_named(tmp_path: Path) -> None:
    held = folders.lock_owner(tmp_path)
    try:
        words = [finding.words for finding in doctor.run_state(tmp_path)]
    finally:
        folders.let_go(held)

    assert any(f"{tmp_path} is held by" in line for line in words)


def words_of(check: Iterator[doctor.Finding]) -> str:
    """Give what a check finds, as it is printed."""
    return "\n".join(f"{finding.weight} {finding.words}" for finding in check)


def test_screens_of_other_sources_are_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "pnpm_is_there", lambda: True)
    monkeypatch.setattr(build, "modules_are_there", lambda: True)
    monkeypatch.setattr(build, "is_built", lambda: False)
    assert "note missing or of other sources: the built office" in words_of(
        doctor.screens(paths.REPO)
    )

    monkeypatch.setattr(build, "is_built", lambda: True)

    assert words_of(doctor.screens(paths.REPO)).startswith("ok ")


def test_a_missing_node_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    assert words_of(doctor.screens(paths.REPO)).startswith("BAD Node.js")


@pytest.mark.parametrize(
    ("can", "told"), [(True, "`make journeys` installs one"), (False, "install Chromium")]
)
def test_a_missing_browser_is_a_note_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, *, can: bool, told: str
) -> None:
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "can_be_installed", lambda: can)

    found = words_of(doctor.browser_of_tests(paths.REPO))

    assert found.startswith("note ")
    assert told in found


def test_an_unreached_npm_registry_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("npm_config_registry", f"http://{ports.HOST}:{ports.pick()}/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")

    assert words_of(doctor.npm_registry(paths.REPO)).startswith("note asking for pnpm: cannot")
