"""leaner outbox: an event is written twice, so it has no index that can be done without."""

from collections.abc import Sequence

from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go forward."""
    op.drop_index("ix_outbox_published_at", "outbox")
    op.drop_constraint("uq_outbox_aggregatetype_aggregateid_sequence_id", "outbox")
