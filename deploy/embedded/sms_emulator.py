"""A provider of SMS that sends nothing: it accepts, reports, can be asked, and fails on demand."""

import argparse
import asyncio
import contextlib
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from deploy.embedded.ports import HOST
from deploy.embedded.sandbox import Box, Modes, Row, now, page, serve, table, until_told_to_stop

FAULTS = (
    "timeout-after-accept",
    "5xx",
    "5xx-after-accept",
    "429",
    "double-report",
    "undeliverable",
)
FIELDS = ("id", "to", "text", "sender")
SILENCE_S = 3600.0
REPORT_AFTER_S = 0.2
REPORT_TRIES = 5


class Provider:
    """The emulated provider: one message per client's id, however often it is sent."""

    def __init__(self, box: Box, modes: Modes, report_base: str | None) -> None:
        self._box = box
        self._modes = modes
        self._report_base = report_base
        self._tasks: set[asyncio.Task[None]] = set()

    async def send(self, request: web.Request) -> web.Response:
        """POST /v1/messages: 202 with the provider's id; the same id again is the same message."""
        mode = self._modes.take()
        if mode == "5xx":
            return web.json_response({"error": "temporarily unavailable"}, status=503)
        if mode == "429":
            return web.json_response(
                {"error": "too many requests"}, status=429, headers={"Retry-After": "1"}
            )
        body = await _body(request)
        if body is None:
            return web.json_response({"error": f"expected {', '.join(FIELDS)}"}, status=422)
        known = self._box.rows.get(body["id"])
        if known and any(known[field] != body[field] for field in FIELDS):
            return web.json_response({"error": "this id names another message"}, status=409)
        row = self._accept(body, known, mode, request.headers.get("Idempotency-Key"))
        if mode == "timeout-after-accept":
            await asyncio.sleep(SILENCE_S)
        if mode == "5xx-after-accept":
            return web.json_response({"error": "temporarily unavailable"}, status=503)
        return web.json_response(_public(row), status=202)

    async def status(self, request: web.Request) -> web.Response:
        """GET /v1/messages/{client's id}: what became of it, 404 when it never came."""
        row = self._box.rows.get(request.match_info["id"])
        if row is None:
            return web.json_response({"error": "no such message"}, status=404)
        return web.json_response(_public(row))

    def _accept(self, body: Row, known: Row | None, mode: str, key: str | None) -> Row:
        if known:
            row = known | {"attempts": known["attempts"] + 1}
            self._box.put(row)
            return row
        row = body | {
            "provider_id": uuid4().hex,
            "status": "accepted",
            "attempts": 1,
            "idempotency_key": key,
            "mode": mode,
            "at": now(),
            "reports": 0,
        }
        self._box.put(row)
        task = asyncio.get_running_loop().create_task(self._deliver(row["id"], mode))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return row

    async def _deliver(self, client_id: str, mode: str) -> None:
        await asyncio.sleep(REPORT_AFTER_S)
        outcome = "failed" if mode == "undeliverable" else "delivered"
        row = self._box.rows[client_id] | {"status": outcome, "delivered_at": now()}
        self._box.put(row)
        url = reachable(row.get("callback_url"), self._report_base)
        for _ in range(2 if mode == "double-report" else 1):
            if url and await _report(url, _public(row)):
                current = self._box.rows[client_id]
                self._box.put(current | {"reports": current["reports"] + 1})


def reachable(url: str | None, base: str | None) -> str | None:
    """Give the address to report to; `base` stands in for a host that is not reached from here."""
    if not url or not base:
        return url
    told, ours = urlsplit(url), urlsplit(base)
    return told._replace(scheme=ours.scheme, netloc=ours.netloc).geturl()


async def _report(url: str, report: Row) -> bool:
    for attempt in range(REPORT_TRIES):
        with contextlib.suppress(ClientError, TimeoutError):
            async with (
                ClientSession(timeout=ClientTimeout(total=5)) as session,
                session.post(url, json=report) as answer,
            ):
                if answer.ok:
                    return True
        await asyncio.sleep(0.5 * 2**attempt)
    return False


async def _body(request: web.Request) -> dict[str, Any] | None:
    try:
        body = await request.json()
    except ValueError:
        return None
    if not isinstance(body, dict) or not all(isinstance(body.get(f), str) for f in FIELDS):
        return None
    if not all(body[field] for field in ("id", "to", "text")):
        return None
    return {name: body.get(name) for name in (*FIELDS, "callback_url")}


def _public(row: Row) -> Row:
    return {name: row[name] for name in ("id", "provider_id", "status", "attempts")}


def make_app(box: Box, modes: Modes, report_base: str | None = None) -> web.Application:
    """Make the provider's API and the page with its messages."""
    provider = Provider(box, modes, report_base)

    async def index(_: web.Request) -> web.Response:
        lines = [
            [escape(str(row[name])) for name in ("at", "to", "text", "status", "attempts")]
            for row in box.newest_first()
        ]
        headings = ("Когда (UTC)", "Кому", "Текст", "Состояние", "Попыток")
        return page("SMS песочницы", table(headings, lines) if lines else "<p>SMS нет.</p>")

    async def as_json(_: web.Request) -> web.Response:
        return web.json_response({"items": box.newest_first(), "count": len(box.rows)})

    async def clear(_: web.Request) -> web.Response:
        box.clear()
        return web.Response(status=204)

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "mode": modes.mode})

    app = web.Application()
    app.add_routes(
        [
            web.get("/", index),
            web.post("/v1/messages", provider.send),
            web.get("/v1/messages/{id}", provider.status),
            web.get("/api/messages", as_json),
            web.delete("/api/messages", clear),
            web.post("/api/mode", modes.route),
            web.get("/health", health),
        ]
    )
    return app


async def run(folder: Path, host: str, port: int, report_base: str | None) -> None:
    """Serve until told to stop."""
    app = make_app(Box(folder / "messages.jsonl"), Modes(FAULTS), report_base)
    pages = await serve(app, host, port)
    print(f"SMS emulator: http://{host}:{port}", flush=True)
    await until_told_to_stop()
    await pages.cleanup()


def main() -> None:
    """Run the SMS emulator."""
    parser = argparse.ArgumentParser(prog="sms_emulator", description=main.__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--host", default=HOST)
    parser.add_argument("--port", type=int, default=8026)
    parser.add_argument(
        "--report-base", help="scheme and host to report to, instead of the told ones"
    )
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(run(given.folder, given.host, given.port, given.report_base))


if __name__ == "__main__":
    main()
