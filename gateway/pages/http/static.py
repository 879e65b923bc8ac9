"""Files of the gateway's own pages."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter
from starlette.responses import FileResponse, Response

from chassis.errors import NotFound

STATIC: Final = Path(__file__).parents[1] / "static"
ICON: Final = "logo.svg"
FILES: Final = frozenset(path.name for path in STATIC.iterdir())
router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """A file of the gateway's own pages.

    Raises:
        NotFound: no such file.
    """
    if name not in FILES:
        raise NotFound
    return FileResponse(STATIC / name, headers={"Cache-Control": "no-cache"})


@router.get("/favicon.ico")
async def icon() -> Response:
    """The icon of an answer that is no page (JSON opened in a tab): browsers ask for it here."""
    return FileResponse(STATIC / ICON, headers={"Cache-Control": "no-cache"})
