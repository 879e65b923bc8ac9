"""SMS through a provider's HTTP API: our own key in, the same key asked about."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    ContentTypeError,
)

from services.notifications.messages.adapters.settings import ProviderSettings
from services.notifications.messages.domain import Fate, Letter
from services.notifications.messages.ports import Outcome, ReportSeal, Verdict

REPORTS = "/api/sms-reports"
_OURS_TO_MEND = {401, 403, 408, 425, 429}
"""Refusals that say nothing of the letter: our account, or too fast."""
_FATES: Mapping[str, Fate] = {
    "accepted": Fate.ACCEPTED,
    "queued": Fate.ACCEPTED,
    "sent": Fate.ACCEPTED,
    "delivered": Fate.DELIVERED,
    "failed": Fate.UNDELIVERED,
    "undelivered": Fate.UNDELIVERED,
}


class HttpSms:
    """The provider of SMS (`ports.SmsProvider`)."""

    def __init__(self, settings: ProviderSettings, seal: ReportSeal) -> None:
        self._settings = settings
        self._seal = seal
        self._session: ClientSession | None = None

    async def send(self, key: UUID, letter: Letter) -> Outcome:
        """POST the letter; no answer after it had gone out means nobody knows."""
        body = {
            "id": str(key),
            "to": letter.address,
            "text": letter.body,
            "sender": self._settings.sms_sender,
        }
        if proof := self._seal.proof(key):
            body["callback_url"] = f"{self._settings.public_url}{REPORTS}?proof={proof}"
        try:
            async with self._open().post(
                "/v1/messages",
                json=body,
                headers={"Idempotency-Key": str(key)},
                allow_redirects=False,
            ) as answer:
                return _verdict(answer.status)
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            return Outcome(Verdict.TRY_LATER, type(error).__name__)
        except (ClientError, TimeoutError, OSError) as error:
            return Outcome(Verdict.UNKNOWN, type(error).__name__)

    async def ask(self, key: UUID) -> Fate:
        """GET what became of the letter of this key."""
        try:
            async with self._open().get(f"/v1/messages/{key}", allow_redirects=False) as answer:
                return await _fate(answer)
        except (ClientError, TimeoutError, OSError, ValueError):
            return Fate.NO_ANSWER

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    def _open(self) -> ClientSession:
        if self._session is None or self._session.closed:
            token = self._settings.sms_token.get_secret_value()
            self._session = ClientSession(
                self._settings.sms_url,
                timeout=ClientTimeout(total=self._settings.provider_timeout, sock_connect=3),
                headers={"Authorization": f"Bearer {token}"} if token else None,
            )
        return self._session


def _verdict(status: int) -> Outcome:
    detail = f"HTTP {status}"
    if 200 <= status < 300:  # noqa: PLR2004 - HTTP
        return Outcome(Verdict.ACCEPTED, detail)
    # A 5xx may hide an acceptance; the next try asks before it sends.
    if status in _OURS_TO_MEND or status >= 500 or status < 400:  # noqa: PLR2004 - HTTP
        return Outcome(Verdict.TRY_LATER, detail)
    return Outcome(Verdict.REFUSED, detail)


async def _fate(answer: ClientResponse) -> Fate:
    if answer.status == 404:  # noqa: PLR2004 - HTTP
        return Fate.NEVER_ARRIVED
    if answer.status != 200:  # noqa: PLR2004 - HTTP
        return Fate.NO_ANSWER
    try:
        body: Any = await answer.json()
    except ContentTypeError:
        return Fate.NO_ANSWER
    status = body.get("status") if isinstance(body, dict) else None
    return _FATES.get(status, Fate.NO_ANSWER) if isinstance(status, str) else Fate.NO_ANSWER
