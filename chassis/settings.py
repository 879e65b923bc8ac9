"""Settings of a process, from `VITRAZH_*` variables; a secret may come from a file (`…_FILE`)."""

from functools import cached_property
from ipaddress import ip_address, ip_network
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class MissingSetting(RuntimeError):
    """A setting that this process needs is not there."""


class Settings(BaseSettings):
    """What a service process is told from outside."""

    model_config = SettingsConfigDict(env_prefix="VITRAZH_", extra="ignore")

    environment: str = "production"
    database_url: str = ""
    """SQLAlchemy URL of the application role (`postgresql+asyncpg://…`)."""
    database_owner_url: str = ""
    """The owner role's; only `vitrazh migrate` has it."""
    database_pool: int = 10
    kafka_bootstrap: str = "127.0.0.1:9092"
    topic_prefix: str = ""
    """Put before every topic and group name; tests run side by side by it."""
    group_instance: str = "0"
    """Which of the N worker processes this is: static membership must be stable and unique."""
    valkey_url: str = ""
    http_host: str = "127.0.0.1"
    http_port: int = 0
    metrics_from: str = "127.0.0.0/8, ::1"
    """Networks whose hosts may read `/metrics`; the gateway's port is open to everybody."""
    public_url: str = "http://127.0.0.1:8080"
    """Address under which people reach the gateway; links in messages use it, never `Host`."""
    signing_public_key: str = ""
    signing_public_key_file: Path | None = None
    signing_private_key_file: Path | None = None
    files_url: str = ""
    """Object store of attachments: `file:///…` or `s3://…`."""
    kafka_session_timeout_ms: int = 30_000
    consumer_tries: int = 5
    """Tries of a record that fails for a reason of its own, before it becomes a dead letter."""
    consumer_backoff: float = Field(default=0.2, ge=0)
    """Seconds before the second try; doubles, with jitter, up to 5 s."""
    log_level: str = "INFO"

    @cached_property
    def public_key(self) -> str:
        """PEM of the key that verifies internal tokens.

        Raises:
            MissingSetting: neither the variable nor the file is given.
        """
        if self.signing_public_key:
            return self.signing_public_key
        if self.signing_public_key_file is None:
            raise MissingSetting("VITRAZH_SIGNING_PUBLIC_KEY or …_FILE is not set")
        return self.signing_public_key_file.read_text()

    @cached_property
    def private_key(self) -> str:
        """PEM of the key that signs internal tokens; the gateway alone has it.

        Raises:
            MissingSetting: the file is not given.
        """
        if self.signing_private_key_file is None:
            raise MissingSetting("VITRAZH_SIGNING_PRIVATE_KEY_FILE is not set")
        return self.signing_private_key_file.read_text()

    def may_watch(self, address: str) -> bool:
        """Whether a host may read the figures of this process."""
        try:
            host = ip_address(address)
        except ValueError:
            return False
        names = (name.strip() for name in self.metrics_from.split(","))
        return any(host in ip_network(name) for name in names if name)
