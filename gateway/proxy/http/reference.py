"""What the API is: one merged OpenAPI document and a page to read it, without any CDN."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.responses import FileResponse, HTMLResponse, Response

from chassis.errors import NotFound
from gateway.proxy.queries import openapi

CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vitrazh API</title>
<link rel="icon" href="/static/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
"""
START: Final = """SwaggerUIBundle({
  url: "/api/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null,
  withCredentials: true, docExpansion: "none", filter: true,
});
"""
ASSETS: Final = ("swagger-ui.css", "swagger-ui-bundle.js")
router = APIRouter(prefix="/api", include_in_schema=False)


def assets() -> Path:
    """Return the folder of the installed Swagger UI.

    Raises:
        NotFound: it is not installed.
    """
    spec = find_spec("fastapi_swagger")
    if spec is None or spec.origin is None:
        raise NotFound
    return Path(spec.origin).parent / "resources"


@router.get("/openapi.json")
async def description() -> Response:
    """The whole API in one document."""
    return Response(openapi(), media_type="application/json")


@router.get("/docs")
async def docs() -> Response:
    """The page to read it."""
    return HTMLResponse(PAGE, headers={"Content-Security-Policy": CSP})


@router.get("/docs/start.js")
async def start() -> Response:
    """Starts the reader; a file of its own, since pages run no inline scripts."""
    return Response(START, media_type="text/javascript")


@router.get("/docs/{name}")
async def asset(name: str) -> Response:
    """A part of the reader.

    Raises:
        NotFound: no such part.
    """
    if name not in ASSETS:
        raise NotFound
    return FileResponse(assets() / name, headers={"Cache-Control": "max-age=86400"})
