"""Topics of the bus: name, partitions, retention. `vitrazh topics` makes them; nobody auto-creates.

The key of every record is the aggregate's id. A partition count never changes after release: it
would break the order of a key's records, so services refuse to start when it differs.
"""

from dataclasses import dataclass

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: `<service>.<noun-plural>.v<major>`, owned and written by one service."""

    name: str
    partitions: int
    description: str
    compacted: bool = False
    personal: bool = False
    feed: bool = False
    retention_ms: int = 14 * DAY_MS

    @property
    def owner(self) -> str:
        """Service that alone may write here."""
        return self.name.split(".", 1)[0]

    @property
    def config(self) -> dict[str, str]:
        """Broker-side settings of the topic."""
        if self.compacted:
            return {
                "cleanup.policy": "compact",
                "segment.ms": str(3_600_000),
                "max.compaction.lag.ms": str(DAY_MS),
                "delete.retention.ms": str(7 * DAY_MS),
            }
        return {"cleanup.policy": "delete", "retention.ms": str(self.retention_ms)}


WORK_ORDERS = Topic(
    "orders.work-orders.v1",
    partitions=6,
    description="Life of each work order, gapless by sequence. No person; money in one event for the office alone.",
    feed=True,
)
CLIENTS = Topic(
    "clients.clients.v1",
    partitions=6,
    description="Current state of each client; a tombstone forgets him.",
    compacted=True,
    personal=True,
)
STAFF = Topic(
    "gateway.staff.v1",
    partitions=1,
    description="Current state of each member of staff.",
    compacted=True,
    personal=True,
)
OFFICES = Topic(
    "gateway.offices.v1",
    partitions=1,
    description="Current state of each office: address, hours, zone, calendar overrides.",
    compacted=True,
)
DEVICES = Topic(
    "gateway.devices.v1",
    partitions=1,
    description="Current state of each paired tablet.",
    compacted=True,
)
MESSAGES = Topic(
    "notifications.messages.v1",
    partitions=6,
    description="What became of each message to a client: accepted, failed, unknown, withdrawn.",
)

TOPICS: tuple[Topic, ...] = (
    WORK_ORDERS,
    CLIENTS,
    STAFF,
    OFFICES,
    DEVICES,
    MESSAGES,
)
