"""Docs that point somewhere point at something; decisions are short and complete."""

import re
from pathlib import Path
from urllib.parse import unquote

from tests.architecture.tree import CODE, ROOT, files, text

LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)")
CITED = re.compile(r"(?:ADR[- ]?|decisions?[/ ])(\d{4})\b")
SECTIONS = ("## Context", "## Decision", "## Consequences", "## Alternatives", "## Revisit when")
DECISION_LINES = 60


def decisions() -> dict[str, Path]:
    return {path.name[:4]: path for path in files(".md", under=("docs/decisions",))}


def targets(page: Path) -> list[str]:
    prose = re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)
    found = [unquote(link.partition("#")[0]) for link in LINK.findall(prose)]
    return [link for link in found if link and "://" not in link and not link.startswith("mailto:")]


def test_every_relative_link_resolves() -> None:
    dead = [
        f"{page}: {link}"
        for page in files(".md")
        for link in targets(page)
        if not (ROOT / page.parent / link).exists()
    ]

    assert dead == []


def test_every_decision_cited_in_code_exists() -> None:
    cited = {
        f"{path}: {number}"
        for path in files(".py", ".md", ".yml", ".html", under=(*CODE, "docs"))
        for number in CITED.findall(text(path))
        if number not in decisions() and path.parts[:2] != ("tests", "architecture")
    }

    assert cited == set()


def test_a_decision_is_short_and_says_when_to_look_again() -> None:
    for number, path in decisions().items():
        if number.isdigit():
            body = text(path)
            assert len(body.splitlines()) <= DECISION_LINES, path
            assert [section for section in SECTIONS if section not in body] == [], path


def test_every_decision_stands_in_the_index() -> None:
    index = text(Path("docs/decisions/README.md"))

    assert [path.name for path in decisions().values() if path.name not in index] == ["README.md"]


def test_the_pages_of_one_screen_stay_one_screen() -> None:
    long = {
        name: lines
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
        if (lines := len(text(Path(name)).splitlines())) > 120
    }

    assert long == {}
