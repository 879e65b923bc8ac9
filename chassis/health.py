"""Health, version and metrics; live = progress, not ping."""

import os

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

router = APIRouter(include_in_schema=False)


@router.get("/health/live")
async def live(request: Request) -> Response:
    """Say whether this process moves; 503 lets a supervisor end it."""
    stuck = getattr(request.app.state, "watchdog", None) is not None
    stuck = stuck and request.app.state.watchdog.stuck
    return JSONResponse({"live": not stuck}, 503 if stuck else 200)


@router.get("/health/ready")
async def ready(request: Request) -> Response:
    """Say whether this process can serve: its database and bus answer."""
    failures = {}
    for name, check in request.app.state.ready_checks.items():
        try:
            await check()
        except Exception as error:  # noqa: BLE001 - whatever it is, we are not ready
            failures[name] = type(error).__name__
    return JSONResponse({"ready": not failures, "failures": failures}, 503 if failures else 200)


@router.get("/version")
async def version() -> Response:
    """Say which build this is."""
    return JSONResponse({"commit": os.environ.get("VITRAZH_COMMIT", "unknown")})


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Give Prometheus its figures; whoever else asks is told that there is nothing here.

    Raises:
        HTTPException: 404, the caller's network is none of `metrics_from`.
    """
    caller = request.client.host if request.client else ""
    if not request.app.state.may_watch(caller):
        raise HTTPException(404)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
