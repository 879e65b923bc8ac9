"""How a person proves who he is, and for how long that holds."""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from chassis.errors import DomainError, Forbidden, Unauthorized, invalid

SESSION_IDLE: Final = timedelta(hours=2)
SESSION_LONGEST: Final = timedelta(hours=12)
TOUCH_AFTER: Final = timedelta(minutes=1)
"""A session's last use is written at most this often."""
PASSWORD_SHORTEST: Final = 12
PASSWORD_LONGEST: Final = 128
API_PREFIX: Final = "vz_"
"""Begins every API token, so that a leaked one is recognised wherever it is found."""
TOKEN_LONGEST: Final = timedelta(days=366)
_PIN: Final = re.compile(r"[0-9]{4,6}")
_SAME_DIGITS: Final = 2
_SHORT_LOGIN: Final = 3
_SECRET_BYTES: Final = 32


class WrongPassword(Unauthorized):
    """The log-in or the password is wrong; which of them is not said."""

    code = "sign-in-refused"
    ru = "Неверный логин или пароль"
    en = "Wrong log-in or password"


class OldPasswordWrong(DomainError):
    """He who changes his password must know the old one."""

    status = 422
    code = "old-password-wrong"
    ru = "Прежний пароль неверен"
    en = "The old password is wrong"


class PersonNeeded(Forbidden):
    """Only a person who signed in can do this; a tablet or a token cannot."""

    code = "person-needed"
    ru = "Для этого нужно войти под своим именем"
    en = "Sign in as a person to do this"


@dataclass(frozen=True, slots=True)
class SessionLife:
    """How long a sign-in holds: idle 2 h, at most 12 h; instants are UTC."""

    signed_in_at: datetime
    used_at: datetime

    def holds(self, now: datetime) -> bool:
        """Whether the session is still good."""
        return now - self.used_at < SESSION_IDLE and now - self.signed_in_at < SESSION_LONGEST

    def wants_touch(self, now: datetime) -> bool:
        """Whether its last use is old enough to be written anew."""
        return now - self.used_at >= TOUCH_AFTER


def new_secret(prefix: str = "") -> str:
    """Return 256 random bits as text; shown once, never stored."""
    return prefix + secrets.token_urlsafe(_SECRET_BYTES)


def digest(secret: str) -> bytes:
    """Return what is stored of a random secret; it is too long to be guessed, so unsalted."""
    return hashlib.sha256(secret.encode()).digest()


def digests(secrets_: Iterable[str]) -> dict[bytes, str]:
    """Return what is stored of each of these secrets, and which it is."""
    return {digest(secret): secret for secret in secrets_}


def login_of(text: str) -> str:
    """Return a log-in as it is kept: small letters, one form of each sign."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def plain_password(password: str) -> str:
    """Return a password in the one form that is hashed: keyboards differ in how they compose."""
    return unicodedata.normalize("NFKC", password)


def checked_password(password: str, *, login: str) -> str:
    """Return a new password as it is hashed.

    Raises:
        Invalid: shorter than 12, longer than 128, or one that anybody would try first.
    """
    plain = plain_password(password)
    if not PASSWORD_SHORTEST <= len(plain) <= PASSWORD_LONGEST:
        raise invalid(
            "password-length",
            f"Пароль: от {PASSWORD_SHORTEST} до {PASSWORD_LONGEST} знаков",
            f"Password: {PASSWORD_SHORTEST} to {PASSWORD_LONGEST} characters",
            "password",
        )
    low = plain.lower()
    named = len(login) > _SHORT_LOGIN and login in low
    if named or len(set(low)) < PASSWORD_SHORTEST // 2 or _climbs(low):
        raise invalid(
            "password-guessable",
            "Пароль легко угадать: длиннее, разными знаками и без логина",
            "The password is easy to guess: vary it and leave the log-in out",
            "password",
        )
    return plain


def checked_pin(pin: str) -> str:
    """Return a new PIN.

    Raises:
        Invalid: not 4 to 6 digits, or the ones that anybody would try first.
    """
    if not _PIN.fullmatch(pin):
        raise invalid("pin-malformed", "ПИН: от 4 до 6 цифр", "PIN: 4 to 6 digits", "pin")
    if len(set(pin)) < _SAME_DIGITS or _climbs(pin):
        raise invalid(
            "pin-guessable", "Такой ПИН легко угадать", "This PIN is easy to guess", "pin"
        )
    return pin


def _climbs(text: Iterable[str]) -> bool:
    """Whether each sign follows the one before by the same step of one (`1234`, `fedc`)."""
    codes = [ord(sign) for sign in text]
    steps = {after - before for before, after in pairwise(codes)}
    return steps in ({1}, {-1})
