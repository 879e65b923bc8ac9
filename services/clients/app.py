"""The clients service: its slices."""

from pathlib import Path

from chassis.service import Service, Slice
from contracts.topics import CLIENTS
from services.clients.registry import http, queries, tables

service = Service(
    name="clients",
    slices=(Slice(name="registry", routes=(http.router,), metadata=tables.metadata),),
    migrations=Path(__file__).parent / "migrations",
    republish={CLIENTS: queries.states},
)
