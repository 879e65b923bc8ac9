"""Where the providers are, and who we are to them; from `VITRAZH_*`."""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ProviderSettings(BaseSettings):
    """What the sender is told from outside; the defaults are those of the local sandboxes."""

    model_config = SettingsConfigDict(env_prefix="VITRAZH_", extra="ignore")

    smtp_host: str = "127.0.0.1"
    smtp_port: int = 1025
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_tls: Literal["none", "starttls", "tls"] = "none"
    mail_from: str = "orders@vitrazh.example"
    """Sender of mails; its domain is also that of their Message-IDs."""
    sms_url: str = "http://127.0.0.1:8026"
    sms_token: SecretStr = SecretStr("")
    """Bearer token of the SMS provider, if it wants one."""
    sms_sender: str = "Vitrazh"
    sms_secret: SecretStr = SecretStr("")
    """Seals delivery reports; empty = no reports are asked for and none is believed."""
    public_url: str = "http://127.0.0.1:8080"
    """Where the provider reports to."""
    provider_timeout: float = Field(default=10, gt=0, le=12)
    """Seconds for the introduction, and again for the letter: twice this is below the lease."""
