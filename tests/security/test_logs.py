"""A log line is one JSON object whatever a stranger sends, and holds no secret (ASVS V16.2, V16.4)."""

import json
import re
from pathlib import Path

import pytest

from chassis.testing import until
from deploy.demo import people
from deploy.demo.town import Town
from tests.security.wire import Wire

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

OURS = ("gateway", "clients", "orders", "notifications")
FORGED = '{"event": "forged", "level": "info"}'
LINES = (
    f"\n{FORGED}\n",
    f"\r\n{FORGED}\r\n",
    f"\u2028{FORGED}\u2029",
    f"\u0085{FORGED}",
    f"\x1b[2K\x1b[1A{FORGED}",
    f'", "event": "forged", "x": "{FORGED}',
)
MARK = "log-injection-was-here"


def logs(town: Town) -> dict[str, str]:
    """What our processes have written."""
    folder: Path = town.system.root / "logs"
    return {name: (folder / f"{name}.log").read_text("utf-8", "replace") for name in OURS}


LIBRARY = re.compile(r"(WARNING|ERROR):? +[\w. ]+")
"""Lines of uvicorn and aiokafka, which know no JSON; nothing that a stranger sent may be in them."""


def broken(text: str) -> list[str]:
    """Lines that are no JSON object, or that a stranger wrote."""
    found = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError:
            ours = LIBRARY.match(line) and "forged" not in line and MARK not in line
            found += [] if ours else [line]
            continue
        if not isinstance(told, dict) or told.get("event") == "forged":
            found.append(line)
    return found


async def test_nobody_writes_lines_of_his_own(wire: Wire, town: Town) -> None:
    session = await wire.session_of("sokolova")
    for text in LINES:
        quoted = "".join(f"%{byte:02X}" for byte in text.encode())
        await wire.sign_in(text)
        await wire.sign_in("nobody", text)
        await wire.ask("GET", f"/api/{quoted}", session=session)
        await wire.ask("GET", f"/api/work-orders/{quoted}", session=session)
        await wire.ask("GET", f"/api/work-orders?q={quoted}", session=session)
        await wire.ask("POST", f"/api/work-orders/{quoted}/hand-over", session=session)
        plain = text.encode("ascii", "backslashreplace").decode().replace("\n", " ")
        plain = plain.replace("\r", " ").replace("\x1b", " ")
        odd = {"traceparent": plain, "X-Correlation-Id": plain, "User-Agent": plain}
        await wire.ask("GET", "/api/day", session=session, headers=odd)
        await wire.raw(f"GET /{MARK} HTTP/1.1\r\nX: {plain}\r\nbad\r\n\r\n".encode(), seconds=2)
        await wire.raw(text.encode() + b"\r\n\r\n", seconds=2)

    async def written() -> bool:
        return "sign-in refused" in logs(town)["gateway"]

    await until(written)
    assert {name: broken(text) for name, text in logs(town).items()} == {name: [] for name in OURS}


async def test_no_secret_and_no_person_stands_in_a_log(wire: Wire, town: Town) -> None:
    session = await wire.session_of("sokolova")
    await wire.sign_in("sokolova", "не-тот-пароль-77")
    body = {
        "name": "Канарейкина Желта",
        "phones": ["+7 904 777-66-55"],
        "email": "kanareyka@example.ru",
        "channel": "email",
        "office_id": town.cast.offices["Л"],
    }
    made = await wire.ask("POST", "/api/clients", body=body, session=session)
    assert made.status == 201
    await wire.ask("GET", "/api/clients?q=9047776655", session=session)
    await wire.ask("POST", "/api/clients", body=body | {"phones": ["зря"]}, session=session)
    secrets = [
        people.PASSWORD,
        "не-тот-пароль-77",
        session,
        town.tablet_token,
        "Канарейкина",
        "9047776655",
        "777-66-55",
        "kanareyka",
        "PRIVATE KEY",
    ]

    for name, text in logs(town).items():
        assert [secret for secret in secrets if secret in text] == [], name
        assert not re.search(r"eyJ[\w-]{10,}\.[\w-]{10,}\.", text), f"{name}: a token"
        assert not re.search(r"postgresql\S*://[^:\s]+:[^@\s]+@", text), f"{name}: a password"


def test_a_line_of_a_stranger_would_be_noticed() -> None:
    library = "WARNING:  Invalid HTTP request received."
    theirs = f"WARNING: {MARK}"

    assert broken(f'{{"event": "x"}}\n{FORGED}\nhello\n{library}\n{theirs}\n') == [
        FORGED,
        "hello",
        theirs,
    ]
