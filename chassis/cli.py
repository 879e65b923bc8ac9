"""The one command-line tool: `vitrazh migrate|topics|republish|dead-letters|…`.

Services are found by name; what a service adds (tokens, first admin) comes with it.
"""

import asyncio
import importlib
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Column, Table

from chassis import dead_letters as letters
from chassis.actor import Actor
from chassis.bus import TOPIC_BY_NAME
from chassis.db import Uow
from chassis.errors import DomainError
from chassis.inbox import Inbox
from chassis.kafka import make_topics
from chassis.migrations import migrate as run_migrations
from chassis.outage import is_infrastructure
from chassis.republish import republish as run_republish
from chassis.service import Service, build_uow
from chassis.settings import Settings
from contracts.envelope import MalformedRecord

T = TypeVar("T")
SERVICES = ("gateway", "clients", "orders", "notifications")
app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # a local may be a password
    help="Vitrazh: commands for operators.",
)
dead_app = typer.Typer(no_args_is_help=True, help="Records that could not be processed.")
app.add_typer(dead_app, name="dead-letters")
console = Console()
Name = Annotated[str, typer.Argument(help=f"one of {', '.join(SERVICES)}")]


def find(name: str) -> Service:
    """Return a service by name.

    Raises:
        typer.BadParameter: there is none of this name.
    """
    if name not in SERVICES:
        raise typer.BadParameter(f"no service {name!r}; there are {', '.join(SERVICES)}")
    module = "gateway.app" if name == "gateway" else f"services.{name}.app"
    found: Service = importlib.import_module(module).service
    return found


def with_uow(name: str, work: Callable[[Service, Uow], Awaitable[T]]) -> T:
    """Open the service's database for one piece of work.

    Raises:
        typer.Exit: a part that is needed does not answer; which, is said in one line.
    """

    async def run() -> T:
        service = find(name)
        uow = build_uow(service, Settings())
        try:
            return await work(service, uow)
        finally:
            await uow.close()

    try:
        return asyncio.run(run())
    except Exception as error:
        if not is_infrastructure(error):
            raise
        console.print(f"no answer: {error}")
        raise typer.Exit(1) from error


@app.command()
def migrate(service: Name) -> None:
    """Bring a service's database to the newest schema (owner role, under a lock)."""
    revision = run_migrations(find(service), Settings().database_owner_url)
    console.print(f"{service}: {revision}")


@app.command()
def topics(replication: int = 1) -> None:
    """Make the topics that are missing and check the rest."""
    made = asyncio.run(make_topics(Settings(), replication))
    console.print("\n".join(made) or "all topics are there")


@app.command()
def republish(service: Name, topic: str) -> None:
    """Write one state event per aggregate of a topic."""
    if topic not in TOPIC_BY_NAME:
        raise typer.BadParameter(f"no topic {topic!r}")
    count = with_uow(service, lambda s, uow: run_republish(s, uow, TOPIC_BY_NAME[topic]))
    console.print(f"{count} states written")


@dead_app.command("list")
def list_letters(service: Name) -> None:
    """Show the unresolved dead letters of a service."""

    async def work(_: Service, uow: Uow) -> list[dict[str, object]]:
        async with uow.read(Actor.system(uow.service)) as db:
            return [dict(row) for row in await letters.unresolved(db)]

    # An id is typed into the next command: it is never cut, however narrow the terminal.
    id_ = Column("id", no_wrap=True, min_width=36)
    table = Table(id_, "state", *(Column(name, overflow="fold") for name in ("record", "reason")))
    for row in with_uow(service, work):
        record = (
            f"{row['consumer']}\n{row['topic']} {row['partition']}:{row['offset']}\n{row['key']}"
        )
        table.add_row(str(row["id"]), str(row["state"]), record, str(row["reason"]))
    console.print(table)


@dead_app.command()
def show(service: Name, letter: UUID) -> None:
    """Show one dead letter whole."""

    async def work(_: Service, uow: Uow) -> dict[str, object]:
        async with uow.read(Actor.system(uow.service)) as db:
            return dict(await letters.one(db, letter))

    console.print(with_uow(service, work))


@dead_app.command()
def replay(service: Name, letter: UUID) -> None:
    """Process a dead letter and all that is parked behind it, in order, each once."""

    async def work(found: Service, uow: Uow) -> int:
        return await replay_key(found, uow, letter)

    try:
        console.print(f"{with_uow(service, work)} replayed")
    except (DomainError, MalformedRecord) as error:
        console.print(str(error))
        raise typer.Exit(1) from error


async def replay_key(service: Service, uow: Uow, letter: UUID) -> int:
    """Replay the unresolved letters of this letter's key, oldest first; return how many.

    Raises:
        NotFound: no such letter.
        Exception: whatever the handler says; the letters from there on stay as they are.
    """
    async with uow.read(Actor.system(uow.service)) as db:
        row = await letters.one(db, letter)
    group, topic, key = row["consumer"], row["topic"], row["key"]
    inbox = Inbox(next(c for c in service.consumers if c.group == group), uow)
    count = 0
    while True:  # until none is left: records are parked behind the last one while we work
        async with uow.read(Actor.system(uow.service)) as db:
            same = await letters.of_key(db, group, topic, key)
        if not same:
            return count
        for item in same:
            await inbox.replay(item)
            count += 1


@dead_app.command()
def discard(service: Name, letter: UUID) -> None:
    """Give a dead letter up; what was parked behind it can then be replayed."""

    async def work(_: Service, uow: Uow) -> None:
        async with uow.write(Actor.system(uow.service)) as db:
            await letters.locked(db, letter)
            await letters.resolve(db, letter, "discarded")

    with_uow(service, work)
    console.print("discarded")


def main() -> None:
    """Entry of `vitrazh`; commands that a service brings are found under its name."""
    for name in SERVICES:
        try:
            extra = find(name).cli
        except ModuleNotFoundError:
            continue
        if extra is not None:
            app.add_typer(extra)
    app()


if __name__ == "__main__":
    main()
