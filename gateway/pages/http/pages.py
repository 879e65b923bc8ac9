"""`/` for the office, `/shop/` for a tablet, and the files that they load."""

import os
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from chassis.errors import NotFound
from chassis.http.context import language_of as accepted_language
from gateway.pages.domain import LANGUAGES, language_of, links_of, other_language
from gateway.pages.queries import words, words_json

HERE: Final = Path(__file__).parent.parent
STATIC: Final = HERE / "static"
FILES: Final = frozenset(path.name for path in STATIC.iterdir())
LANGUAGE_COOKIE: Final = "vitrazh_language"
YEAR_S: Final = 365 * 24 * 3600
router = APIRouter(include_in_schema=False)
_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
)


@router.get("/")
async def office(request: Request) -> Response:
    """The office: folders, the order, everything moving."""
    return _page(request, "office.html")


@router.get("/shop/")
async def shop(request: Request) -> Response:
    """The tablet: pairing, the queue of the shop."""
    return _page(request, "shop.html")


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """A file of the pages.

    Raises:
        NotFound: no such file.
    """
    if name not in FILES:
        raise NotFound
    return FileResponse(STATIC / name, headers={"Cache-Control": "no-cache"})


def _page(request: Request, template: str) -> Response:
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return _turned(request, asked)
    return _rendered(template, _language(request))


def _turned(request: Request, language: str) -> Response:
    """Remember the chosen language, and load the page anew."""
    answer = RedirectResponse(request.url.path, 303)
    answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_S, samesite="lax")
    return answer


def _language(request: Request) -> str:
    accepted = accepted_language(request.headers.get("accept-language", ""))
    return language_of(request.cookies.get(LANGUAGE_COOKIE), accepted)


def _rendered(template: str, language: str) -> Response:
    html = _templates.get_template(template).render(
        language=language,
        other=other_language(language),
        t=words(language),
        words_json=Markup(words_json(language)),  # noqa: S704 - JSON of ours, < and & escaped
        links=links_of(os.environ),
    )
    return HTMLResponse(html, headers={"Cache-Control": "no-store", "Content-Language": language})
