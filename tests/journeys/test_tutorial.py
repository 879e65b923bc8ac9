"""The tutorial is true word for word: its blocks are run in order, on a system of their own."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import pytest

from deploy.embedded import paths

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900), pytest.mark.xdist_group("journey")]

TUTORIAL: Final = paths.REPO / "docs" / "tutorial"
PAGES: Final = {"ru": TUTORIAL / "README.md", "en": TUTORIAL / "README.en.md"}
SCREENS: Final = [
    paths.REPO / "web" / part / "src" for part in ("packages/words", "apps/office", "apps/workshop")
]
"""Where the words of the screens stand, each feature's beside it."""
BLOCK: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PRESSED: Final = re.compile(r"\*\*([^*]+)\*\*")
USUAL: Final = {
    "gateway": "http://127.0.0.1:8080",
    "mail": "http://127.0.0.1:8025",
    "sms": "http://127.0.0.1:8026",
    "zipkin": "http://127.0.0.1:9411",
}
"""The addresses that the pages name; a run beside another has others."""
OWN: Final = "…"
"""Stands for what differs from run to run: a part of a line, or whole lines."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something to type, and what is then shown."""

    kind: str
    typed: str
    shown: str | None


def blocks(page: Path) -> list[Block]:
    """Return what the page tells to type, in order."""
    found: list[Block] = []
    for kind, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "text":
            found[-1] = Block(found[-1].kind, found[-1].typed, text)
        else:
            found.append(Block(kind, text, None))
    return found


def as_shown(real: str, shown: str) -> bool:
    """Whether the real output is what the page shows, `…` standing for anything."""
    pattern = re.escape(shown.strip()).replace(OWN, ".*")
    return re.fullmatch(pattern, real.strip(), re.DOTALL) is not None


class Shell:
    """The reader's first terminal, beside whatever else runs on this machine."""

    def __init__(self, runs: Path, language: str) -> None:
        self.state = runs / "up" / "state.json"
        self.env = os.environ | {"VITRAZH_RUNS": str(runs), "VITRAZH_LANG": language}

    def run(self, typed: str) -> str:
        """Type a command; fails with its words when it fails."""
        done = subprocess.run(
            ["bash", "-ec", typed],
            cwd=paths.REPO,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        assert done.returncode == 0, f"{typed}: {done.stdout}{done.stderr}"
        return self.usual(done.stdout)

    @property
    def addresses(self) -> dict[str, str]:
        """Usual address → the one of this run."""
        if not self.state.exists():
            return {}
        urls = json.loads(self.state.read_text(encoding="utf-8"))["urls"]
        return {usual: urls[name] for name, usual in USUAL.items() if name in urls}

    def ours(self, text: str) -> str:
        """Return the text with the addresses of this run."""
        for usual, own in self.addresses.items():
            text = text.replace(usual, own)
        return text

    def usual(self, text: str) -> str:
        """Return the text with the addresses that the page names."""
        for usual, own in self.addresses.items():
            text = text.replace(own, usual)
        return text


class Interpreter:
    """The reader's second terminal: `python3`, into which he pastes."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-i", "-q", "-u"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONSTARTUP": ""},
        )
        self.asked = 0
        self.run("import sys; sys.ps1 = sys.ps2 = ''\n")

    @property
    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        return self.process.stdin, self.process.stdout

    def run(self, typed: str) -> str:
        """Paste a block and press Enter; returns what is printed, errors included."""
        into, out = self._pipes
        self.asked += 1
        end = f"--- end of {self.asked} ---"
        into.write(f"{typed}\nprint('', {end!r}, sep=chr(10))\n")
        into.flush()
        lines = list(iter(out.readline, f"{end}\n"))
        return "".join(lines)

    def close(self) -> None:
        """Leave it."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    """A terminal whose system is stopped at the end, whatever happened."""
    made = Shell(tmp_path, "ru")
    yield made
    if made.state.exists():
        made.run("make down")
    shutil.rmtree(tmp_path, ignore_errors=True)


@pytest.fixture
def interpreter() -> Iterator[Interpreter]:
    """A running Python."""
    made = Interpreter()
    yield made
    made.close()


def test_the_tutorial_is_true_word_for_word(shell: Shell, interpreter: Interpreter) -> None:
    for block in blocks(PAGES["ru"]):
        if block.typed == "python3\n":
            continue
        if block.kind == "sh":
            real = shell.run(block.typed)
        else:
            real = shell.usual(interpreter.run(shell.ours(block.typed)))
        assert block.kind == "sh" or block.shown is not None or not real.strip(), real
        if block.shown is not None:
            assert as_shown(real, block.shown), f"{block.typed}\nsays:\n{real}"


def test_both_languages_type_the_same() -> None:
    russian, english = (blocks(page) for page in PAGES.values())

    assert [block.typed for block in english] == [block.typed for block in russian]
    shown = [
        [block.shown for block in page if block.kind == "python"] for page in (english, russian)
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("language", PAGES)
def test_whatever_is_to_be_pressed_stands_on_the_page(language: str) -> None:
    page = PAGES[language].read_text(encoding="utf-8")
    clicks = page.partition("## 2. ")[2].partition("## 3. ")[0]
    files = [file for part in SCREENS for file in part.rglob(f"words.{language}.json")]
    shown = {text for file in files for text in json.loads(file.read_text("utf-8")).values()}

    assert clicks
    assert set(PRESSED.findall(clicks)) <= shown
