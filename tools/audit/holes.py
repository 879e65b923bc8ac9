"""Known holes of the parts we use, asked of the services that know them, when they answer."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from chassis import clock
from deploy.embedded import paths
from tools.audit.parts import pnpm
from tools.audit.verdict import State, Verdict

WAIVERS: Final = Path(__file__).with_name("waivers.json")
"""`{"CVE-…": {"until": "2027-01-31", "why": "…"}}`: a hole that does not concern us, for a time."""
PATIENCE_S: Final = 120
SERIOUS: Final = frozenset({"high", "critical"})
REASON_CHARACTERS: Final = 200


class Hole(NamedTuple):
    """A known hole of a part."""

    part: str
    names: tuple[str, ...]
    severity: str


class Unanswered(Exception):
    """The service did not say what we asked; its words."""


def waived(holes: Sequence[Hole], waivers: Mapping[str, Any], today: date) -> list[Hole]:
    """Return the holes for which no waiver holds today."""

    def holds(hole: Hole) -> bool:
        dates = [waivers[name]["until"] for name in hole.names if name in waivers]
        return any(today <= date.fromisoformat(until) for until in dates)

    return [hole for hole in holes if not holds(hole)]


def of_python(printed: str) -> list[Hole]:
    """Read pip-audit's JSON.

    Raises:
        Unanswered: it is none, or a part was skipped: then nobody knows.
    """
    try:
        told = json.loads(printed)
        dependencies = told["dependencies"]
    except (ValueError, KeyError, TypeError):
        raise Unanswered(_last_words(printed)) from None
    holes = [
        Hole(
            f"{one['name']} {one.get('version', '?')}",
            (hole["id"], *hole.get("aliases", ())),
            "unknown",
        )
        for one in dependencies
        for hole in one.get("vulns", ())
    ]
    skipped = [
        f"{one['name']}: {one['skip_reason']}" for one in dependencies if "skip_reason" in one
    ]
    if skipped and not holes:
        raise Unanswered(skipped[0])
    return holes


def of_web(printed: str) -> list[Hole]:
    """Read `pnpm audit --json`; what is less than high is left to the next update.

    Raises:
        Unanswered: it is none, or an error.
    """
    try:
        advisories = json.loads(printed)["advisories"]
    except (ValueError, KeyError, TypeError):
        raise Unanswered(_last_words(printed)) from None
    return [
        Hole(
            one["module_name"],
            (str(one.get("github_advisory_id") or one.get("id")), *one.get("cves", ())),
            one["severity"],
        )
        for one in advisories.values()
        if one["severity"] in SERIOUS
    ]


def _last_words(printed: str) -> str:
    lines = [line.strip() for line in printed.splitlines() if line.strip(" {}[]")]
    told = next((line for line in lines if '"message"' in line), lines[-1] if lines else "")
    return told[:REASON_CHARACTERS] or "no words"


def judge(item: str, ask: Callable[[], list[Hole]]) -> Verdict:
    """Ask, and say what came of it; silence is never a pass."""
    waivers = json.loads(WAIVERS.read_text("utf-8"))
    try:
        holes = ask()
    except Unanswered as error:
        return Verdict(item, State.NOT_CHECKED, f"the service did not answer: {error}")
    still = waived(holes, waivers, clock.now().date())
    details = [f"{hole.part}: {', '.join(hole.names)} ({hole.severity})" for hole in still]
    words = f"{len(still)} open, {len(holes) - len(still)} waived"
    return Verdict(item, State.FAILED if still else State.PASSED, words, details)


def ask_python() -> list[Hole]:
    """Ask the package index of Python about our pins, by pip-audit.

    Raises:
        Unanswered: it said nothing, or not of every part.
    """
    program = Path(sys.executable).with_name("pip-audit")
    command = [str(program), "--strict", "--progress-spinner=off", "-f", "json"]
    command += ["--disable-pip", "-r", str(paths.REPO / "requirements.txt")]
    try:
        run = subprocess.run(
            command, capture_output=True, check=False, timeout=PATIENCE_S, cwd=paths.REPO
        )
    except subprocess.TimeoutExpired:
        raise Unanswered(f"nothing came in {PATIENCE_S} s") from None
    return of_python((run.stdout or run.stderr).decode("utf-8", "replace"))


def ask_web() -> list[Hole]:
    """Ask the package index of web/ about its lock, by pnpm.

    Raises:
        Unanswered: it said nothing.
    """
    try:
        return of_web(pnpm("audit", "--json"))
    except subprocess.TimeoutExpired:
        raise Unanswered("nothing came in time") from None
