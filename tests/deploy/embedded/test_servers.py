"""Servers come back from kill -9 with their data, wherever their folder is."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import UnknownTopicOrPartitionError

from chassis.testing import until
from deploy.embedded import folders, process
from deploy.embedded.errors import FolderBusy, StartFailed
from deploy.embedded.paths import REPO
from deploy.embedded.postgres import Postgres
from deploy.embedded.servers import ServerSet, sweep
from deploy.embedded.valkey import Valkey

pytestmark = [
    pytest.mark.servers,
    pytest.mark.xdist_group("embedded"),
    pytest.mark.timeout(240),
]
KILLED_RUN = """
import sys, time
from pathlib import Path
from deploy.embedded.folders import lock_owner
from deploy.embedded.valkey import Valkey
root = Path(sys.argv[1])
lock_owner(root)
server = Valkey(root, prefer_usual_port=False)
server.start()
print(server.pid, flush=True)
time.sleep(600)
"""


async def records(servers: ServerSet, topic: str) -> list[bytes]:
    """Read a topic whole."""
    consumer = AIOKafkaConsumer(
        topic, bootstrap_servers=servers.kafka_bootstrap, auto_offset_reset="earliest"
    )
    await consumer.start()
    try:
        batches = await consumer.getmany(timeout_ms=5000)
        return [record.value for batch in batches.values() for record in batch]
    finally:
        await consumer.stop()


async def make_topic(servers: ServerSet, topic: str) -> None:
    """Make a topic with one partition."""
    admin = AIOKafkaAdminClient(bootstrap_servers=servers.kafka_bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic(topic, 1, 1)])
    await admin.close()


async def test_kafka_killed_comes_back_on_its_port_with_its_records(own_set: ServerSet) -> None:
    before = own_set.kafka_bootstrap
    await make_topic(own_set, "killed")
    async with AIOKafkaProducer(bootstrap_servers=before, acks="all") as producer:
        await producer.send_and_wait("killed", "зеркало".encode())

    own_set.kafka.kill()
    own_set.kafka.start()

    assert own_set.kafka_bootstrap == before
    assert await records(own_set, "killed") == ["зеркало".encode()]


async def test_kafka_makes_no_topic_by_itself(own_set: ServerSet) -> None:
    async with AIOKafkaProducer(bootstrap_servers=own_set.kafka_bootstrap) as producer:
        with pytest.raises(UnknownTopicOrPartitionError):
            await producer.partitions_for("never-made")


def test_kafka_keeps_its_data_under_the_cyrillic_folder(own_set: ServerSet) -> None:
    found = [path.name for path in own_set.root.parent.iterdir() if path.is_dir()]

    assert (own_set.root / "kafka" / "data" / "meta.properties").exists()
    assert not own_set.root.name.isascii()
    assert all("\\" not in name and "?" not in name for name in found)


def test_postgres_killed_comes_back_on_its_port_with_its_rows(own_set: ServerSet) -> None:
    before = own_set.pg_port
    with psycopg.connect(own_set.pg_dsn_super, autocommit=True) as connection:
        connection.execute("create table kept (id int)")
        connection.execute("insert into kept values (417)")

    own_set.postgres.kill()
    own_set.postgres.start()

    assert own_set.pg_port == before
    with psycopg.connect(own_set.pg_dsn_super) as connection:
        assert connection.execute("select id from kept").fetchone() == (417,)


def test_postgres_checks_its_pages_and_wants_passwords(own_set: ServerSet) -> None:
    with psycopg.connect(own_set.pg_dsn_super) as connection:
        assert connection.execute("show data_checksums").fetchone() == ("on",)
    without = own_set.pg_dsn_super.replace(own_set.postgres.password, "wrong")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(without)


def test_servers_listen_on_loopback_only(own_set: ServerSet) -> None:
    pids = {server.pid for server in own_set.servers}
    listening = [
        one.laddr.ip
        for one in psutil.net_connections("inet")
        if one.pid in pids and one.status == psutil.CONN_LISTEN
    ]

    assert len(listening) >= len(own_set.servers)
    assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_valkey_wants_its_password_and_keeps_data_over_a_stop(own_set: ServerSet) -> None:
    with redis.Redis.from_url(own_set.valkey_url) as client:
        client.set("kept", "1")
    own_set.valkey.stop()
    own_set.valkey.start()

    with redis.Redis.from_url(own_set.valkey_url) as client:
        assert client.get("kept") == b"1"
    with (
        redis.Redis(port=own_set.valkey.port) as stranger,
        pytest.raises(redis.AuthenticationError),
    ):
        stranger.ping()


def test_a_second_run_in_the_same_folder_is_refused_with_the_number(own_set: ServerSet) -> None:
    script = (
        "import sys; from pathlib import Path; from deploy.embedded.folders import lock_owner;"
        "lock_owner(Path(sys.argv[1]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(own_set.root)],
        capture_output=True,
        check=False,
        cwd=REPO,
        encoding="utf-8",
    )

    assert "FolderBusy" in run.stderr
    assert f"process {psutil.Process().pid}" in run.stderr


@pytest.fixture
def killed_run(tmp_path: Path) -> Callable[[], psutil.Process]:
    """Start a run in another process and kill it: its server stays behind."""

    def make() -> psutil.Process:
        with subprocess.Popen(
            [sys.executable, "-c", KILLED_RUN, str(tmp_path)],
            stdout=subprocess.PIPE,
            cwd=REPO,
            encoding="utf-8",
        ) as run:
            assert run.stdout is not None
            orphan = psutil.Process(int(run.stdout.readline()))
            run.send_signal(signal.SIGKILL)
        return orphan

    return make


async def test_a_killed_runs_server_is_ended_before_the_folder_is_used_again(
    killed_run: Callable[[], psutil.Process], tmp_path: Path
) -> None:
    orphan = killed_run()
    assert orphan.is_running()
    server = Valkey(tmp_path, prefer_usual_port=False)

    server.start()
    try:

        async def gone() -> bool:
            return not orphan.is_running() or orphan.status() == psutil.STATUS_ZOMBIE

        assert await until(gone)
        assert server.ready()
    finally:
        server.stop()


def test_a_killed_runs_server_is_found_without_its_record(
    killed_run: Callable[[], psutil.Process], tmp_path: Path
) -> None:
    orphan = killed_run()
    (tmp_path / "valkey" / "process.json").unlink()

    assert orphan.pid in {one.pid for one in folders.holders(tmp_path / "valkey" / "data.lock")}
    assert folders.end_orphans(tmp_path, {"valkey"}) == 1


def test_a_reused_process_number_is_not_taken_for_ours() -> None:
    own = psutil.Process()
    right = process.Record(own.pid, own.create_time(), 0)
    reused = process.Record(own.pid, own.create_time() - 3600, 0)

    assert right.process() == own
    assert reused.process() is None


def test_sweep_removes_what_killed_runs_left_and_spares_the_living(tmp_path: Path) -> None:
    (tmp_path / "test-1").mkdir()
    living = tmp_path / "test-2"
    with ServerSet(living) as servers:
        swept = sweep(tmp_path)

        assert swept == [tmp_path / "test-1"]
        assert servers.valkey.ready()


def test_a_missing_part_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VITRAZH_TOOLS", str(tmp_path / "empty"))

    with pytest.raises(StartFailed, match=r"PostgreSQL is not installed.*make install"):
        Postgres(tmp_path / "set", prefer_usual_port=False).start()


def test_a_port_taken_by_a_stranger_is_told_when_it_must_be_that_port(own_set: ServerSet) -> None:
    other = Valkey(own_set.root / "second", prefer_usual_port=False)
    other.port = own_set.valkey.port

    with pytest.raises(StartFailed, match=f"port {other.port} is held by another program"):
        other.start()


def test_a_folder_of_a_living_server_is_refused(own_set: ServerSet) -> None:
    held = folders.try_lock(own_set.root / "valkey" / "data.lock")

    assert held is None
    with pytest.raises(FolderBusy, match="held by another run"):
        folders.lock_owner(own_set.root)
