"""The servers of a test run in containers, when a Docker engine has (or gets) the images."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

from deploy.embedded.ports import HOST, pick

POSTGRES = "postgres:18"
KAFKA = "apache/kafka:4.3.1"
VALKEY = "valkey/valkey:9.1"
PULL_S = 300
PASSWORD = "for-tests-only"


@dataclass(frozen=True, slots=True)
class Contained:
    """Where the contained servers answer."""

    pg_dsn_super: str
    kafka_bootstrap: str
    valkey_url: str


@contextmanager
def contained() -> Iterator[Contained]:
    """Start PostgreSQL, Kafka and Valkey as containers with our settings, on free ports."""
    with ExitStack() as stack:
        yield Contained(
            pg_dsn_super=_postgres(stack),
            kafka_bootstrap=_kafka(stack),
            valkey_url=_valkey(stack),
        )


def _postgres(stack: ExitStack) -> str:
    port = pick()
    container = (
        DockerContainer(POSTGRES)
        .with_env("POSTGRES_PASSWORD", PASSWORD)
        .with_env("POSTGRES_INITDB_ARGS", "--locale-provider=icu --icu-locale=ru-RU -E UTF8")
        .with_command("postgres -c max_connections=200")
        .with_bind_ports(5432, port)
        .waiting_for(LogMessageWaitStrategy("listening on IPv4 address"))
    )
    stack.enter_context(container)
    return f"host={HOST} port={port} user=postgres password={PASSWORD} dbname=postgres"


def _kafka(stack: ExitStack) -> str:
    port = pick()  # the broker tells clients its address, so it must be known beforehand
    settings = {
        "KAFKA_NODE_ID": "1",
        "KAFKA_PROCESS_ROLES": "broker,controller",
        "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
        "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
        "KAFKA_LISTENERS": "CLIENT://:9092,CONTROLLER://:9093",
        "KAFKA_ADVERTISED_LISTENERS": f"CLIENT://{HOST}:{port}",
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "KAFKA_INTER_BROKER_LISTENER_NAME": "CLIENT",
        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
        "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR": "1",
        "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR": "1",
        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        "KAFKA_AUTO_CREATE_TOPICS_ENABLE": "false",
    }
    container = DockerContainer(KAFKA).with_bind_ports(9092, port)
    for name, value in settings.items():
        container = container.with_env(name, value)
    stack.enter_context(container.waiting_for(LogMessageWaitStrategy("Kafka Server started")))
    return f"{HOST}:{port}"


def _valkey(stack: ExitStack) -> str:
    port = pick()
    container = (
        DockerContainer(VALKEY)
        .with_bind_ports(6379, port)
        .waiting_for(LogMessageWaitStrategy("Ready to accept connections"))
    )
    stack.enter_context(container)
    return f"redis://{HOST}:{port}"


def images_are_there() -> bool:
    """Tell whether a Docker engine answers and has, or gets, every image we need.

    A docker client without an engine is common, and so is an engine without a network.
    """
    docker = shutil.which("docker")
    if docker is None or not _says_yes(docker, "info"):
        return False
    return all(
        _says_yes(docker, "image", "inspect", image) or _says_yes(docker, "pull", "-q", image)
        for image in (POSTGRES, KAFKA, VALKEY)
    )


def _says_yes(docker: str, *words: str) -> bool:
    try:
        run = subprocess.run([docker, *words], capture_output=True, check=False, timeout=PULL_S)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0
