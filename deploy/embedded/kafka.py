"""Kafka, one process as broker and controller, on loopback; nothing is made by itself."""

import base64
import os
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from deploy.embedded import lock, paths, ports
from deploy.embedded.errors import StartFailed
from deploy.embedded.ports import HOST
from deploy.embedded.process import environment
from deploy.embedded.properties import render
from deploy.embedded.server import Server, java_stays_in

FORMAT_LIMIT_S = 60
# The same settings stand in docker-compose.yml; a test compares them.
SETTINGS = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "auto.create.topics.enable": "false",
    "offsets.topic.replication.factor": "1",
    "offsets.topic.num.partitions": "4",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "default.replication.factor": "1",
    "min.insync.replicas": "1",
    "group.initial.rebalance.delay.ms": "0",
    "log.retention.hours": "336",
    "offsets.retention.minutes": "43200",
    # After kill -9 the broker waits for its own old registration to time out: 11 s by default.
    "broker.session.timeout.ms": "2000",
    "broker.heartbeat.interval.ms": "500",
    # Nobody follows this log of metadata, so nobody needs its two empty records a second.
    "metadata.max.idle.interval.ms": "0",
    # A few people's work; each of the usual 8 + 3 wakes several times a second to look for more.
    "num.io.threads": "3",
    "num.network.threads": "2",
}


class Kafka(Server):
    """The broker of a set."""

    name = "kafka"
    usual_port = 9092
    usual_side_port = -1
    start_limit_s = 90.0
    grace_s = 15.0
    reasons = (
        "No space left on device",
        "Socket server failed to bind",
        "Failed to acquire lock",
        "AccessDeniedException",
        "No readable meta.properties",
        "all log dirs in .* have failed",
        "OutOfMemoryError|Could not reserve enough space",
        "FATAL|ERROR",
    )
    noise = ("Reconfiguration failed: No configuration found",)
    passing = ("Failed to acquire lock",)
    port_taken = ("Socket server failed to bind", "Address already in")

    @property
    def bootstrap(self) -> str:
        """Give the address that clients start from."""
        return f"{HOST}:{self.port}"

    def command(self) -> Sequence[str]:
        """Give the start line."""
        return [*self._java("-Xms128m", "-Xmx256m"), "kafka.Kafka", str(self._properties)]

    def prepare(self) -> None:
        """Write the settings; format the folder at the first start."""
        self._properties.write_text(
            render(SETTINGS | self._own_settings()), encoding="ascii", newline="\n"
        )
        self._log_settings.write_text(LOG_SETTINGS, encoding="ascii")
        if not (self.folder / "data" / "meta.properties").exists():
            self._format()

    def ready(self) -> bool:
        """Wait for the broker's own word (the port is open well before it serves)."""
        return "Kafka Server started" in self.said() and ports.answers(self.port)

    @property
    def _properties(self) -> Path:
        return self.folder / "server.properties"

    @property
    def _log_settings(self) -> Path:
        return self.folder / "log4j.properties"

    def _own_settings(self) -> dict[str, str]:
        return {
            "controller.quorum.voters": f"1@{HOST}:{self.side_port}",
            "listeners": f"PLAINTEXT://{HOST}:{self.port},CONTROLLER://{HOST}:{self.side_port}",
            "advertised.listeners": f"PLAINTEXT://{HOST}:{self.port}",
            "inter.broker.listener.name": "PLAINTEXT",
            "controller.listener.names": "CONTROLLER",
            "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs": str(self.folder / "data"),
        }

    def _java(self, *memory: str) -> list[str]:
        jars = [paths.jars() / jar.file_name for jar in lock.part("kafka")]
        if not all(jar.exists() for jar in jars):
            reason = "Kafka is not installed whole: run `make install`"
            raise StartFailed(reason)
        return [
            str(paths.java()),
            *memory,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            *java_stays_in(self.folder),
            f"-Dlog4j.configuration={self._log_settings.as_uri()}",
            "-cp",
            os.pathsep.join(str(jar) for jar in jars),
        ]

    def _format(self) -> None:
        cluster = "V" + base64.urlsafe_b64encode(secrets.token_bytes(16)).decode()[:21]
        run = subprocess.run(
            [
                *self._java("-Xmx128m"),
                "kafka.tools.StorageTool",
                *("format", "-t", cluster, "-c", str(self._properties), "--ignore-formatted"),
            ],
            capture_output=True,
            check=False,
            cwd=self.folder,
            env=environment(),
            timeout=FORMAT_LIMIT_S,
        )
        if run.returncode:
            words = (run.stdout + run.stderr).decode("utf-8", "replace")
            with self.log.open("a", encoding="utf-8") as log:
                log.write(words)
            reason = f"kafka: its folder could not be formatted: {self.why()}"
            raise StartFailed(reason)
        # A log made anew has no topics: what earlier starts did, and noted, is due again.
        shutil.rmtree(self.folder.parent / "steps", ignore_errors=True)


LOG_SETTINGS = """log4j.rootLogger=INFO, out
log4j.appender.out=org.apache.log4j.ConsoleAppender
log4j.appender.out.layout=org.apache.log4j.PatternLayout
log4j.appender.out.layout.ConversionPattern=%d{ISO8601} %p %m (%c{1})%n
log4j.logger.org.apache.kafka=WARN
log4j.logger.kafka=WARN
log4j.logger.kafka.server=INFO
log4j.logger.org.apache.kafka.common.config=ERROR
"""
