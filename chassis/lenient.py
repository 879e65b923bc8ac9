"""Read records whose header names are no UTF-8.

aiokafka raises on such a name for ever: the position never passes it, so one foreign record would
stop every partition of its reader until the topic's retention drops it. Its compiled parser cannot
be told otherwise; the plain one can, and takes over once such a record was met.
"""

from typing import Any

from aiokafka.consumer import fetcher
from aiokafka.record import memory_records
from aiokafka.record.default_records import _DefaultRecordBatchPy
from aiokafka.record.memory_records import _MemoryRecordsPy

QUESTION = ord("?")
ASCII_END = 128


class LenientBatch(_DefaultRecordBatchPy):  # type: ignore[misc]
    """A batch whose header names may hold any bytes; each that is not ASCII becomes `?`."""

    def _read_msg(self, *args: Any) -> Any:
        while True:
            try:
                return super()._read_msg(*args)
            except UnicodeDecodeError as error:
                name = bytes(error.object)
                at = self._buffer.find(name, self._pos)
                plain = bytes(byte if byte < ASCII_END else QUESTION for byte in name)
                self._buffer[at : at + len(name)] = plain


def read_leniently() -> None:
    """Let every consumer of this process read with the plain parser from now on."""
    memory_records.DefaultRecordBatch = LenientBatch
    fetcher.MemoryRecords = _MemoryRecordsPy
