"""A jar is taken whole and with the locked sum, or not at all."""

import functools
import hashlib
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy.embedded import install, ports
from deploy.embedded.errors import InstallFailed
from deploy.embedded.lock import Jar

CONTENT = b"a jar of glass"
SUM = hashlib.sha256(CONTENT).hexdigest()
JAR = Jar("kafka", "org.example", "glass", "1.0", "-", SUM)


class Quiet(SimpleHTTPRequestHandler):
    """A repository that does not write about every request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Give a Maven repository on this machine: its folder and its address."""
    folder = tmp_path / "repository"
    folder.mkdir()
    server = ThreadingHTTPServer((ports.HOST, 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield folder, f"http://{ports.HOST}:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def offer(folder: Path, content: bytes) -> None:
    """Put a jar into the repository."""
    place = folder / JAR.address
    place.parent.mkdir(parents=True)
    place.write_bytes(content)


def test_a_missing_jar_is_fetched_and_a_present_one_is_not(
    repository: tuple[Path, str], tmp_path: Path
) -> None:
    offer(repository[0], CONTENT)

    assert install.fetch(JAR, tmp_path, repository[1])
    assert not install.fetch(JAR, tmp_path, repository[1])
    assert (tmp_path / JAR.file_name).read_bytes() == CONTENT


def test_a_jar_that_was_changed_on_disk_is_fetched_again(
    repository: tuple[Path, str], tmp_path: Path
) -> None:
    offer(repository[0], CONTENT)
    (tmp_path / JAR.file_name).write_bytes(b"half")

    assert install.fetch(JAR, tmp_path, repository[1])
    assert (tmp_path / JAR.file_name).read_bytes() == CONTENT


def test_a_jar_with_another_sum_is_refused_and_leaves_nothing(
    repository: tuple[Path, str], tmp_path: Path
) -> None:
    offer(repository[0], b"something else")

    with pytest.raises(InstallFailed, match=r"differs from jars\.lock"):
        install.fetch(JAR, tmp_path, repository[1])

    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_refused_download_names_the_file_and_the_answer(
    repository: tuple[Path, str], tmp_path: Path
) -> None:
    with pytest.raises(InstallFailed, match=r"refused glass-1\.0\.jar: HTTP 404"):
        install.fetch(JAR, tmp_path, repository[1])


def test_an_unreached_repository_is_named_with_the_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(install, "TRIES", 1)

    with pytest.raises(InstallFailed, match=r"cannot reach the Maven repository.*VITRAZH_MAVEN"):
        install.fetch(JAR, tmp_path, f"http://{ports.HOST}:{ports.pick()}")


def test_the_base_address_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRAZH_MAVEN_BASE", "http://mirror.example/maven/")

    assert install.base_address() == "http://mirror.example/maven"


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))

    missing = install.missing_parts()

    assert "zipkin-server-3.5.1-exec.jar" in missing
    assert "PostgreSQL (unpacked)" in missing
