"""told sequence: an older step of a message that comes late is known as such."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Go forward."""
    op.add_column(
        "work_orders",
        sa.Column(
            "told_sequence",
            sa.Integer(),
            nullable=True,
            comment="step of the message's life that said so",
        ),
    )
