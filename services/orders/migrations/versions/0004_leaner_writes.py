"""leaner writes: fewer indexes to fill with each order and each event."""

from collections.abc import Sequence

from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SEARCHED = ("number", "summary", "summary_en")


def upgrade() -> None:
    """Go forward."""
    for column in SEARCHED:
        op.drop_index(f"ix_work_orders_{column}_trgm", "work_orders")
    op.create_index(
        "ix_work_orders_searched_trgm",
        "work_orders",
        list(SEARCHED),
        postgresql_using="gin",
        postgresql_ops=dict.fromkeys(SEARCHED, "gin_trgm_ops"),
    )
    op.drop_index("ix_outbox_published_at", "outbox")
    op.drop_constraint("uq_outbox_aggregatetype_aggregateid_sequence_id", "outbox")
