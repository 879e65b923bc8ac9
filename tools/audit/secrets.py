"""Secrets in the tree, found by detect-secrets; what was looked at and is none stands in a baseline."""

import hashlib
import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import transient_settings

from deploy.embedded import paths
from tools.audit.verdict import State, Verdict

ITEM: Final = "secrets"
BASELINE: Final = Path(__file__).with_name("secrets.json")
UNREAD: Final = (".png", ".woff2", ".ico", ".lock", ".gz", ".wav", "requirements.txt", "-lock.yaml")
"""Pictures, letters, and lists of hashes."""
GENERATED: Final = ("contracts/gen/", "contracts/released/", "web/packages/api/src/gen/")
"""Written from sources that are read."""
SAMPLES: Final = ("contracts/", "docs/", "tests/")
"""Sums of files, trace ids and made-up passwords are their daily bread."""
HEX: Final = "HexHighEntropyString"
NOT_OF_SAMPLES: Final = frozenset({HEX, "KeywordDetector"})
"""What would find them; keys and tokens of real services are looked for there too."""
PLUGINS: Final = (
    "AWSKeyDetector",
    "ArtifactoryDetector",
    "AzureStorageKeyDetector",
    "Base64HighEntropyString",
    "BasicAuthDetector",
    "CloudantDetector",
    "DiscordBotTokenDetector",
    "GitHubTokenDetector",
    "GitLabTokenDetector",
    HEX,
    "IbmCloudIamDetector",
    "JwtTokenDetector",
    "KeywordDetector",
    "MailchimpDetector",
    "NpmDetector",
    "OpenAIDetector",
    "PrivateKeyDetector",
    "PypiTokenDetector",
    "SendGridDetector",
    "SlackDetector",
    "StripeDetector",
    "TelegramBotTokenDetector",
    "TwilioKeyDetector",
)
LIMITS: Final = {"Base64HighEntropyString": 4.5, HEX: 3.0}
"""Bits of entropy a character above which a quoted string counts; the library's own."""
MEMORY: Final = "audit/secrets-seen.json"


class Found(NamedTuple):
    """Something that looks like a secret; only its hash is kept."""

    path: str
    line: int
    kind: str
    hash: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What the baseline knows it by: lines move."""
        return self.path, self.kind, self.hash


def tracked(root: Path) -> list[str]:
    """Return the files that git has, or would take: what is ignored leaves the machine with nobody."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
    )
    names = listing.stdout.decode().split("\0")
    return sorted(name for name in names if name and is_read(name) and (root / name).is_file())


def is_read(name: str) -> bool:
    """Whether a file is looked at; our own baseline consists of hashes."""
    ours = name == BASELINE.relative_to(paths.REPO).as_posix()
    return not (ours or name.endswith(UNREAD) or name.startswith(GENERATED))


def scan(root: Path, names: Sequence[str]) -> list[Found]:
    """Look at files; two at a time, since the library needs a second for thousands of lines."""
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(scan_one, [root] * len(names), names, chunksize=8)
        return [one for some in found for one in some]


def scan_one(root: Path, name: str) -> list[Found]:
    """Look at one file."""
    left_out = NOT_OF_SAMPLES if name.startswith(SAMPLES) else frozenset()
    used = [plugin for plugin in PLUGINS if plugin not in left_out]
    told = [{"name": one} | ({"limit": LIMITS[one]} if one in LIMITS else {}) for one in used]
    with transient_settings({"plugins_used": told}):
        return sorted(
            Found(name, one.line_number, one.type, one.secret_hash)
            for one in scan_file(str(root / name))
        )


def remembering(root: Path, names: Sequence[str], memory: Path) -> list[Found]:
    """Look only at files that have changed since the last look."""
    sums = {name: _sum(name, (root / name).read_bytes()) for name in names}
    before = json.loads(memory.read_text(encoding="utf-8")) if memory.is_file() else {}
    fresh = [name for name in names if sums[name] not in before]
    seen = {sums[name]: list[Found]() for name in fresh}
    for one in scan(root, fresh):
        seen[sums[one.path]].append(one)
    kept = {sums[name]: before.get(sums[name]) or seen.get(sums[name], []) for name in names}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(kept), encoding="utf-8")
    return [Found(*one) for some in kept.values() for one in some]


def _sum(name: str, content: bytes) -> str:
    """Name and rules count too: another detector looks at everything anew."""
    rules = repr((name, PLUGINS, LIMITS, SAMPLES, NOT_OF_SAMPLES)).encode()
    return hashlib.sha256(rules + b"\0" + content).hexdigest()


def read_baseline(path: Path = BASELINE) -> dict[tuple[str, str, str], str]:
    """Return what is known to be no secret, and why."""
    kept: Mapping[str, Mapping[str, Mapping[str, str]]] = json.loads(path.read_text("utf-8"))
    return {
        (name, kind, hash_): why
        for name, kinds in kept.items()
        for kind, hashes in kinds.items()
        for hash_, why in hashes.items()
    }


def write_baseline(
    found: Iterable[Found], why: Mapping[tuple[str, str, str], str], path: Path = BASELINE
) -> None:
    """Write down that what was found is no secret; the reasons given before stay."""
    kept: dict[str, dict[str, dict[str, str]]] = {}
    for one in sorted(set(found), key=lambda one: one.key):
        reason = why.get(one.key, "")
        kept.setdefault(one.path, {}).setdefault(one.kind, {})[one.hash] = reason
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def judge(found: Sequence[Found], known: Mapping[tuple[str, str, str], str], files: int) -> Verdict:
    """Compare with the baseline: a new one fails, so does a known one of which nobody said why."""
    fresh = [one for one in found if one.key not in known]
    mute = [key for key, why in known.items() if not why.strip()]
    gone = set(known) - {one.key for one in found}
    details = [f"{one.path}:{one.line}: {one.kind}" for one in fresh]
    details += [f"{path}: {kind} is known, but nobody wrote why" for path, kind, _ in mute]
    details += [f"{path}: {kind} is gone: take it off the baseline" for path, kind, _ in gone]
    if details:
        hint = f"if they are none: python -m tools.audit --accept, then say why in {BASELINE.name}"
        return Verdict(ITEM, State.FAILED, f"{len(fresh)} new; {hint}", details)
    words = f"{files} files; {len(known)} findings are known to be none"
    return Verdict(ITEM, State.PASSED, words)


def audit(*, accept: bool = False) -> Verdict:
    """Look at the whole tree."""
    names = tracked(paths.REPO)
    found = remembering(paths.REPO, names, paths.runs() / MEMORY)
    known = read_baseline() if BASELINE.is_file() else {}
    if accept:
        write_baseline(found, known)
        known = read_baseline()
    return judge(found, known, len(names))
