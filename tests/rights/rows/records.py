"""Rows of the clients' cards and of the messages to them."""

from typing import Final
from uuid import UUID

from services.notifications.messages.ports import ReportSeal
from tests.rights.rows.row import Row, get, none
from tests.rights.stage.caller import Caller, Sent
from tests.rights.stage.people import DESK, DESK_AWAY, NOBODY, TOKEN, Who
from tests.rights.stage.story import CLIENT
from tests.rights.stage.world import World

CARD: Final = "/api/clients/{client_id}"
EDITORS: Final = frozenset({DESK, DESK_AWAY, TOKEN})


async def _take_down(_world: World, _caller: Caller) -> Sent:
    return Sent(method="POST", path="/api/clients", body=CLIENT)


async def _correct(world: World, _caller: Caller) -> Sent:
    made = await world.new_client()
    headers = {"If-Match": f'"{made["version"]}"'}
    body = CLIENT | {"name": "Канарейкина Эльвира"}
    return Sent(method="PUT", path=f"/api/clients/{made['id']}", body=body, headers=headers)


async def _erase(world: World, _caller: Caller) -> Sent:
    made = await world.new_client()
    return Sent(method="DELETE", path=f"/api/clients/{made['id']}")


async def _card(world: World, _caller: Caller) -> Sent:
    return Sent(method="GET", path=f"/api/clients/{world.story.client_id}")


async def _history(world: World, _caller: Caller) -> Sent:
    return Sent(method="GET", path=f"/api/clients/{world.story.client_id}/history")


async def _message(world: World, _caller: Caller) -> Sent:
    return Sent(method="GET", path=f"/api/messages/{world.calls[-1]}")


def _fresh(waiting: list[str], caller: Caller) -> str:
    """Give a message away to whoever may act on it; the others knock at the last one."""
    return waiting.pop() if caller.who in EDITORS and len(waiting) > 1 else waiting[-1]


async def _resend(world: World, caller: Caller) -> Sent:
    return Sent(method="POST", path=f"/api/messages/{_fresh(world.failed, caller)}/resend")


async def _note_call(world: World, caller: Caller) -> Sent:
    return Sent(method="POST", path=f"/api/messages/{_fresh(world.calls, caller)}/note-call")


async def _report(world: World, _caller: Caller) -> Sent:
    key = world.accepted[0]
    proof = ReportSeal(world.system.wiring.sms_secret).proof(UUID(key))
    body = {"id": key, "status": "delivered"}
    return Sent(method="POST", path=f"/api/sms-reports?proof={proof}", body=body)


def _first(who: Who) -> int:
    """The same report again says nothing new."""
    return 1 if who is NOBODY else 0


RECORDS: Final[tuple[Row, ...]] = (
    get("GET /api/clients", "/api/clients?q=кан"),
    get("GET /api/clients/duplicates", "/api/clients/duplicates?phone=89217776655"),
    Row(route="POST /api/clients", make=_take_down),
    Row(route=f"GET {CARD}", make=_card, audits=none),
    Row(route=f"GET {CARD}/history", make=_history, audits=none),
    Row(route=f"PUT {CARD}", make=_correct),
    Row(route=f"DELETE {CARD}", make=_erase),
    get("GET /api/messages"),
    Row(route="GET /api/messages/{message_id}", make=_message, audits=none),
    Row(route="POST /api/messages/{message_id}/resend", make=_resend),
    Row(route="POST /api/messages/{message_id}/note-call", make=_note_call),
    Row(route="POST /api/sms-reports", make=_report, audits=_first),
)
