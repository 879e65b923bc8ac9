"""A small product to draw: clients says ClientChanged, notifications reads it."""

from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer, Table

from chassis.bus import Consumers
from chassis.http import Reads, Routes, needs
from chassis.service import Service, Slice
from chassis.tables import new_metadata
from contracts.clients.events import ClientChanged
from contracts.registry import load
from contracts.rights import Permission
from tools.gen.system import Member, System

routes = Routes(prefix="/api/clients")


@routes.get("/{client_id}")
async def client(client_id: str, db: Reads, actor: Any = needs(Permission.CLIENTS_READ)) -> str:
    """Show the client's card."""
    raise RuntimeError(client_id, db, actor)


consumers = Consumers("notifications.messages")


@consumers.on(ClientChanged)
async def on_client_changed(event: Any, envelope: Any, db: Any) -> None:
    raise RuntimeError(event, envelope, db)


metadata = new_metadata()
Table("clients", metadata, Column("id", Integer))


def member(name: str, **rooms: Any) -> Member:
    part = Slice(name="one", **rooms)
    service = Service(name=name, slices=(part,), migrations=Path("migrations"))
    return Member(service=service, folder=f"services/{name}", words=f"The {name}.")


SYSTEM = System(
    members=(
        member("clients", routes=(routes,), metadata=metadata),
        member("notifications", consumers=(consumers,)),
    ),
    domains={},
    registry=load(),
)
