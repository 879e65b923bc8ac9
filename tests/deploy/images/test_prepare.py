"""Each container's folder holds its own secrets, made once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from deploy.embedded.credentials import Secrets
from deploy.embedded.databases import SERVICES, DatabaseUrls
from deploy.images import prepare


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def pretend(_: str, services: Sequence[str], __: Secrets) -> dict[str, DatabaseUrls]:
        return {name: DatabaseUrls(f"owner-of-{name}", f"app-of-{name}") for name in services}

    monkeypatch.setattr(prepare, "provision", pretend)
    prepare.passwords(tmp_path)
    prepare.databases(tmp_path)
    return tmp_path


def everything_in(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_gets_its_own_address_and_no_owners(prepared: Path, service: str) -> None:
    secrets = everything_in(prepared / service)

    assert f"app-of-{service}" in secrets
    assert "owner-of" not in secrets
    assert [name for name in SERVICES if f"app-of-{name}" in secrets] == [service]


def test_only_the_gateway_gets_the_key_that_signs(prepared: Path) -> None:
    holders = [name for name in SERVICES if "PRIVATE KEY" in everything_in(prepared / name)]

    assert holders == ["gateway"]
    assert all("PUBLIC KEY" in everything_in(prepared / name) for name in SERVICES)


def test_migrations_get_the_owners(prepared: Path) -> None:
    owners = {path.name for path in (prepared / "migrations").iterdir()}

    assert owners == {f"{service}_owner_url" for service in SERVICES}


def test_a_second_run_changes_nothing(prepared: Path) -> None:
    before = everything_in(prepared / "gateway"), everything_in(prepared / "postgres")
    prepare.passwords(prepared)
    prepare.databases(prepared)

    assert (everything_in(prepared / "gateway"), everything_in(prepared / "postgres")) == before


def test_the_store_of_all_secrets_is_closed_to_others(prepared: Path) -> None:
    assert (prepared / "keeper" / "secrets.json").stat().st_mode & 0o077 == 0
