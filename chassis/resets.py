"""A connection to the broker that was reset is a broken connection, on uvloop too.

asyncio takes what is written to a closed transport and says nothing; uvloop raises RuntimeError.
aiokafka expects OSError only (aiokafka#1038): within the few turns of the loop between a reset and
its reader's word of it, a write ended the fetcher, the coordination or the metadata loop of a
client for good.
"""

from typing import Any

from aiokafka.conn import AIOKafkaConnection, CloseReason
from aiokafka.errors import KafkaConnectionError, KafkaError

_send = AIOKafkaConnection.send


def _send_or_break(self: AIOKafkaConnection, *args: Any, **more: Any) -> Any:
    try:
        return _send(self, *args, **more)
    except KafkaError:
        raise  # one is a RuntimeError by its class
    except RuntimeError as error:
        self.close(reason=CloseReason.CONNECTION_BROKEN)
        raise KafkaConnectionError(f"{self.host}:{self.port} was reset: {error}") from error


def heed_resets() -> None:
    """Let every client of this process take a closed transport for a broken connection."""
    AIOKafkaConnection.send = _send_or_break
