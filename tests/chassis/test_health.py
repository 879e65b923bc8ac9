"""Figures of a process are for its own machine, or for whom the settings name."""

import httpx
import pytest

from chassis.run import compose
from chassis.settings import Settings
from chassis.testing import World


@pytest.mark.parametrize(
    ("address", "networks", "may"),
    [
        ("127.0.0.1", None, True),
        ("::1", None, True),
        ("203.0.113.7", None, False),
        ("192.168.1.5", None, False),
        ("", None, False),
        ("unix", None, False),
        ("10.1.2.3", "10.0.0.0/8, ::1", True),
        ("127.0.0.1", "10.0.0.0/8", False),
        ("10.1.2.3", "", False),
    ],
)
def test_who_may_read_the_figures(address: str, networks: str | None, *, may: bool) -> None:
    settings = Settings() if networks is None else Settings(metrics_from=networks)

    assert settings.may_watch(address) is may


@pytest.mark.parametrize("api", [True, False], ids=["api", "worker"])
@pytest.mark.parametrize(("address", "status"), [("127.0.0.1", 200), ("203.0.113.7", 404)])
async def test_a_stranger_sees_no_figures(
    world: World, address: str, status: int, *, api: bool
) -> None:
    app = compose(world.service, world.runtime, api=api)
    transport = httpx.ASGITransport(app=app, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        figures = await client.get("/metrics")
        live = await client.get("/health/live")

    assert figures.status_code == status
    assert ("vitrazh_" in figures.text) is (status == 200)
    assert live.status_code == 200
