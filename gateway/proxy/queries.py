"""Which addresses belong to whom, and the description of all of them, both written by `make gen`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import contracts

PUBLIC: Final[Mapping[str, str]] = {"/api/sms-reports": "notifications"}
"""Addresses of services that anybody may call: they know their callers by themselves."""
UPLOADS: Final = ("/attachments", "/photos")
"""Ends of addresses that take files."""
OWN: Final = "gateway"
OPENAPI: Final = Path(contracts.__file__).parent / "gen" / "openapi" / "openapi.json"
EMPTY: Final = b'{"openapi":"3.1.0","info":{"title":"Vitrazh","version":"0"},"paths":{}}'


def route_table() -> Mapping[str, str]:
    """Return prefix → service, without what the gateway answers itself."""
    from contracts.gen.routes import ROUTES  # noqa: PLC0415 - `make gen` imports us to write it

    return {prefix: service for prefix, service in ROUTES.items() if service != OWN}


@cache
def openapi(path: Path = OPENAPI) -> bytes:
    """Return the merged description of the API; no service is ever asked for it."""
    return path.read_bytes() if path.is_file() else EMPTY
