"""The browser's door: routes with one transaction each, rights, problem details, paging."""

from chassis.http.context import HttpContext
from chassis.http.paging import Page, PageParams, Paging, keyset, page_of
from chassis.http.problems import install_problems
from chassis.http.routes import (
    NO_KEY,
    STREAMED,
    IfMatch,
    Reads,
    Routes,
    Writes,
    current_actor,
    etag,
    needs,
    public,
)
from chassis.http.schemas import In, Out

__all__ = [
    "NO_KEY",
    "STREAMED",
    "HttpContext",
    "IfMatch",
    "In",
    "Out",
    "Page",
    "PageParams",
    "Paging",
    "Reads",
    "Routes",
    "Writes",
    "current_actor",
    "etag",
    "install_problems",
    "keyset",
    "needs",
    "page_of",
    "public",
]
