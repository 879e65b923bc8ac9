"""Photographs a page of a running system: `python -m tests.browser.look /orders --login lebedev`."""

import argparse
import asyncio
import json

from deploy.embedded import paths
from tests.browser import shots
from tests.browser.axe import axe
from tests.browser.fixtures import sign_in
from tests.browser.sizes import LOCALES, SIZES, context_options
from tests.browser.start import started
from tests.browser.watch import Watch


def parser() -> argparse.ArgumentParser:
    """Describe the command."""
    told = argparse.ArgumentParser(prog="tests.browser.look", description=__doc__)
    told.add_argument("path", nargs="?", default="/")
    told.add_argument("--url", help="of the gateway; without it, that of `make up`")
    told.add_argument("--login", help="of deploy/demo/people.py; without it, signed out")
    told.add_argument("--size", choices=SIZES, default="office")
    told.add_argument("--language", choices=LOCALES, default="ru")
    told.add_argument("--scheme", choices=("light", "dark"), default="light")
    told.add_argument("--name", default="look", help="of the picture in .vitrazh/shots/")
    told.add_argument("--full", action="store_true", help="the page down to its end")
    told.add_argument("--axe", action="store_true")
    return told


def running() -> str:
    """Give the gateway's address of `make up`."""
    state = json.loads((paths.runs() / "up" / "state.json").read_text(encoding="utf-8"))
    return str(state["urls"]["gateway"])


async def look(given: argparse.Namespace) -> None:
    """Open, wait until the network is at rest for the eye's purposes, photograph, tell."""
    base = given.url or running()
    watch = Watch()
    async with started() as browser:
        context = await browser.new_context(
            **context_options(given.size, given.language, given.scheme)
        )
        watch.attach(context)
        if given.login:
            await sign_in(context, base, given.login)
        page = await context.new_page()
        await page.goto(base + given.path)
        # The feed never ends, so the network is never idle.
        await page.wait_for_timeout(1500)
        print(await shots.store(page, given.name, full=given.full))
        lines = watch.lines + (await axe(page) if given.axe else [])
        watch.end()
    print("\n".join(lines) or "no complaints")


if __name__ == "__main__":
    asyncio.run(look(parser().parse_args()))
