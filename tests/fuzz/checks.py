"""What no answer may be, whatever was sent: a mistake of ours told to a stranger."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

ERRORS: Final = Path(__file__).parents[2] / "docs/reference/errors.md"
_ROW: Final = re.compile(r"^\| `([a-z0-9-]+)` \| (\d{3}) \|", re.MULTILINE)
INSIDES: Final = re.compile(
    r"Traceback \(most recent"
    r"|File \"/"
    r"|\.py\", line \d"
    r"|\bline \d+, in "
    r"|site-packages"
    r"|sqlalchemy|asyncpg|psycopg|pydantic|starlette|uvicorn|aiokafka|asyncio\."
    r"|PostgreSQL|Valkey|SQLSTATE"
    r"|\b(?:IntegrityError|DataError|ProgrammingError|ValidationError|KeyError|TypeError)\b"
    r"|\bSELECT [\w.*]+(?:, [\w.*]+)* FROM\b|\bINSERT INTO \w+ \("
    r"|/(?:home|usr|root|work|tmp|var)/\w+"
    r"|/services/\w+/|/chassis/\w+|/gateway/\w+\.py"
)
"""Words that only our insides use."""
PROBLEM: Final = "application/problem+json"
SERVER_ERROR: Final = 500
REFUSAL: Final = 400


def documented() -> frozenset[tuple[str, int]]:
    """Return every refusal of the rulebook: code and status."""
    rows = _ROW.findall(ERRORS.read_text(encoding="utf-8"))
    return frozenset((code, int(status)) for code, status in rows)


def insides(answer: str, sent: str = "") -> list[str]:
    """Return words of our insides in an answer; what the caller sent himself may come back."""
    return sorted({word for word in INSIDES.findall(answer) if word not in sent})


def faults(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *,
    sent: str = "",
    known: frozenset[tuple[str, int]],
) -> list[str]:
    """Return what is wrong with an answer to bad input; names of `headers` are in small letters."""
    found = [f"{status}: a mistake of ours"] if status >= SERVER_ERROR else []
    text = body.decode("utf-8", "replace")
    if "image/" not in headers.get("content-type", ""):
        found += [f"tells our insides: {word!r}" for word in insides(text, sent)]
    if status >= REFUSAL:
        found += refusal_faults(status, headers, text, known)
    return found


def refusal_faults(
    status: int, headers: Mapping[str, str], text: str, known: frozenset[tuple[str, int]]
) -> list[str]:
    """Return in what a refusal is no documented problem."""
    kind = headers.get("content-type", "").partition(";")[0]
    if not text:  # HEAD
        return []
    if kind != PROBLEM:
        return [f"{status} is no problem but {kind!r}: {text[:80]!r}"]
    try:
        told: Any = json.loads(text)
    except ValueError:
        return [f"{status} is no JSON: {text[:80]!r}"]
    code = told.get("code")
    if (code, status) not in known:
        return [f"{status} {code!r} is not in the rulebook"]
    if told.get("status") != status or told.get("type") != f"/docs/errors#{code}":
        return [f"{status} {code!r} calls itself {told.get('status')} {told.get('type')!r}"]
    return [] if told.get("title") else [f"{status} {code!r} has no words"]


def sealed(headers: Mapping[str, str], *, inline: bool = False) -> list[str]:
    """Return which seal is missing of a file that somebody gave us."""
    wanted = {
        "x-content-type-options": "nosniff",
        "content-disposition": "inline" if inline else "attachment",
        "content-security-policy": "sandbox",
    }
    return [name for name, word in wanted.items() if word not in headers.get(name, "")]
