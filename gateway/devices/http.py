"""Tablets over HTTP: an administrator makes codes and revokes; a tablet pairs and is taken."""

from typing import Annotated
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from chassis.actor import Actor
from chassis.http import (
    NO_KEY,
    HttpContext,
    IfMatch,
    Page,
    Paging,
    Reads,
    Routes,
    Writes,
    etag,
    needs,
    public,
)
from contracts.rights import Permission
from gateway.access.ports import Cookies
from gateway.devices import commands, queries
from gateway.devices.domain import OPERATOR_IDLE
from gateway.devices.schemas import (
    DeviceIn,
    DeviceOut,
    OperatorIn,
    OperatorOut,
    OperatorTile,
    PairedOut,
    PairIn,
    PairingCodeIn,
    PairingCodeOut,
)
from gateway.throttle.domain import network_of

DEVICE_COOKIE = "vitrazh_device"
SESSION_COOKIE = "vitrazh_session"
FIVE_YEARS_S = 5 * 365 * 24 * 3600

router = Routes(prefix="/api/devices", tags=["devices"])
DevicesEdit = Annotated[Actor, needs(Permission.DEVICES_EDIT)]
AtTablet = Annotated[Actor, needs(Permission.PRODUCTION_REPORT)]


@router.get("")
async def all_devices(db: Reads, page: Paging, actor: DevicesEdit) -> Page[DeviceOut]:
    """The tablets, by name."""
    return await queries.all_devices(db, page)


@router.post("/pairing-codes", status_code=201, openapi_extra=NO_KEY)
async def make_pairing_code(
    body: PairingCodeIn, db: Writes, response: Response, actor: DevicesEdit
) -> PairingCodeOut:
    """A code to be typed on a new tablet; no idempotency key, since an answer kept would keep it."""
    made = await commands.make_pairing_code(db, body.shop)
    response.headers["Cache-Control"] = "no-store"
    return PairingCodeOut(code=made.code, shop=body.shop, expires_at=made.expires_at)


@router.post("/pair", status_code=201, openapi_extra=NO_KEY)
async def pair(
    body: PairIn,
    request: Request,
    response: Response,
    db: Writes,
    actor: Annotated[Actor, public],
) -> PairedOut:
    """A tablet is let in by its code; it gets its token, also as a cookie."""
    paired = await commands.pair(
        HttpContext.of(request).uow,
        code=body.code.get_secret_value(),
        name=body.name,
        address=network_of(request.client.host if request.client else ""),
    )
    _become_tablet(response, paired.token, secure=db.port(Cookies).secure)
    return PairedOut(id=paired.device_id, name=paired.name, shop=paired.shop, token=paired.token)


@router.get("/operators")
async def tiles(db: Reads, actor: AtTablet) -> list[OperatorTile]:
    """Who may take this tablet."""
    return await queries.tiles(db)


@router.post("/operator", openapi_extra=NO_KEY)
async def take_tablet(
    body: OperatorIn, request: Request, response: Response, actor: AtTablet
) -> OperatorOut:
    """A worker takes the tablet with his PIN, until it lies still for a quarter of an hour."""
    taken = await commands.take_tablet(
        HttpContext.of(request).uow,
        actor,
        staff_id=body.staff_id,
        pin=body.pin.get_secret_value(),
    )
    response.headers["Cache-Control"] = "no-store"
    return OperatorOut(
        session=taken.session,
        staff_id=taken.staff_id,
        name=taken.name,
        idle_minutes=int(OPERATOR_IDLE.total_seconds() // 60),
    )


@router.delete("/operator", status_code=204)
async def leave_tablet(request: Request, db: Writes, actor: AtTablet) -> None:
    """The worker puts the tablet down."""
    await commands.leave_tablet(db, request.headers.get("x-operator"))


@router.get("/{device_id}")
async def device(device_id: UUID, db: Reads, response: Response, actor: DevicesEdit) -> DeviceOut:
    """One tablet."""
    return _shown(response, await queries.device(db, device_id))


@router.put("/{device_id}")
async def rename_device(
    device_id: UUID,
    body: DeviceIn,
    db: Writes,
    response: Response,
    actor: DevicesEdit,
    if_match: IfMatch,
) -> DeviceOut:
    """The tablet hangs somewhere else now."""
    await commands.rename_device(db, device_id, body.name, version=if_match)
    return _shown(response, await queries.device(db, device_id))


@router.post("/{device_id}/revoke")
async def revoke_device(
    device_id: UUID, db: Writes, response: Response, actor: DevicesEdit
) -> DeviceOut:
    """The tablet is lost or leaves service: whatever it sends is refused."""
    await commands.revoke_device(db, device_id)
    return _shown(response, await queries.device(db, device_id))


def _shown(response: Response, tablet: DeviceOut) -> DeviceOut:
    etag(response, tablet.version)
    return tablet


def _become_tablet(response: Response, token: str, *, secure: bool) -> None:
    """Set the tablet's cookie; whoever was signed in on it is signed out there."""
    response.set_cookie(
        DEVICE_COOKIE, token, max_age=FIVE_YEARS_S, httponly=True, samesite="lax", secure=secure
    )
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="lax", secure=secure)
    response.headers["Cache-Control"] = "no-store"
