"""Logs: whoever speaks in a process of ours, each line is one JSON object of the same form."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BEGIN = """
import asyncio, logging, warnings
from chassis import run, telemetry
from chassis.settings import Settings
telemetry.configure("probe", "INFO")
"""


def said(words: str) -> list[dict[str, Any]]:
    """Return the lines that a process with our telemetry writes, on whichever output."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + words],
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_library_speaks_as_we_do() -> None:
    ours, *theirs = said(
        'telemetry.log().warning("слово", why="x")\n'
        'for name in ("aiokafka.consumer.fetcher", "sqlalchemy.pool", "asyncio"):\n'
        '    logging.getLogger(name).warning("node %s: %s", 1, "прочь")'
    )
    assert (ours["event"], ours["level"]) == ("слово", "warning")
    names = [line["logger"] for line in theirs]
    assert names == ["aiokafka.consumer.fetcher", "sqlalchemy.pool", "asyncio"]
    for line in theirs:
        assert (line["event"], line["level"]) == ("node 1: прочь", "warning")
        assert line["timestamp"].endswith("Z") == ours["timestamp"].endswith("Z")


def test_an_exception_of_a_library_stays_on_its_line() -> None:
    (line,) = said(
        "try:\n    1 / 0\n"
        'except ZeroDivisionError:\n    logging.getLogger("aiokafka").exception("gone")'
    )
    assert (line["event"], line["level"]) == ("gone", "error")
    assert line["exception"].splitlines()[-1] == "ZeroDivisionError: division by zero"


def test_the_http_server_keeps_no_form_of_its_own() -> None:
    (line,) = said(
        "run._server(None, Settings())\n"
        'logging.getLogger("uvicorn.error").error("Exception in ASGI application")\n'
        'logging.getLogger("uvicorn.error").info("Application startup complete.")\n'
    )
    assert (line["event"], line["logger"]) == ("Exception in ASGI application", "uvicorn.error")


def test_a_task_that_nobody_waited_for_and_a_warning_are_lines_too() -> None:
    lines = said(
        "async def fail():\n    raise ValueError('lost')\n"
        "async def main():\n"
        "    asyncio.create_task(fail())\n"
        "    await asyncio.sleep(0)\n"
        "asyncio.run(main())\n"
        'warnings.warn("old", stacklevel=1)'
    )
    assert [line["logger"] for line in lines] == ["asyncio", "py.warnings"]
    assert "ValueError: lost" in lines[0]["exception"]
    assert "old" in lines[1]["event"]


def test_what_a_library_says_belongs_to_the_trace_it_is_said_in() -> None:
    (line,) = said(
        "from opentelemetry.sdk.trace import TracerProvider\n"
        'tracer = TracerProvider().get_tracer("t")\n'
        'with tracer.start_as_current_span("s") as span:\n'
        '    logging.getLogger("aiokafka").warning("here")\n'
    )
    assert len(line["trace_id"]) == 32
