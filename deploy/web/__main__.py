"""`python -m deploy.web …`: the door behind `make web` and the checks of web/."""

import argparse
import os
import sys

from deploy.embedded import paths
from deploy.embedded.errors import EmbeddedError, FolderBusy
from deploy.embedded.folders import one_at_a_time
from deploy.web import build, node

PATIENCE_S = 900.0
COMMANDS = ("install", "build", "gen-check", "browser", "lock", "pnpm")


def _say(words: str) -> None:
    print(words, flush=True)


def run(command: str, words: list[str]) -> int:
    """Carry out one command; raises EmbeddedError."""
    paths.tools().mkdir(parents=True, exist_ok=True)
    with one_at_a_time(paths.tools() / "web.lock", patience_s=PATIENCE_S):
        if command != "lock":
            build.install(_say)
        if command == "build":
            build.build(_say)
        if command == "lock":
            build.relock(_say)
        if command == "gen-check":
            from deploy.web import drift  # noqa: PLC0415 - each command loads its own

            drift.check()
        if command == "browser":
            from deploy.web import browser  # noqa: PLC0415 - each command loads its own

            _say(f"browser for tests: {browser.ready(_say).program}")
    if command == "pnpm":
        program = str(node.node())
        os.chdir(node.WEB)
        os.execve(program, [program, str(node.pnpm()), *words], node.environment())  # noqa: S606
    return 0


def main() -> int:
    """Run a command; a failure is one sentence, not a traceback."""
    top = argparse.ArgumentParser(prog="deploy.web", description=__doc__)
    top.add_argument("command", choices=COMMANDS)
    top.add_argument("words", nargs=argparse.REMAINDER, help="of pnpm, run in web/")
    given = top.parse_args()
    try:
        return run(given.command, given.words)
    except FolderBusy as error:
        print(f"{error}", file=sys.stderr)
        return 3
    except EmbeddedError as error:
        print(f"failed: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"failed: {error.strerror or error}: {error.filename}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
