"""npm packages come whole and with the pinned sum, from whichever registry the person has set."""

import hashlib
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy.embedded import ports
from deploy.embedded.errors import InstallFailed
from deploy.web import node
from deploy.web.node import Pinned


def tarball_of(name: str, version: str) -> bytes:
    """Pack an npm package that is nothing but its name."""
    manifest = json.dumps({"name": name, "version": version}).encode()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo("package/package.json")
        entry.size = len(manifest)
        archive.addfile(entry, io.BytesIO(manifest))
    return out.getvalue()


TARBALL = tarball_of("glass", "1.0.0")
GLASS = Pinned("glass", "1.0.0", hashlib.sha512(TARBALL).hexdigest())


class Registry(BaseHTTPRequestHandler):
    """A registry with one package; it vouches for nothing."""

    def do_GET(self) -> None:
        """Give the package's page, its tarball, or nothing."""
        host = self.headers["Host"]
        page = {
            "name": "glass",
            "dist-tags": {"latest": "1.0.0"},
            "versions": {
                "1.0.0": {
                    "name": "glass",
                    "version": "1.0.0",
                    "dist": {"tarball": f"http://{host}/glass/-/glass-1.0.0.tgz"},
                }
            },
        }
        answers = {"/glass": json.dumps(page).encode(), "/glass/-/glass-1.0.0.tgz": TARBALL}
        body = answers.get(self.path.partition("?")[0])
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """npm's usual settings point to a registry on this machine; tools go to a folder of the test."""
    server = ThreadingHTTPServer((ports.HOST, 0), Registry)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    monkeypatch.setenv("npm_config_registry", f"http://{ports.HOST}:{server.server_port}/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    yield
    server.shutdown()
    thread.join()
    server.server_close()


def left_in(folder: Path) -> list[str]:
    """Name what is left beside npm's own cache."""
    return [path.name for path in folder.iterdir() if path.name not in {"cache", "npm.log"}]


def test_a_package_with_the_pinned_sum_is_there_until_the_block_ends(
    registry: None, tmp_path: Path
) -> None:
    with node.fetched(GLASS) as tarball:
        assert tarball.read_bytes() == TARBALL

    assert left_in(tmp_path) == []


def test_a_changed_tarball_is_refused_and_leaves_nothing(registry: None, tmp_path: Path) -> None:
    other = Pinned("glass", "1.0.0", "0" * 128)

    with (
        pytest.raises(InstallFailed, match=r"glass@1\.0\.0 differs from its pinned sum"),
        node.fetched(other),
    ):
        pytest.fail("the block began")

    assert left_in(tmp_path) == []


def test_a_package_that_a_mirror_lacks_is_named(registry: None) -> None:
    with (
        pytest.raises(InstallFailed, match=r"fetching mirror@1\.0\.0: the npm registry .* lacks"),
        node.fetched(Pinned("mirror", "1.0.0", "")),
    ):
        pytest.fail("the block began")


def test_an_unreached_registry_is_told_with_npms_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    monkeypatch.setenv("npm_config_registry", f"http://{ports.HOST}:{ports.pick()}/")
    monkeypatch.setenv("npm_config_fetch_retries", "0")

    with (
        pytest.raises(InstallFailed, match=r"cannot reach the npm registry.*npm_config_registry"),
        node.fetched(GLASS),
    ):
        pytest.fail("the block began")


def test_pnpms_version_and_sum_are_those_of_package_json() -> None:
    wanted = node.pinned_pnpm()

    assert wanted.name == "pnpm"
    assert len(bytes.fromhex(wanted.sha512)) == 64


def test_a_pnpm_without_a_sum_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"packageManager": "pnpm@10.34.9"}')
    monkeypatch.setattr(node, "WEB", tmp_path)

    with pytest.raises(InstallFailed, match="packageManager"):
        node.pinned_pnpm()


def test_a_pnpm_of_another_sum_is_not_the_wanted_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    node.pnpm().parent.mkdir(parents=True)
    node.pnpm().touch()
    stamp = node.pnpm_home() / ".sha512"
    stamp.write_text("0" * 128)
    assert not node.pnpm_is_there()

    stamp.write_text(node.pinned_pnpm().sha512)

    assert node.pnpm_is_there()


def test_nodes_programs_write_in_the_tools_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    told = node.environment()

    writing = [name for name in told if name.startswith("XDG_") and name != "XDG_CONFIG_HOME"]
    for name in (*writing, "NODE_COMPILE_CACHE", "npm_config_cache", "npm_config_store_dir"):
        assert name == "XDG_RUNTIME_DIR" or told[name].startswith(str(tmp_path))
    assert told["PATH"].split(":")[0] == str(node.node().parent)


def test_a_failing_program_leaves_its_whole_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path))
    script = "console.error('broken glass'); process.exit(3)"

    with pytest.raises(InstallFailed, match="cutting failed: broken glass"):
        node.run(["-e", script], cwd=tmp_path, doing="cutting", log="cut.log")

    assert (tmp_path / "cut.log").read_text() == "broken glass\n"
