"""Secrets come from files; keys stay where they are."""

from pathlib import Path

import pytest

from deploy.images.launch import from_files


def test_a_file_becomes_the_setting(tmp_path: Path) -> None:
    file = tmp_path / "database_url"
    file.write_text("postgresql+asyncpg://orders_app\n")

    told = from_files({"VITRAZH_DATABASE_URL_FILE": str(file), "OTHER_FILE": "/nowhere"})

    assert told == {"VITRAZH_DATABASE_URL": "postgresql+asyncpg://orders_app"}


def test_keys_are_left_to_the_settings() -> None:
    assert from_files({"VITRAZH_SIGNING_PUBLIC_KEY_FILE": "/run/vitrazh/key.pem"}) == {}


def test_a_missing_secret_stops_the_container() -> None:
    with pytest.raises(FileNotFoundError):
        from_files({"VITRAZH_VALKEY_URL_FILE": "/nowhere/valkey_url"})
