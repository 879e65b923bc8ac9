"""Breaks to plant into the processes of a whole system, and the proofs that must turn red by them.

    VITRAZH_PLANT=fixation,ageless make security ARGS=tests/security/test_sessions.py

`python -m tests.security.planted` plants them by turns and tells which proofs stayed green.
Breaks of what is proved without a system are in `test_planted_guessing.py`.
"""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from deploy.embedded import paths
from deploy.embedded.processes import Process, Table
from tests.security import breaks

ENV: Final = "VITRAZH_PLANT"
FILES: Final = ("tests/security/test_sessions.py", "tests/security/test_limits.py")


@dataclass(frozen=True)
class Planted(Process):
    """A process of the table that breaks itself before it begins."""

    plants: tuple[str, ...] = ()

    def command(self) -> list[str]:
        """Give the start line."""
        inner = [self.module, "--role", self.role]
        return [sys.executable, "-m", "tests.security.planted", ",".join(self.plants), *inner]


@dataclass(frozen=True, slots=True)
class Plant:
    """A break, and the proofs that see it."""

    do: Callable[[], None]
    red: tuple[str, ...]


SIGN_OUT: Final = "test_whoever_signs_out_is_out_and_so_is_his_stream"
ENDED: Final = "test_what_the_administrator_ends_is_over_at_the_door_and_in_streams"
ROLE: Final = "test_whose_role_changes_begins_anew_with_the_new_rights"
TABLET: Final = "test_a_lost_tablet_is_refused_at_the_door_and_in_its_stream"
BEFORE: Final = "test_each_sign_in_in_a_browser_ends_the_session_before"
PLANTS: Final = {
    "fixation": Plant(breaks.fixation, ("test_a_session_brought_along_is_never_taken_over",)),
    "ageless": Plant(breaks.ageless, ("test_an_old_session_is_over",)),
    "open-cookies": Plant(
        breaks.open_cookies, ("test_cookies_are_out_of_reach_of_scripts_and_foreign_pages",)
    ),
    "plain-secrets": Plant(breaks.plain_secrets, ("test_secrets_are_kept_as_hashes_only",)),
    "any-body": Plant(breaks.any_body, ("test_a_body_over_a_mebibyte_is_refused",)),
    "any-page": Plant(breaks.any_page, ("test_a_page_is_of_two_hundred_rows_at_most",)),
    "any-head": Plant(breaks.any_head, ("test_a_head_without_end_is_refused",)),
    "every-mistake": Plant(
        breaks.every_mistake, ("test_a_body_without_measure_is_refused_in_time",)
    ),
    "echoed-host": Plant(breaks.echoed_host, ("test_a_forged_host_is_repeated_nowhere",)),
    "two-readings": Plant(breaks.two_readings, ("test_no_request_is_read_in_two_ways",)),
    "sign-out-ends-nothing": Plant(breaks.sign_out_ends_nothing, (SIGN_OUT, BEFORE)),
    "nobody-is-signed-out": Plant(breaks.nobody_is_signed_out, (ENDED, ROLE)),
    "long-memory": Plant(
        breaks.long_memory,
        (SIGN_OUT, BEFORE, ENDED, ROLE, TABLET, "test_a_revoked_token_is_refused_at_the_door"),
    ),
    "deaf-streams": Plant(breaks.deaf_streams, (SIGN_OUT, ENDED, ROLE, TABLET)),
}
TURNS: Final = (
    (
        "plain-secrets",
        "ageless",
        "open-cookies",
        "any-body",
        "any-page",
        "any-head",
        "every-mistake",
        "echoed-host",
        "fixation",
        "nobody-is-signed-out",
    ),
    ("sign-out-ends-nothing", "two-readings"),
    ("long-memory",),
    ("deaf-streams",),
)
"""Planted together where no proof is to see two of them; what others take over by name comes first."""


def planted(table: Table) -> Table:
    """Return the table with what `VITRAZH_PLANT` asks for in each of its processes."""
    plants = tuple(name for name in os.environ.get(ENV, "").split(",") if name)
    if not plants:
        return table
    broken = [Planted(**vars(process), plants=plants) for process in table.processes]
    return replace(table, processes=broken)


def _run(plants: str, module: str, words: list[str]) -> None:
    for name in plants.split(","):
        PLANTS[name].do()
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _turn(plants: Iterable[str]) -> bool:
    """Plant some, run the proofs that see them; tell whether all of these turned red."""
    wanted = {red: name for name in plants for red in PLANTS[name].red}
    words = ["-m", "journey", "--timeout", "900", "-p", "no:randomly", "-q", "-rf", "--tb=line"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *FILES, *words, "-k", " or ".join(wanted)],
        cwd=paths.REPO,
        env=os.environ | {ENV: ",".join(plants)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
    for proof, name in wanted.items():
        seen = any(f"::{proof}" in line for line in told)
        print(f"{'red' if seen else 'GREEN'}  {name}: {proof}", flush=True)
    if not told:
        print(run.stdout[-2000:], run.stderr[-2000:])
    return all(any(f"::{proof}" in line for line in told) for proof in wanted)


def main() -> None:
    """Break and run a process, or (without words) plant everything by turns."""
    if len(sys.argv) > 1:
        _run(sys.argv[1], sys.argv[2], sys.argv[3:])
        return
    turns = [_turn(turn) for turn in TURNS]
    sys.exit(0 if all(turns) else 1)


if __name__ == "__main__":
    main()
