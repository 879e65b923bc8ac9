"""An SMTP server that delivers to nobody: it keeps the mails, shows them, and fails on demand."""

import argparse
import asyncio
import base64
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape
from pathlib import Path
from uuid import uuid4

from aiohttp import web
from aiosmtpd.smtp import SMTP, Envelope, Session

from deploy.embedded.ports import HOST
from deploy.embedded.sandbox import Box, Modes, Row, now, page, serve, table, until_told_to_stop

FAULTS = ("421", "451", "550", "drop-after-data", "accept-then-timeout")
REFUSALS = {
    "421": "421 4.3.2 The sandbox was told to be unavailable",
    "451": "451 4.3.0 The sandbox was told to try later",
    "550": "550 5.1.1 The sandbox was told that there is no such mailbox",
}
SIZE_LIMIT_BYTES = 32 * 2**20
SILENCE_S = 3600.0


class Keeper:
    """The answers of the SMTP side."""

    def __init__(self, box: Box, modes: Modes) -> None:
        self._box = box
        self._modes = modes

    async def handle_DATA(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep the mail and answer as the mode says."""
        mode = self._modes.take()
        if mode in REFUSALS:
            return REFUSALS[mode]
        self._box.put(as_row(session, envelope, mode))
        if mode == "drop-after-data" and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.abort()
        if mode == "accept-then-timeout":
            await asyncio.sleep(SILENCE_S)
        return "250 2.0.0 Kept by the sandbox"


def as_row(session: Session, envelope: Envelope, mode: str) -> Row:
    """Make the kept form of a mail: what a reader wants to see, and the raw bytes."""
    content = envelope.content or b""
    raw = content.encode() if isinstance(content, str) else content
    mail = message_from_bytes(raw, policy=policy.default)
    return {
        "id": uuid4().hex,
        "at": now(),
        "mode": mode,
        "from": envelope.mail_from,
        "to": list(envelope.rcpt_tos),
        "peer": str(session.peer),
        "message_id": str(mail["Message-ID"] or ""),
        "subject": str(mail["Subject"] or ""),
        "headers": {name: str(value) for name, value in mail.items()},
        "text": _part(mail, "plain"),
        "html": _part(mail, "html"),
        "raw_base64": base64.b64encode(raw).decode("ascii"),
    }


def _part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body(preferencelist=(kind,))
    if body is None:
        return ""
    try:
        return str(body.get_content())
    except (LookupError, ValueError):  # a charset that nobody knows
        return str(body.get_payload())


class Pages:
    """The list, one mail, and the same as JSON."""

    def __init__(self, box: Box, modes: Modes) -> None:
        self._box = box
        self._modes = modes

    async def index(self, _: web.Request) -> web.Response:
        """Show the list."""
        lines = [
            (
                escape(row["at"]),
                escape(", ".join(row["to"])),
                f'<a href="/mails/{escape(row["id"])}">{escape(row["subject"] or "—")}</a>',
            )
            for row in self._box.newest_first()
        ]
        body = table(("Когда (UTC)", "Кому", "Тема"), lines) if lines else "<p>Писем нет.</p>"
        return page("Письма песочницы", body)

    async def one(self, request: web.Request) -> web.Response:
        """Show one mail; HTML is shown as text: the sandbox runs nobody's scripts."""
        row = self._box.rows.get(request.match_info["id"])
        if row is None:
            raise web.HTTPNotFound
        heads = table(
            ("Поле", "Значение"), [(escape(k), escape(v)) for k, v in row["headers"].items()]
        )
        parts = "".join(f"<pre>{escape(row[part])}</pre>" for part in ("text", "html") if row[part])
        return page(row["subject"] or "Письмо", f'<p><a href="/">← к списку</a></p>{heads}{parts}')

    async def as_json(self, _: web.Request) -> web.Response:
        """Give all mails, the newest first."""
        return web.json_response({"items": self._box.newest_first(), "count": len(self._box.rows)})

    async def clear(self, _: web.Request) -> web.Response:
        """Forget all mails."""
        self._box.clear()
        return web.Response(status=204)

    async def health(self, _: web.Request) -> web.Response:
        """Say that the pages answer."""
        return web.json_response({"status": "ok", "mode": self._modes.mode})


def make_app(box: Box, modes: Modes) -> web.Application:
    """Make the pages' application."""
    pages = Pages(box, modes)
    app = web.Application()
    app.add_routes(
        [
            web.get("/", pages.index),
            web.get("/mails/{id}", pages.one),
            web.get("/api/mails", pages.as_json),
            web.delete("/api/mails", pages.clear),
            web.post("/api/mode", modes.route),
            web.get("/health", pages.health),
        ]
    )
    return app


async def run(folder: Path, host: str, smtp_port: int, http_port: int) -> None:
    """Serve until told to stop."""
    box, modes = Box(folder / "mails.jsonl"), Modes(FAULTS)
    keeper = Keeper(box, modes)

    def session() -> SMTP:
        return SMTP(
            keeper,
            hostname="mail-sandbox",
            ident="Vitrazh mail sandbox",
            enable_SMTPUTF8=True,
            data_size_limit=SIZE_LIMIT_BYTES,
            loop=asyncio.get_running_loop(),
        )

    smtp = await asyncio.get_running_loop().create_server(session, host, smtp_port)
    pages = await serve(make_app(box, modes), host, http_port)
    print(f"mail sandbox: SMTP {host}:{smtp_port}, page http://{host}:{http_port}", flush=True)
    try:
        await until_told_to_stop()
    finally:
        smtp.close()
        await pages.cleanup()


def main() -> None:
    """Run the mail sandbox."""
    parser = argparse.ArgumentParser(prog="mail_sandbox", description=main.__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--host", default=HOST)
    parser.add_argument("--smtp-port", type=int, default=1025)
    parser.add_argument("--http-port", type=int, default=8025)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(run(given.folder, given.host, given.smtp_port, given.http_port))


if __name__ == "__main__":
    main()
