"""`python -m deploy.embedded …`: the door behind the Makefile's commands."""

import argparse
import importlib
import os
import sys
from pathlib import Path

from deploy.embedded import commands, paths
from deploy.embedded.errors import EmbeddedError, FolderBusy
from deploy.embedded.folders import one_at_a_time

TABLE = "deploy.embedded.processes:TOGETHER"
INSTALL_PATIENCE_S = 900.0


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    top = argparse.ArgumentParser(prog="deploy.embedded", description=__doc__)
    top.add_argument("--root", type=Path, default=paths.runs() / "up", help="folder of the run")
    top.add_argument("--table", default=TABLE, help="module:NAME of the process table")
    commands_of = top.add_subparsers(dest="command", required=True)
    for name in ("install", "lock", "down", "ps", "doctor", "seed"):
        commands_of.add_parser(name)
    for name in ("up", "supervise"):
        commands_of.add_parser(name).add_argument("--no-seed", action="store_true")
    commands_of.add_parser("restart").add_argument("name")
    commands_of.add_parser("reset").add_argument("--yes", action="store_true")
    commands_of.add_parser("logs").add_argument("name", nargs="?", default="supervisor")
    as_one = commands_of.add_parser("exec", help="run a command with one process's settings")
    as_one.add_argument("name")
    as_one.add_argument("words", nargs=argparse.REMAINDER)
    return top


def run(given: argparse.Namespace) -> int:  # noqa: C901, PLR0911 - one line a command
    """Carry out one command; raises EmbeddedError."""
    root: Path = given.root.resolve()
    match given.command:
        case "install":
            return _install()
        case "lock":
            return _lock()
        case "up":
            return commands.up(root, table=given.table, seed=not given.no_seed)
        case "supervise":
            return _supervise(root, given.table, seed=not given.no_seed)
        case "down":
            return commands.down(root)
        case "restart":
            return commands.restart(root, given.name)
        case "reset":
            return commands.reset(root, yes=given.yes)
        case "ps":
            return commands.ps(root)
        case "seed":
            return commands.seed(root)
        case "logs":
            return commands.logs(root, given.name, follow=sys.stdout.isatty())
        case "exec":
            return commands.run_as(root, given.name, [w for w in given.words if w != "--"])
        case _:
            from deploy.embedded import doctor  # noqa: PLC0415 - each command loads its own

            return doctor.examine(root)


def _install() -> int:
    from deploy.embedded import install  # noqa: PLC0415

    with one_at_a_time(paths.tools() / "parts.lock", patience_s=INSTALL_PATIENCE_S):
        install.install(lambda words: print(words, flush=True))
    return 0


def _lock() -> int:
    from deploy.embedded import relock  # noqa: PLC0415

    return relock.remake(lambda words: print(words, flush=True))


def _supervise(root: Path, table: str, *, seed: bool) -> int:
    from deploy.embedded.supervisor import Supervisor  # noqa: PLC0415

    module, _, name = table.partition(":")
    found = getattr(importlib.import_module(module), name)
    return Supervisor(root, table=found, seed=seed).run()


def main() -> int:
    """Run a command; a failure is one sentence, not a traceback."""
    given = parser().parse_args()
    try:
        return run(given)
    except FolderBusy as error:
        print(f"{error}", file=sys.stderr)
        return 3
    except EmbeddedError as error:
        print(f"failed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has seen enough (`make logs | head`); nothing more may be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
