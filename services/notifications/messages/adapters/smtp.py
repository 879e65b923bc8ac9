"""Mails through an SMTP server; until DATA is answered nothing is accepted, then it may be."""

import asyncio
import contextlib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime
from uuid import UUID

from aiosmtplib import SMTP, SMTPException, SMTPResponseException
from aiosmtplib.errors import SMTPRecipientRefused, SMTPSenderRefused

from chassis import clock
from services.notifications.messages.adapters.settings import ProviderSettings
from services.notifications.messages.domain import Letter
from services.notifications.messages.ports import Outcome, Verdict

_PERMANENT = 500
_FAREWELL_S = 1


class SmtpServer:
    """The mail server (`ports.MailServer`); one connection per letter, a shop sends few."""

    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._domain = settings.mail_from.rpartition("@")[2]

    async def send(self, key: UUID, letter: Letter) -> Outcome:
        """Introduce ourselves, hand the letter over, say what is certain of it."""
        client = SMTP(
            hostname=self._settings.smtp_host,
            port=self._settings.smtp_port,
            username=self._settings.smtp_user or None,
            password=self._settings.smtp_password.get_secret_value() or None,
            use_tls=self._settings.smtp_tls == "tls",
            start_tls=self._settings.smtp_tls == "starttls",
            local_hostname=self._domain,
            timeout=self._settings.provider_timeout,
        )
        try:
            outcome = await self._introduce(client, letter)
            outcome = outcome or await self._hand_over(client, self._mail(key, letter))
            if outcome.verdict is Verdict.ACCEPTED:
                with contextlib.suppress(SMTPException, OSError):
                    await client.quit(timeout=_FAREWELL_S)
            return outcome
        finally:
            client.close()

    async def _introduce(self, client: SMTP, letter: Letter) -> Outcome | None:
        """Everything before DATA: whatever goes wrong here, the server has no letter."""
        try:
            async with asyncio.timeout(self._settings.provider_timeout):
                await client.connect()
                await client.mail(self._settings.mail_from)
                await client.rcpt(letter.address)
        except (SMTPRecipientRefused, SMTPSenderRefused) as error:
            return _refusal(error)
        except (SMTPException, OSError) as error:  # TimeoutError is an OSError
            return Outcome(Verdict.TRY_LATER, type(error).__name__)
        return None

    async def _hand_over(self, client: SMTP, mail: EmailMessage) -> Outcome:
        """DATA: an answer is certain; silence or a cut leaves the outcome unknown."""
        try:
            async with asyncio.timeout(self._settings.provider_timeout):
                answer = await client.data(mail.as_bytes(policy=SMTP_POLICY))
        except SMTPResponseException as error:
            return _refusal(error)
        except (SMTPException, OSError) as error:
            return Outcome(Verdict.UNKNOWN, type(error).__name__)
        return Outcome(Verdict.ACCEPTED, f"SMTP {answer.code}")

    def _mail(self, key: UUID, letter: Letter) -> EmailMessage:
        mail = EmailMessage()
        mail["From"] = Address(addr_spec=self._settings.mail_from)
        mail["To"] = Address(addr_spec=letter.address)
        mail["Subject"] = letter.subject
        mail["Message-ID"] = f"<{key}@{self._domain}>"
        mail["Date"] = format_datetime(clock.now())
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(letter.body)
        return mail


def _refusal(error: SMTPResponseException) -> Outcome:
    """4yz passes by itself, 5yz does not (RFC 5321, 4.2.1)."""
    verdict = Verdict.REFUSED if error.code >= _PERMANENT else Verdict.TRY_LATER
    return Outcome(verdict, f"SMTP {error.code}")
