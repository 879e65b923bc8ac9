"""Rows of the gateway: sessions, staff, tokens, tablets, offices, the feed, the pages."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final

from chassis.clock import now
from deploy.demo import people as demo
from tests.rights.rows.row import Row, get, none
from tests.rights.stage.caller import Caller, Came, Sent
from tests.rights.stage.people import ART_WORKER, HOME, TABLET, TABLET_ART, WORKER, Who
from tests.rights.stage.world import HOLDERS, PASSWORD, PINS, World, hold

OTHER_PASSWORD: Final = "зеркала помнят всё вокруг"
NOBODYS: Final = {"Cookie": ""}
"""Instead of one's own session, which would end."""


async def _sign_in(_world: World, _caller: Caller) -> Sent:
    body = {"login": WORKER.name, "password": PASSWORD}
    return Sent(method="POST", path="/api/session", body=body, headers=NOBODYS)


async def _sign_out(world: World, caller: Caller) -> Sent:
    """Ends a second session of the person's own."""
    headers = NOBODYS
    if caller.who.kind == "person":
        session = await world.second_session(caller)
        headers = {"Cookie": f"vitrazh_session={session}"}
    return Sent(method="DELETE", path="/api/session", headers=headers)


def _person(who: Who) -> int:
    return 1 if who.kind == "person" else 0


async def _own_password(_world: World, _caller: Caller) -> Sent:
    body = {"old": PASSWORD, "new": OTHER_PASSWORD}
    return Sent(method="PUT", path="/api/profile/password", body=body)


async def _old_password_again(_world: World, caller: Caller, _came: Came) -> None:
    body = {"old": OTHER_PASSWORD, "new": PASSWORD}
    await caller.do("PUT", "/api/profile/password", body)


async def _own_language(_world: World, _caller: Caller) -> Sent:
    return Sent(method="PUT", path="/api/profile/language", body={"language": "en"})


async def _russian_again(_world: World, caller: Caller, _came: Came) -> None:
    await caller.do("PUT", "/api/profile/language", {"language": "ru"})


def _on_person(
    method: str,
    ending: str,
    body: dict[str, Any] | None = None,
    before: tuple[str, ...] = (),
    **more: Any,
) -> Row:
    """Return the row of a call about a person who was hired for it."""

    async def make(world: World, _caller: Caller) -> Sent:
        hired = await world.hire()
        path = f"/api/staff/{hired['id']}"
        for verb in before:
            await world.admin.do("POST", f"{path}/{verb}")
        said = body
        headers = {}
        if method == "PUT" and not ending:
            said = {"name": "Новиков Глеб", "login": hired["login"], "roles": ["quality"]}
            headers = {"If-Match": f'"{hired["version"]}"'}
        return Sent(method=method, path=path + ending, body=said, headers=headers)

    return Row(route=f"{method} /api/staff/{{staff_id}}{ending}", make=make, **more)


async def _hire(world: World, _caller: Caller) -> Sent:
    body = {
        "name": "Новиков Глеб",
        "login": world.new_login(),
        "roles": ["desk"],
        "office_id": world.offices[HOME],
    }
    return Sent(method="POST", path="/api/staff", body=body)


async def _create_token(_world: World, _caller: Caller) -> Sent:
    tomorrow = (now() + timedelta(days=1)).isoformat()
    body = {"name": "склад", "roles": ["desk"], "expires_at": tomorrow}
    return Sent(method="POST", path="/api/tokens", body=body)


async def _revoke_token(world: World, _caller: Caller) -> Sent:
    return Sent(method="POST", path=f"/api/tokens/{await world.new_token()}/revoke")


async def _pairing_code(_world: World, _caller: Caller) -> Sent:
    return Sent(method="POST", path="/api/devices/pairing-codes", body={"shop": "workshop"})


async def _pair(world: World, _caller: Caller) -> Sent:
    body = {"code": await world.pairing_code(), "name": "Ещё планшет"}
    return Sent(method="POST", path="/api/devices/pair", body=body)


def _on_tablet(
    method: str, ending: str = "", body: dict[str, Any] | None = None, **more: Any
) -> Row:
    async def make(world: World, _caller: Caller) -> Sent:
        paired = await world.pair()
        headers = {}
        if method == "PUT":
            shown = await world.admin.do("GET", f"/api/devices/{paired['id']}")
            headers = {"If-Match": f'"{shown["version"]}"'}
        path = f"/api/devices/{paired['id']}{ending}"
        return Sent(method=method, path=path, body=body, headers=headers)

    return Row(route=f"{method} /api/devices/{{device_id}}{ending}", make=make, **more)


async def _take_tablet(world: World, caller: Caller) -> Sent:
    worker = ART_WORKER if caller.who is TABLET_ART else WORKER
    body = {"staff_id": world[worker].staff_id, "pin": PINS[worker]}
    return Sent(method="POST", path="/api/devices/operator", body=body)


async def _taken(_world: World, caller: Caller, came: Came) -> None:
    if caller.who in HOLDERS:
        caller.proof["X-Operator"] = came.data["session"]


async def _leave_tablet(_world: World, _caller: Caller) -> Sent:
    return Sent(method="DELETE", path="/api/devices/operator")


async def _hold_again(world: World, caller: Caller, _came: Came) -> None:
    if caller.who in HOLDERS:
        await hold(world.callers, caller.who)


def _held(who: Who) -> int:
    """Whoever holds no tablet puts none down."""
    return 1 if who in {TABLET, TABLET_ART} else 0


async def _open_office(_world: World, _caller: Caller) -> Sent:
    body = demo.OFFICES[HOME] | {"letter": "Ж", "name": "Заречный"}
    return Sent(method="POST", path="/api/offices", body=body)


async def _change_office(world: World, _caller: Caller) -> Sent:
    path = f"/api/offices/{world.offices[HOME]}"
    shown = await world.admin.do("GET", path)
    body = {name: value for name, value in demo.OFFICES[HOME].items() if name != "letter"}
    headers = {"If-Match": f'"{shown["version"]}"'}
    body["closes"] = "18:00" if shown["closes"] == "19:00" else "19:00"
    return Sent(method="PUT", path=path, body=body, headers=headers)


def _of_office(ending: str) -> Callable[[World, Caller], Awaitable[Sent]]:
    async def make(world: World, _caller: Caller) -> Sent:
        return Sent(method="GET", path=f"/api/offices/{world.offices[HOME]}{ending}")

    return make


OFFICE: Final = "GET /api/offices/{office_id}"
GATEWAY: Final[tuple[Row, ...]] = (
    Row(route="POST /api/session", make=_sign_in),
    Row(route="DELETE /api/session", make=_sign_out, audits=_person),
    get("GET /api/session"),
    Row(
        route="PUT /api/profile/password",
        make=_own_password,
        only="person",
        after=_old_password_again,
    ),
    Row(route="PUT /api/profile/language", make=_own_language, only="person", after=_russian_again),
    get("GET /api/staff"),
    Row(route="POST /api/staff", make=_hire),
    _on_person("GET", "", audits=none),
    _on_person("PUT", ""),
    _on_person("POST", "/deactivate"),
    _on_person("POST", "/activate", before=("deactivate",)),
    _on_person("PUT", "/password", {"password": OTHER_PASSWORD}),
    _on_person("PUT", "/pin", {"pin": "4826"}),
    get("GET /api/tokens"),
    Row(route="POST /api/tokens", make=_create_token),
    Row(route="POST /api/tokens/{token_id}/revoke", make=_revoke_token),
    get("GET /api/devices"),
    Row(route="POST /api/devices/pairing-codes", make=_pairing_code),
    Row(route="POST /api/devices/pair", make=_pair),
    get("GET /api/devices/operators", only="tablet", shop=None),
    Row(
        route="POST /api/devices/operator",
        make=_take_tablet,
        only="tablet",
        shop=None,
        after=_taken,
    ),
    Row(
        route="DELETE /api/devices/operator",
        make=_leave_tablet,
        shop=None,
        audits=_held,
        after=_hold_again,
    ),
    _on_tablet("GET", audits=none),
    _on_tablet("PUT", body={"name": "Планшет у стола резки"}),
    _on_tablet("POST", "/revoke"),
    get("GET /api/offices"),
    Row(route=OFFICE, make=_of_office(""), audits=none),
    Row(route=f"{OFFICE}/history", make=_of_office("/history"), audits=none),
    Row(route="POST /api/offices", make=_open_office),
    Row(route="PUT /api/offices/{office_id}", make=_change_office),
    get("GET /api/feed", shop=None),
    get("GET /api/feed/schema", shop=None),
    get("GET /api/openapi.json"),
    get("GET /api/docs"),
    get("GET /api/docs/start.js"),
    get("GET /api/docs/{name}", "/api/docs/swagger-ui.css"),
    get("GET /favicon.ico"),
    get("GET /static/{name}", "/static/logo.svg"),
)
