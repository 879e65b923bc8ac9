"""Tablets, pairing codes and the workers' short sessions at a tablet."""

from sqlalchemy import BigInteger, Column, DateTime, Index, LargeBinary, Table, Text, Uuid
from sqlalchemy.orm import registry

from chassis.db import new_metadata
from gateway.devices.domain import Device

metadata = new_metadata()
INSTANT = DateTime(timezone=True)

devices = Table(
    "devices",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("name", Text, nullable=False),
    Column("shop", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("paired_at", INSTANT, nullable=False),
    Column("revoked_at", INSTANT),
    Column("sequence", BigInteger, nullable=False),
    Column("seen_at", INSTANT, comment="to the minute"),
)

pairing_codes = Table(
    "pairing_codes",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("shop", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", INSTANT, nullable=False),
    Column("used_at", INSTANT),
)
Index("ix_pairing_codes_made_at", pairing_codes.c.made_at)

operators = Table(
    "operators",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("device_id", Uuid, nullable=False),
    Column("staff_id", Uuid, nullable=False),
    Column("opened_at", INSTANT, nullable=False),
    Column("used_at", INSTANT, nullable=False),
)
Index("ix_operators_device_id", operators.c.device_id)
Index("ix_operators_used_at", operators.c.used_at)

registry(metadata=metadata).map_imperatively(Device, devices, exclude_properties=["seen_at"])
