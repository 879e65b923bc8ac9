"""What must never be read by whom: money, and everything by which a client is known."""

from typing import Final

from tests.rights.stage.people import SEES_NO_CLIENT, SEES_NO_MONEY, Who
from tests.rights.stage.story import DIGITS, EMAIL, PRICE, SURNAME

MONEY: Final = (PRICE, PRICE.replace(".", ","), PRICE.partition(".")[0])
CLIENT: Final = (SURNAME, "Эсмеральда", *DIGITS, EMAIL)


def secrets_from(who: Who) -> tuple[str, ...]:
    """Return the words that nothing this principal reads may hold."""
    no_money = MONEY if who in SEES_NO_MONEY or not who.known else ()
    no_client = CLIENT if who in SEES_NO_CLIENT or not who.known else ()
    return (*no_money, *no_client)


def leaks(who: Who, where: str, body: bytes) -> list[str]:
    """Name every secret that stands in what he read."""
    text = body.decode("utf-8", "replace") + _unescaped(body)
    return [f"{who.name} reads {word} in {where}" for word in secrets_from(who) if word in text]


def _unescaped(body: bytes) -> str:
    """Return the text of JSON in which letters stand as numbers."""
    if b"\\u" not in body:
        return ""
    return body.decode("ascii", "replace").encode("ascii", "replace").decode("unicode_escape")
