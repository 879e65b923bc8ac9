"""A record that no client of ours would send: one header name is no UTF-8."""

import struct

from aiokafka.record.util import calc_crc32c

from chassis import kafka
from chassis.record import Record
from chassis.settings import Settings


async def send_with_header_name(
    settings: Settings, item: Record, name: bytes, partition: int
) -> None:
    """Send a record one of whose header names is these bytes, which no client of ours would do."""
    marker = b"q" * len(name)
    async with kafka.producer(settings) as producer:
        batch = producer.create_batch()
        headers = [*item.headers, (marker.decode(), b"1")]
        batch.append(key=item.key, value=item.value, timestamp=None, headers=headers)
        build = batch._build

        def forged() -> bytearray:
            raw = bytearray(build()).replace(marker, name)
            struct.pack_into(">I", raw, 17, calc_crc32c(memoryview(raw)[21:]))
            return raw

        batch._build = forged
        topic = settings.topic_prefix + item.topic
        await (await producer.send_batch(batch, topic, partition=partition))
