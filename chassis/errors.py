"""Kinds of refusal. A slice names its own sentences as subclasses; doors translate the kind.

Pure: a domain imports this. `code` is stable and becomes the problem's `type`; `ru` and `en` are
templates filled with the error's parameters.
"""

from dataclasses import dataclass
from typing import Any, ClassVar


class DomainError(Exception):
    """A refusal with a stable code and a sentence in Russian and English."""

    status: ClassVar[int] = 400
    code: ClassVar[str] = "bad-request"
    ru: ClassVar[str] = "Запрос не принят"
    en: ClassVar[str] = "The request was refused"
    retry_after: ClassVar[int | None] = None
    """Seconds after which trying again makes sense; None = it does not by itself."""

    def __init__(self, **params: Any) -> None:
        super().__init__(self.code)
        self.params = params

    def text(self, language: str) -> str:
        """Return the sentence in `ru` or `en`."""
        template = self.en if language == "en" else self.ru
        return template.format(**self.params)

    def __str__(self) -> str:
        return f"{self.code}: {self.text('en')}"


class Unauthorized(DomainError):
    """Nobody knows who asks."""

    status = 401
    code = "not-signed-in"
    ru = "Войдите в систему"
    en = "Sign in first"


class Forbidden(DomainError):
    """The actor has no right to it."""

    status = 403
    code = "not-allowed"
    ru = "Нет права на это действие"
    en = "You are not allowed to do this"


class NotFound(DomainError):
    """No such thing, or none that the actor may see."""

    status = 404
    code = "not-found"
    ru = "Не найдено"
    en = "Not found"


class Conflict(DomainError):
    """The thing's state does not allow it now."""

    status = 409
    code = "conflict"
    ru = "Сейчас это невозможно"
    en = "Not possible in the present state"


class NotYet(Conflict):
    """Something that we need has not reached us yet; it will soon."""

    code = "not-yet"
    ru = "Данные ещё не дошли, повторите через секунду"
    en = "The data has not arrived yet, try again in a second"
    retry_after = 1


class Stale(DomainError):
    """Somebody else changed it meanwhile; `current` holds today's state."""

    status = 412
    code = "stale-edit"
    ru = "Пока вы правили, запись изменили"
    en = "The record was changed while you were editing"


class PreconditionRequired(DomainError):
    """An edit must say which version it edits (`If-Match`)."""

    status = 428
    code = "if-match-required"
    ru = "Нужен заголовок If-Match с версией записи"
    en = "The If-Match header with the record's version is required"


class TooLarge(DomainError):
    """More bytes than we take."""

    status = 413
    code = "too-large"
    ru = "Слишком большой объём: не больше {limit} байт"
    en = "Too large: {limit} bytes at most"


class TooMany(DomainError):
    """Asked too often."""

    status = 429
    code = "too-many-requests"
    ru = "Слишком много попыток, повторите через {seconds} с"
    en = "Too many attempts, try again in {seconds} s"
    retry_after = 1


class Unavailable(DomainError):
    """A part that we need does not answer."""

    status = 503
    code = "temporarily-unavailable"
    ru = "Сервис временно недоступен, повторите через несколько секунд"
    en = "Temporarily unavailable, try again in a few seconds"
    retry_after = 2


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field: where (`("items", 0, "width_mm")`), which rule, in words."""

    loc: tuple[str | int, ...]
    code: str
    ru: str
    en: str


class Invalid(DomainError):
    """Fields hold what cannot be; each is named."""

    status = 422
    code = "invalid"
    ru = "Проверьте поля"
    en = "Check the fields"

    def __init__(self, *fields: FieldError, **params: Any) -> None:
        super().__init__(**params)
        self.fields = fields


def invalid(code: str, ru: str, en: str, *loc: str | int) -> Invalid:
    """Return an `Invalid` with one field."""
    return Invalid(FieldError(loc, code, ru, en))
