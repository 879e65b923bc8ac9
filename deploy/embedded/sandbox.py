"""What both sandboxes share: messages kept as lines of JSON, faults on demand, plain pages."""

import asyncio
import json
import os
import signal
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from aiohttp import web

Row = dict[str, Any]
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top}"
    "pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem}"
)


class Box:
    """The messages of a sandbox, in memory and as lines in its folder; a restart keeps them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.rows: dict[str, Row] = {}
        if file.exists():
            self._read()

    def put(self, row: Row) -> None:
        """Keep a message (or its newer state) under its `id`."""
        self.rows[row["id"]] = row
        with self._file.open("a", encoding="utf-8") as out:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
            os.fsync(out.fileno())

    def newest_first(self) -> list[Row]:
        """Give the messages, the newest first."""
        return list(reversed(self.rows.values()))

    def clear(self) -> None:
        """Forget everything."""
        self.rows.clear()
        self._file.unlink(missing_ok=True)

    def _read(self) -> None:
        for line in self._file.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
            except ValueError:
                continue  # the half line of a killed run
            self.rows[row["id"]] = row
        # A half line must not swallow the next message.
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self.rows.values())
        self._file.write_text(text, encoding="utf-8")


class Modes:
    """Which fault the sandbox shows next; `times` of them, or until told otherwise."""

    def __init__(self, allowed: Iterable[str]) -> None:
        self.allowed = ("ok", *allowed)
        self.mode = "ok"
        self.times: int | None = None

    def set(self, mode: str, times: int | None) -> None:
        """Choose a fault; raises ValueError on an unknown one."""
        if mode not in self.allowed or (times is not None and times < 1):
            raise ValueError(mode)
        self.mode, self.times = mode, times

    def take(self) -> str:
        """Give the fault for this message and count it."""
        mode = self.mode
        if self.times is not None:
            self.times -= 1
            if self.times == 0:
                self.mode, self.times = "ok", None
        return mode

    async def route(self, request: web.Request) -> web.Response:
        """Answer POST /api/mode {"mode": …, "times": n}."""
        try:
            body = await request.json()
            self.set(str(body["mode"]), body.get("times"))
        except (ValueError, KeyError, TypeError):
            return web.json_response(
                {"error": "unknown mode", "allowed": list(self.allowed)}, status=422
            )
        return web.json_response({"mode": self.mode, "times": self.times})


def now() -> str:
    """Give the present instant, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def page(title: str, body: str) -> web.Response:
    """Give a page; `body` is already escaped."""
    html = (
        f'<!doctype html><html lang="ru"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><h1>{escape(title)}</h1>{body}</html>"
    )
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    return web.Response(text=html, content_type="text/html", headers=headers)


def table(headings: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """Give a table; the cells are already escaped."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in cells)}</tr>" for cells in lines)
    return f"<table><tr>{head}</tr>{body}</table>"


async def serve(app: web.Application, host: str, port: int) -> web.AppRunner:
    """Start answering on one address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    return runner


async def until_told_to_stop() -> None:
    """Wait for SIGTERM or SIGINT."""
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    for name in signals:
        loop.add_signal_handler(name, done.set)
    try:
        await done.wait()
    finally:
        for name in signals:
            loop.remove_signal_handler(name)
