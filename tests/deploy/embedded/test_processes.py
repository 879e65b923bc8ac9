"""What each process is told: its own and no more."""

from pathlib import Path

import pytest

from deploy.embedded.databases import SERVICES, DatabaseUrls
from deploy.embedded.processes import APART, TOGETHER, Wiring, environment

WIRING = Wiring(
    root=Path("/run/витраж"),
    databases={name: DatabaseUrls(f"owner-{name}", f"app-{name}") for name in SERVICES},
    kafka="127.0.0.1:9092",
    valkey="redis://127.0.0.1:6379/0",
    zipkin_endpoint="http://127.0.0.1:9411/api/v2/spans",
    smtp=("127.0.0.1", 1025),
    sms="http://127.0.0.1:8026",
    sms_secret="seal",
    ports={"gateway": 8080, "clients": 8081, "orders": 8082, "notifications": 8083},
)


@pytest.mark.parametrize("service", SERVICES)
def test_only_a_migration_is_told_the_owners_address(service: str) -> None:
    told = environment(service, WIRING)

    assert told["VITRAZH_DATABASE_URL"] == f"app-{service}"
    assert "owner-" not in " ".join(told.values())
    assert (
        environment(service, WIRING, owner=True)["VITRAZH_DATABASE_OWNER_URL"] == f"owner-{service}"
    )


def test_only_the_gateway_can_sign() -> None:
    signing = [s for s in SERVICES if "VITRAZH_SIGNING_PRIVATE_KEY_FILE" in environment(s, WIRING)]

    assert signing == ["gateway"]


def test_the_gateway_knows_every_other_service() -> None:
    told = environment("gateway", WIRING)

    assert told["VITRAZH_UPSTREAM_ORDERS"] == "http://127.0.0.1:8082"
    assert {name for name in told if name.startswith("VITRAZH_UPSTREAM_")} == {
        f"VITRAZH_UPSTREAM_{name.upper()}" for name in SERVICES if name != "gateway"
    }


def test_only_notifications_reach_the_providers() -> None:
    reaching = [
        s
        for s in SERVICES
        if {"VITRAZH_SMTP_HOST", "VITRAZH_SMS_URL"} & set(environment(s, WIRING))
    ]

    assert reaching == ["notifications"]


def test_files_of_a_service_lie_in_a_folder_of_its_own() -> None:
    places = {environment(service, WIRING)["VITRAZH_FILES_URL"] for service in SERVICES}

    assert len(places) == len(SERVICES)
    assert all(place.startswith("file:///run/") for place in places)


def test_apart_has_an_api_and_a_worker_of_every_service() -> None:
    assert {p.service for p in TOGETHER.processes} == set(SERVICES)
    assert sorted((p.service, p.role) for p in APART.processes) == sorted(
        (service, role) for service in SERVICES for role in ("api", "worker")
    )
    assert len({p.name for p in APART.processes}) == len(APART.processes)
