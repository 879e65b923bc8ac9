"""The lock names files and sums, never a place."""

import re
from pathlib import Path

import pytest

from deploy.embedded import lock
from deploy.embedded.errors import InstallFailed


def test_the_lock_holds_no_host() -> None:
    text = lock.LOCK.read_text(encoding="utf-8")

    assert not re.search(r"https?:|//|www\.", text)


def test_every_line_has_a_whole_sum() -> None:
    jars = lock.read()

    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) for jar in jars)
    assert len({jar.file_name for jar in jars}) == len(jars)


@pytest.mark.parametrize("chip", ["linux-amd64", "linux-arm64v8", "darwin-amd64", "darwin-arm64v8"])
def test_a_machine_gets_one_postgres_and_all_of_kafka(chip: str) -> None:
    jars = lock.wanted(lock.read(), chip)

    assert [jar.artifact for jar in jars if jar.part == "postgres"] == [
        f"embedded-postgres-binaries-{chip}"
    ]
    assert {"kafka_2.13", "slf4j-reload4j"} <= {j.artifact for j in jars if j.part == "kafka"}
    assert [jar.classifier for jar in jars if jar.part == "zipkin"] == ["exec"]


def test_an_unknown_machine_is_refused_in_words() -> None:
    with pytest.raises(InstallFailed, match="docker compose"):
        lock.platform_name("Linux", "riscv64")


def test_a_damaged_line_is_named_by_its_number(tmp_path: Path) -> None:
    broken = tmp_path / "jars.lock"
    broken.write_text("[kafka]\norg.example only three\n", encoding="utf-8")

    with pytest.raises(InstallFailed, match="line 2"):
        lock.read(broken)


def test_the_address_is_that_of_a_maven_repository() -> None:
    jar = lock.Jar("zipkin", "io.zipkin", "zipkin-server", "3.5.1", "exec", "")

    assert jar.address == "io/zipkin/zipkin-server/3.5.1/zipkin-server-3.5.1-exec.jar"
