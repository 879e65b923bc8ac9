"""What npm, pnpm and Vite say when they fail, in words of ours."""

import re
from typing import Final

_UNREACHED: Final = (
    "ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH"
    "|ERR_SOCKET_TIMEOUT|UND_ERR_CONNECT_TIMEOUT|ERR_PNPM_META_FETCH_FAIL"
    "|SELF_SIGNED_CERT|UNABLE_TO_(?:VERIFY|GET)|CERT_HAS_EXPIRED"
)
# The first that fits is told; {doing} is what was going on.
_MEANINGS: Final = (
    (r"ENOSPC|[Nn]o space left", "disk full while {doing}"),
    (
        "EINTEGRITY|ERR_PNPM_TARBALL_INTEGRITY",
        (
            "{doing}: a package differs from its pinned sum: try again; if it happens again, the"
            " mirror or the network changes files: report it"
        ),
    ),
    (
        "ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_LOCKFILE_CONFIG_MISMATCH",
        "web/pnpm-lock.yaml does not fit the package.json files: run `make web-lock` and commit it",
    ),
    (
        "ERR_PNPM_BROKEN_LOCKFILE|ERR_PNPM_NO_LOCKFILE",
        "web/pnpm-lock.yaml is missing or damaged: take it from git",
    ),
    (
        _UNREACHED,
        (
            "{doing}: cannot reach the npm registry: set npm's usual settings for a mirror or proxy"
            " (npm_config_registry, https_proxy, ~/.npmrc) and run `make install` again"
        ),
    ),
    (
        r"\bE404\b|ERR_PNPM_FETCH_4\d\d|\bETARGET\b|ERR_PNPM_NO_MATCHING_VERSION|\bE40[13]\b",
        "{doing}: the npm registry or the mirror lacks a part or refuses it: {last}",
    ),
    (
        r"\bEACCES\b|\bEPERM\b|\bEROFS\b",
        "{doing}: a file belongs to another user or the disk is read-only: {last}",
    ),
)
_TELLING: Final = re.compile(r"error|ERR_|fail|cannot|not found", re.IGNORECASE)
# npm's last words are where its log lies; a stack says nothing to a reader.
_IDLE: Final = re.compile(r"A complete log of this run|^\s*at |^npm error\s*$|^npm warn ")
LINE_LETTERS: Final = 300


def explain(words: str, doing: str) -> str:
    """Say what a failure means; what is unknown is told by its own last telling line."""
    last = telling_line(words)
    for pattern, meaning in _MEANINGS:
        if re.search(pattern, words):
            return meaning.format(doing=doing, last=last)
    return f"{doing} failed: {last}"


def telling_line(words: str) -> str:
    """Give the last line that speaks of an error, else the last one that says something."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    lines = [line for line in lines if not _IDLE.search(line)]
    chosen = [line for line in lines if _TELLING.search(line)] or lines
    return chosen[-1][:LINE_LETTERS] if chosen else "no words"
