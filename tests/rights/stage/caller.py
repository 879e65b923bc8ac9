"""Somebody at the public API: sends what he is told to, and reads whatever comes back."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.rights.stage.people import Who

OK, MULTIPLE = 200, 300
ENOUGH = aiohttp.ClientTimeout(total=60)


class Refused(AssertionError):
    """A call of the preparations did not go well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A request that is in order: whoever has the right would get what he asks for."""

    method: str
    path: str
    body: Any = None
    raw: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Came:
    """An answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body) if self.body else None

    @property
    def code(self) -> str:
        """Return the stable code of a refusal."""
        data = self.data
        return str(data.get("type", "")) if isinstance(data, dict) else ""


class Caller:
    """One principal with what he proves himself by."""

    def __init__(self, http: aiohttp.ClientSession, base: str, who: Who) -> None:
        self._http = http
        self.base = base.rstrip("/")
        self.who = who
        self.proof: dict[str, str] = {"Origin": self.base}
        self.subject = "anonymous"
        self.staff_id = ""

    async def sign_in(self, login: str, password: str) -> None:
        """Come in as a person; an older session of his is left alone."""
        session = await self.session_of(login, password)
        self.proof["Cookie"] = f"vitrazh_session={session}"
        told = await self.do("GET", "/api/session")
        self.subject, self.staff_id = told["subject"], told["staff_id"]

    async def session_of(self, login: str, password: str) -> str:
        """Open a session beside one's own; return its secret."""
        body = {"login": login, "password": password}
        sent = Sent(method="POST", path="/api/session", body=body, headers={"Cookie": ""})
        came = await self.send(sent)
        if came.status != OK:
            raise Refused(f"{login}: {came.status} {came.body!r}")
        return came.headers["session"]

    async def take_tablet(self, staff_id: str, pin: str) -> None:
        """A worker types his PIN."""
        body = {"staff_id": staff_id, "pin": pin}
        taken = await self.do("POST", "/api/devices/operator", body)
        self.proof["X-Operator"] = taken["session"]

    async def send(self, sent: Sent) -> Came:
        """Send, once; a POST brings a key unless it names one."""
        headers = {**self.proof, **sent.headers}
        if sent.method == "POST":
            headers.setdefault("Idempotency-Key", str(uuid.uuid4()))
        data = sent.raw
        if sent.body is not None:
            data = json.dumps(sent.body).encode()
            headers.setdefault("Content-Type", "application/json")
        async with self._http.request(
            sent.method,
            self.base + sent.path,
            data=data,
            headers=headers,
            allow_redirects=False,
            timeout=ENOUGH,
        ) as answer:
            told = {name.lower(): value for name, value in answer.headers.items()}
            cookie = answer.cookies.get("vitrazh_session")
            if cookie is not None:
                told["session"] = cookie.value
            if answer.content_type == "text/event-stream":
                return Came(answer.status, told, await answer.content.readany())
            return Came(answer.status, told, await answer.read())

    async def do(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Send what must go well; return its JSON."""
        extra = {name.replace("_", "-"): value for name, value in headers.items()}
        said = {} if body is None and method == "POST" else body
        came = await self.send(Sent(method=method, path=path, body=said, headers=extra))
        if came.status >= MULTIPLE:
            raise Refused(f"{self.who.name}: {method} {path}: {came.status} {came.body[:600]!r}")
        return came.data
