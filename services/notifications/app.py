"""The notifications service: its slices, and the providers they speak to."""

from pathlib import Path

from chassis.service import Service, Slice
from chassis.settings import Settings
from services.notifications.messages import bus, http, jobs, tables
from services.notifications.messages.adapters.settings import ProviderSettings
from services.notifications.messages.adapters.sms_http import HttpSms
from services.notifications.messages.adapters.smtp import SmtpServer
from services.notifications.messages.ports import MailServer, ReportSeal, SmsProvider


def _seal(_: Settings) -> ReportSeal:
    return ReportSeal(ProviderSettings().sms_secret.get_secret_value())


def _sms(settings: Settings) -> HttpSms:
    return HttpSms(ProviderSettings(), _seal(settings))


def _mail(_: Settings) -> SmtpServer:
    return SmtpServer(ProviderSettings())


service = Service(
    name="notifications",
    slices=(
        Slice(
            name="messages",
            routes=(http.router, http.reports),
            consumers=(bus.consumers,),
            jobs=jobs.jobs,
            metadata=tables.metadata,
        ),
    ),
    migrations=Path(__file__).parent / "migrations",
    ports={SmsProvider: _sms, MailServer: _mail, ReportSeal: _seal},
)
