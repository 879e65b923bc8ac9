"""What `make up` says at the end: where to click, who to be, what to try."""

import json
import os
from pathlib import Path
from typing import Any

from deploy.embedded.state import State

WORDS = {
    "ru": {
        "gateway": "Витраж",
        "docs": "описание API",
        "mail": "письма (песочница)",
        "sms": "SMS (песочница)",
        "zipkin": "трассы",
        "logins": "Демонстрационные входы",
        "pairing": "Код привязки планшета",
        "try": "Попробуйте",
        "more": "Дальше: make ps | make logs s=orders | make restart s=orders | make down",
        "no_story": "Демонстрационные данные не внесены.",
    },
    "en": {
        "gateway": "Vitrazh",
        "docs": "API reference",
        "mail": "mails (sandbox)",
        "sms": "SMS (sandbox)",
        "zipkin": "traces",
        "logins": "Demo log-ins",
        "pairing": "Tablet pairing code",
        "try": "Try this",
        "more": "Next: make ps | make logs s=orders | make restart s=orders | make down",
        "no_story": "No demo data were entered.",
    },
}


def language() -> str:
    """Give the language of the person at the terminal: VITRAZH_LANG, else the locale's."""
    told = os.environ.get("VITRAZH_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return "ru" if told.lower().startswith("ru") else "en"


def render(state: State, demo_file: Path) -> str:
    """Write the banner."""
    words = WORDS[language()]
    urls = state.urls
    places = [("gateway", urls.get("gateway")), ("docs", _under(urls.get("gateway"), "/api/docs"))]
    places += [(name, urls.get(name)) for name in ("mail", "sms", "zipkin")]
    lines = ["", *(f"  {words[name]:<22}{url}" for name, url in places if url)]
    demo = _read(demo_file)
    lines += _story(demo, words) if demo else ["", f"  {words['no_story']}"]
    if state.message:
        lines += ["", f"  ! {state.message}"]
    return "\n".join([*lines, "", f"  {words['more']}", ""])


def _under(url: str | None, path: str) -> str | None:
    return f"{url}{path}" if url else None


def _story(demo: dict[str, Any], words: dict[str, str]) -> list[str]:
    """Write what the seed left: `logins` [{login, password, who}], `pairing` [{what, code}], `try`."""
    lines = ["", f"  {words['logins']}:"]
    lines += [
        f"    {one.get('login', ''):<24}{one.get('password', ''):<20}{one.get('who', '')}"
        for one in demo.get("logins", [])
    ]
    for one in demo.get("pairing", []):
        lines.append(f"  {words['pairing']} ({one.get('what', '')}): {one.get('code', '')}")
    if demo.get("try"):
        lines += ["", f"  {words['try']}:", *(f"    - {step}" for step in demo["try"])]
    return lines


def _read(file: Path) -> dict[str, Any]:
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}
