from datetime import UTC, datetime, timedelta

import pytest

from chassis.errors import Invalid
from gateway.access.domain.proof import (
    API_PREFIX,
    SessionLife,
    checked_password,
    checked_pin,
    digest,
    login_of,
    new_secret,
    plain_password,
)

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("password", ["коротко-11з", "x" * 5 + "abcdefg" * 18])
def test_password_has_twelve_to_128_characters(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_password(password, login="sokolova")
    assert refused.value.fields[0].code == "password-length"


@pytest.mark.parametrize(
    "password",
    ["aaaaaaaaaaaa", "abababababab", "lkjihgfedcba", "Sokolova-2026", "abcdefghijkl"],
)
def test_password_that_anybody_would_try_is_refused(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_password(password, login="sokolova")
    assert refused.value.fields[0].code == "password-guessable"


@pytest.mark.parametrize(
    "password",
    ["зеркало-800-на-1200", "correct horse battery", " spaces count  ", "ж1" * 3 + "qwerty" * 20],
)
def test_long_password_of_any_signs_is_taken(password: str) -> None:
    assert checked_password(password, login="sokolova") == plain_password(password)


def test_short_log_in_may_be_part_of_the_password() -> None:
    assert checked_password("planet of mirrors", login="an")


def test_password_is_the_same_however_the_keyboard_composed_it() -> None:
    assert plain_password("\u0451-\u0439") == plain_password("\u0435\u0308-\u0438\u0306")


@pytest.mark.parametrize("pin", ["2468", "13579", "908172"])
def test_four_to_six_digits_are_a_pin(pin: str) -> None:
    assert checked_pin(pin) == pin


@pytest.mark.parametrize("pin", ["", "123", "1234567", "12a4", "٢٤٦٨", "2468\n"])
def test_anything_else_is_no_pin(pin: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_pin(pin)
    assert refused.value.fields[0].code == "pin-malformed"


@pytest.mark.parametrize("pin", ["0000", "1234", "98765", "222222"])
def test_pin_that_anybody_would_try_is_refused(pin: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_pin(pin)
    assert refused.value.fields[0].code == "pin-guessable"


def test_log_in_is_kept_in_one_form() -> None:
    assert login_of("  Sokolova ") == "sokolova"


def test_secret_has_256_bits_and_is_kept_as_a_hash() -> None:
    secret = new_secret(API_PREFIX)

    assert secret.startswith("vz_")
    assert len(secret) == 46
    assert secret != new_secret(API_PREFIX)
    assert secret.encode() not in digest(secret)
    assert len(digest(secret)) == 32


def test_session_holds_while_it_is_used() -> None:
    life = SessionLife(NINE, NINE + timedelta(hours=3))
    assert life.holds(NINE + timedelta(hours=4, minutes=59))


def test_session_ends_after_two_idle_hours() -> None:
    assert not SessionLife(NINE, NINE).holds(NINE + timedelta(hours=2))


def test_session_ends_after_twelve_hours_whatever_happens() -> None:
    late = NINE + timedelta(hours=12)
    assert not SessionLife(NINE, late - timedelta(seconds=1)).holds(late)


def test_use_is_written_once_a_minute() -> None:
    life = SessionLife(NINE, NINE)
    assert not life.wants_touch(NINE + timedelta(seconds=59))
    assert life.wants_touch(NINE + timedelta(minutes=1))
