"""Make jars.lock anew after a version has changed: `make lock-jars`, never at install."""

import hashlib
import os
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path

from deploy.embedded import install, lock, paths
from deploy.embedded.errors import InstallFailed
from deploy.embedded.lock import Jar

KAFKA = "org.apache.kafka:kafka_2.13:4.3.1+org.slf4j:slf4j-reload4j:1.7.36"
KAFKA_TOOLS = Jar("kafka-tools", "org.apache.kafka", "kafka-tools", "4.3.1", "-", "")
ZIPKIN = Jar("zipkin", "io.zipkin", "zipkin-server", "3.5.1", "exec", "")
POSTGRES_VERSION = "18.4.0"
POSTGRES_PLATFORMS = ("linux-amd64", "linux-arm64v8", "darwin-amd64", "darwin-arm64v8")
HEAD = """# Every jar the embedded start needs: group artifact version classifier sha256 ('-' = none).
# Made by `make lock-jars`; no addresses here: the base address is a setting.
"""
Say = Callable[[str], None]


def remake(say: Say) -> int:
    """Resolve, fetch, compare with the publisher's sums and write the lock."""
    with tempfile.TemporaryDirectory(dir=paths.tools()) as folder:
        say("resolving Kafka's jars")
        jars = _resolve_kafka(Path(folder))
        jars += [KAFKA_TOOLS, ZIPKIN]
        jars += [
            Jar(
                "postgres",
                "io.zonky.test.postgres",
                f"embedded-postgres-binaries-{platform}",
                POSTGRES_VERSION,
                "-",
                "",
            )
            for platform in POSTGRES_PLATFORMS
        ]
        say(f"checking {len(jars)} files against the publisher's sums")
        lines = [HEAD]
        for part in ("kafka", "kafka-tools", "zipkin", "postgres"):
            lines.append(f"[{part}]")
            lines += sorted(_line(jar) for jar in jars if jar.part == part)
            lines.append("")
    lock.LOCK.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return 0


def _resolve_kafka(folder: Path) -> list[Jar]:
    # The resolver looks for a java of its own and writes into the home folder unless told.
    os.environ |= {
        "JAVA_HOME": str(paths.java().parents[1]),
        "M2_REPO": str(folder / "m2"),
        "JGO_CACHE_DIR": str(folder / "jgo"),
    }
    import jgo  # noqa: PLC0415 - reads the variables above

    jgo.build(KAFKA)
    found = []
    for file in (folder / "m2").rglob("*.jar"):
        *group, artifact, version, _ = file.relative_to(folder / "m2").parts
        found.append(Jar("kafka", ".".join(group), artifact, version, "-", ""))
    return found


def _line(jar: Jar) -> str:
    base = install.base_address()
    content = _read(f"{base}/{jar.address}")
    published = _read(f"{base}/{jar.address}.sha1").decode("ascii").split()[0]
    if hashlib.sha1(content, usedforsecurity=False).hexdigest() != published:
        raise InstallFailed(f"{jar.file_name} differs from the sum its publisher gives")
    digest = hashlib.sha256(content).hexdigest()
    return f"{jar.group} {jar.artifact} {jar.version} {jar.classifier} {digest}"


def _read(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=install.TIMEOUT_S) as answer:  # noqa: S310
        return bytes(answer.read())
