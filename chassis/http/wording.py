"""Validation messages in Russian and English; the wording of pydantic is for programmers."""

from typing import Any

_WORDS: dict[str, tuple[str, str]] = {
    "missing": ("обязательное поле", "required"),
    "extra_forbidden": ("такого поля нет", "unknown field"),
    "string_too_short": ("не короче {min_length} знаков", "at least {min_length} characters"),
    "string_too_long": ("не длиннее {max_length} знаков", "at most {max_length} characters"),
    "string_type": ("нужен текст", "must be text"),
    "string_unicode": ("недопустимые знаки", "invalid characters"),
    "string_pattern_mismatch": ("неверный вид", "malformed"),
    "int_type": ("нужно целое число", "must be a whole number"),
    "int_parsing": ("нужно целое число", "must be a whole number"),
    "int_from_float": ("нужно целое число", "must be a whole number"),
    "int_parsing_size": ("слишком большое число", "number too large"),
    "decimal_type": ("нужна сумма, например 8037.00", "must be a sum, e.g. 8037.00"),
    "decimal_parsing": ("нужна сумма, например 8037.00", "must be a sum, e.g. 8037.00"),
    "decimal_max_places": (
        "не больше {decimal_places} знаков после запятой",
        "at most {decimal_places} decimals",
    ),
    "decimal_max_digits": ("слишком большое число", "number too large"),
    "decimal_whole_digits": ("слишком большое число", "number too large"),
    "finite_number": ("нужно конечное число", "must be a finite number"),
    "greater_than": ("должно быть больше {gt}", "must be greater than {gt}"),
    "greater_than_equal": ("не меньше {ge}", "at least {ge}"),
    "less_than": ("должно быть меньше {lt}", "must be less than {lt}"),
    "less_than_equal": ("не больше {le}", "at most {le}"),
    "bool_type": ("нужно да или нет", "must be true or false"),
    "bool_parsing": ("нужно да или нет", "must be true or false"),
    "enum": ("допустимо: {expected}", "one of: {expected}"),
    "literal_error": ("допустимо: {expected}", "one of: {expected}"),
    "uuid_type": ("нужен идентификатор", "must be an identifier"),
    "uuid_parsing": ("нужен идентификатор", "must be an identifier"),
    "date_type": ("нужна дата ГГГГ-ММ-ДД", "must be a date YYYY-MM-DD"),
    "date_parsing": ("нужна дата ГГГГ-ММ-ДД", "must be a date YYYY-MM-DD"),
    "date_from_datetime_parsing": ("нужна дата ГГГГ-ММ-ДД", "must be a date YYYY-MM-DD"),
    "date_from_datetime_inexact": ("нужна дата без времени", "must be a date without time"),
    "datetime_type": ("нужны дата и время", "must be a date and time"),
    "datetime_parsing": ("нужны дата и время", "must be a date and time"),
    "datetime_from_date_parsing": ("нужны дата и время", "must be a date and time"),
    "datetime_object_invalid": ("нужны дата и время", "must be a date and time"),
    "timezone_aware": ("нужно время со смещением", "must be a time with an offset"),
    "list_type": ("нужен список", "must be a list"),
    "tuple_type": ("нужен список", "must be a list"),
    "dict_type": ("нужен объект", "must be an object"),
    "model_type": ("нужен объект", "must be an object"),
    "model_attributes_type": ("нужен объект", "must be an object"),
    "too_short": ("не меньше {min_length} строк", "at least {min_length} items"),
    "too_long": ("не больше {max_length} строк", "at most {max_length} items"),
    "json_invalid": ("это не JSON", "not valid JSON"),
    "value_error": ("недопустимое значение", "not allowed"),
    "union_tag_invalid": ("допустимо: {expected_tags}", "one of: {expected_tags}"),
    "union_tag_not_found": ("не указан вид", "the kind is not given"),
}
_FALLBACK = ("неверное значение", "invalid value")
_NUL = ("знак NUL недопустим", "the NUL character is not allowed")


def worded(error: dict[str, Any], language: str) -> str:
    """Return one validation error in words."""
    kind = error["type"]
    if kind == "value_error" and str(error.get("msg", "")).endswith("nul"):
        russian, english = _NUL
    else:
        russian, english = _WORDS.get(kind, _FALLBACK)
    template = english if language == "en" else russian
    return template.format_map(_Context(error.get("ctx") or {}))


class _Context(dict[str, Any]):
    """Parameters of a message; an unknown one is left out."""

    def __missing__(self, key: str) -> str:
        return "…"
