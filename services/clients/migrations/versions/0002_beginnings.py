"""beginnings: cards that begin with what is typed are read by an index of their own."""

from collections.abc import Sequence

from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go forward."""
    op.create_index(
        "ix_clients_beginning",
        "clients",
        ["search_text"],
        postgresql_ops={"search_text": "text_pattern_ops"},
    )
