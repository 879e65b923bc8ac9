"""A process that does not end by 0 when asked to is named."""

import subprocess
import sys
from collections.abc import Iterator
from unittest.mock import Mock

import pytest

from tests.faults.kinds.ending import MidHandler, ends

SAYS = "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit({})); print(flush=True); signal.pause()"


@pytest.fixture
def child(code: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-c", SAYS.format(code)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"\n"
        yield child
        child.kill()


@pytest.mark.parametrize("code", [0, 3])
async def test_the_code_is_told_and_judged(child: "subprocess.Popen[bytes]", code: int) -> None:
    trouble, service = MidHandler(1), Mock(child=child)
    service.name = "orders"

    await ends(trouble, service)

    assert trouble.notes[0].startswith(f"orders ended by {code} in ")
    assert trouble.found == ([] if code == 0 else [f"FM25: orders ended by {code}"])
