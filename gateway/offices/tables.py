"""Offices as they are stored."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Table, Text, Time, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import registry

from chassis.db import new_metadata
from gateway.offices.domain import Office

metadata = new_metadata()

offices = Table(
    "offices",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("letter", Text, nullable=False, unique=True),
    Column("letter_shape", Text, nullable=False, unique=True, comment="twins of two alphabets"),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("zone", Text, nullable=False, comment="IANA zone"),
    Column("opens", Time, nullable=False, comment="local"),
    Column("closes", Time, nullable=False, comment="local"),
    Column("closed", ARRAY(Date), nullable=False),
    Column("opened", ARRAY(Date), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("sequence", BigInteger, nullable=False),
)

registry(metadata=metadata).map_imperatively(Office, offices)
