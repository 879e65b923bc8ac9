"""The operator's commands of the gateway: `vitrazh admin`, `vitrazh token create|list|revoke`."""

import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Annotated, TypeVar
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Column, Table

from chassis.actor import Actor
from chassis.cli import with_uow
from chassis.db import Db, Uow
from chassis.errors import DomainError
from chassis.http import PageParams
from chassis.service import Service
from contracts.rights import Role
from gateway.access.commands.staff import first_admin
from gateway.access.commands.tokens import NewToken, TokenFacts, create_token, revoke_token
from gateway.access.domain.proof import login_of
from gateway.access.queries.tokens import all_tokens
from gateway.access.schemas import TokenOut

T = TypeVar("T")
PASSWORD_FILE = "VITRAZH_ADMIN_PASSWORD_FILE"  # noqa: S105 - the variable's name
app = typer.Typer()
token_app = typer.Typer(no_args_is_help=True, help="API tokens of other programs.")
app.add_typer(token_app, name="token")
console = Console()


@app.command()
def admin(
    login: Annotated[str, typer.Option(prompt=True, help="log-in of the administrator")],
    name: Annotated[str, typer.Option(help="name, when he is new")] = "Администратор",
) -> None:
    """Make an administrator, or give one a new password (asked for, or from a file)."""
    password = _password()

    async def work(db: Db) -> UUID:
        return await first_admin(db, login=login_of(login), name=name, password=password)

    console.print(f"{login_of(login)}: {_write(work)}")


@token_app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="which program, e.g. 1c")],
    role: Annotated[
        list[Role] | None, typer.Option(help="a role of its own; may be repeated")
    ] = None,
    staff: Annotated[UUID | None, typer.Option(help="or: acts as this member of staff")] = None,
    office: Annotated[UUID | None, typer.Option(help="office of its roles")] = None,
    days: Annotated[int, typer.Option(min=1, max=366)] = 90,
) -> None:
    """Make a token; its secret is printed once."""

    async def work(db: Db) -> NewToken:
        facts = TokenFacts(
            name=name,
            expires_at=db.now + timedelta(days=days),
            staff_id=staff,
            roles=frozenset(role or ()),
            office_id=office,
        )
        return await create_token(db, facts)

    made = _write(work)
    console.print(f"{made.id}\n{made.secret}", soft_wrap=True)


@token_app.command("list")
def list_tokens() -> None:
    """Show the newest tokens, without their secrets."""

    async def work(db: Db) -> list[TokenOut]:
        return (await all_tokens(db, PageParams(limit=200))).items

    # Short moments and a fixed id: a narrow terminal must not cut what is typed into `revoke`.
    table = Table(Column("id", min_width=36), "name", "for", "expires, used, revoked")
    for token in _write(work):
        whom = f"{token.hint}\n{token.staff_id or ', '.join(token.roles)}"
        moments = (token.expires_at, token.used_at, token.revoked_at)
        shown = "\n".join(f"{at:%Y-%m-%d %H:%M}" if at else "-" for at in moments)
        table.add_row(str(token.id), token.name, whom, shown)
    console.print(table)


@token_app.command()
def revoke(token: UUID) -> None:
    """Refuse a token from now on (within 5 s)."""

    async def work(db: Db) -> None:
        await revoke_token(db, token)

    _write(work)
    console.print("revoked")


def _write(work: Callable[[Db], Awaitable[T]]) -> T:
    """Run one transaction as the machine itself; a refusal is printed and ends the command."""

    async def run(_: Service, uow: Uow) -> T:
        async with uow.write(Actor.system(uow.service)) as db:
            return await work(db)

    try:
        return with_uow("gateway", run)
    except DomainError as error:
        console.print(_words(error))
        raise typer.Exit(1) from error


def _words(error: DomainError) -> str:
    fields = [field.ru for field in getattr(error, "fields", ())]
    return "; ".join(fields) or error.text("ru")


def _password() -> str:
    file = os.environ.get(PASSWORD_FILE)
    if file:
        return Path(file).read_text(encoding="utf-8").strip("\r\n")
    typed: str = typer.prompt("Пароль", hide_input=True, confirmation_prompt=True)
    return typed
