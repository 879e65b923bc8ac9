"""Settings: from the environment alone, secrets also from files."""

from pathlib import Path

import pytest

from chassis.settings import MissingSetting, Settings


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SIGNING_PUBLIC_KEY", "SIGNING_PUBLIC_KEY_FILE", "SIGNING_PRIVATE_KEY_FILE"):
        monkeypatch.delenv(f"VITRAZH_{name}", raising=False)


def test_a_key_is_taken_from_the_file_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("PUBLIC", "PRIVATE"):
        file = tmp_path / f"ключ {name}.pem"
        file.write_text(f"{name} PEM")
        monkeypatch.setenv(f"VITRAZH_SIGNING_{name}_KEY_FILE", str(file))
    assert Settings().public_key == "PUBLIC PEM"
    assert Settings().private_key == "PRIVATE PEM"


def test_the_variable_itself_goes_before_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_SIGNING_PUBLIC_KEY", "direct")
    monkeypatch.setenv("VITRAZH_SIGNING_PUBLIC_KEY_FILE", str(tmp_path / "none"))
    assert Settings().public_key == "direct"


@pytest.mark.parametrize(("name", "word"), [("public_key", "PUBLIC"), ("private_key", "PRIVATE")])
def test_a_missing_key_is_named(name: str, word: str) -> None:
    with pytest.raises(MissingSetting, match=f"VITRAZH_SIGNING_{word}_KEY"):
        getattr(Settings(), name)


def test_a_file_that_is_not_there_is_an_error_not_an_empty_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VITRAZH_SIGNING_PRIVATE_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(FileNotFoundError):
        _ = Settings().private_key


def test_defaults_are_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VITRAZH_ENVIRONMENT", raising=False)
    settings = Settings()
    assert settings.environment == "production"
    assert settings.http_host == "127.0.0.1"
    assert settings.kafka_session_timeout_ms == 30_000
    assert settings.consumer_tries == 5
