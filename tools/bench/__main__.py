"""Measure the floor and the system in one run; print the tables, and write them with `--write`."""

import argparse
import asyncio
import shutil
import signal
import tempfile
import time
from pathlib import Path
from typing import Final

from deploy.demo.town import make_admin
from deploy.embedded.system import System
from tools.bench import show, table
from tools.bench.run import QUICK, Sizes, measure_screens, measure_system
from tools.bench.table import Table

ROOT: Final = Path(__file__).parents[2]
# Requests of one client a minute are limited for people, not for a bench.
SETTINGS: Final = {"VITRAZH_REQUESTS_PER_MINUTE": "100000000"}


def main() -> None:
    """Run everything once, on servers of its own."""
    # Servers are stopped on the way out, however we are told to go.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew docs/benchmarks.md")
    parser.add_argument("--quick", action="store_true", help="tiny counts: does it work at all")
    parser.add_argument("--profile", action="store_true", help="what the CPU is spent in, too")
    asked = parser.parse_args()
    text = bench(QUICK if asked.quick else Sizes.told(), profiled=asked.profile)
    print(text)
    if asked.write:
        table.write(ROOT / "docs" / "benchmarks.md", text)


def bench(sizes: Sizes, *, profiled: bool = False) -> str:
    """Return the tables of one run."""
    (ROOT / ".vitrazh").mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / ".vitrazh"))
    before = table.load()
    try:
        tables, profile = _measure(folder, sizes, profiled=profiled)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return table.document(tables, (before, table.load())) + profile


def _measure(folder: Path, sizes: Sizes, *, profiled: bool) -> tuple[list[Table], str]:
    begun = time.monotonic()
    with System(folder / "run", zipkin=False, settings=SETTINGS) as system:
        first_start = time.monotonic() - begun
        make_admin(system)
        found = asyncio.run(measure_system(system, folder, sizes, profiled=profiled))
    tables = found.tables
    begun = time.monotonic()
    with System(folder / "run", zipkin=False, settings=SETTINGS):
        starts = (first_start, time.monotonic() - begun)
    if found.listened is not None and found.idle is not None:
        held = show.holding(found.listened, found.idle, starts, found.before, found.after)
        tables.append(held)
    if sizes.shown:
        # On a set of its own: a queue of hundreds of orders is not what a tablet shows.
        with System(folder / "screens", zipkin=False, settings=SETTINGS) as system:
            make_admin(system)
            tables.append(asyncio.run(measure_screens(system, sizes.shown)))
    return tables, found.profile


if __name__ == "__main__":
    main()
