"""flat counts: what is closed is counted as it closes; lists that grew with the archive."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# A row trigger with WHEN costs nothing while an order is open; and no writer can forget it.
COUNTING = """
CREATE FUNCTION count_closed_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.stage IN ('issued', 'cancelled') THEN
    UPDATE closed_orders SET count = count - 1
    WHERE stage = OLD.stage AND office_id = OLD.office_id
      AND pickup_office_id = OLD.pickup_office_id AND manager_id = OLD.manager_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.stage IN ('issued', 'cancelled') THEN
    INSERT INTO closed_orders AS counted (stage, office_id, pickup_office_id, manager_id, count)
    VALUES (NEW.stage, NEW.office_id, NEW.pickup_office_id, NEW.manager_id, 1)
    ON CONFLICT (stage, office_id, pickup_office_id, manager_id)
      DO UPDATE SET count = counted.count + 1;
  END IF;
  RETURN NULL;
END $$
"""
CLOSED_BEFORE = """
INSERT INTO closed_orders (stage, office_id, pickup_office_id, manager_id, count)
SELECT stage, office_id, pickup_office_id, manager_id, count(*) FROM work_orders
WHERE stage IN ('issued', 'cancelled') GROUP BY 1, 2, 3, 4
"""
COUNTED = "stage, office_id, pickup_office_id, manager_id"
WHEN = {
    "INSERT": "NEW.stage IN ('issued', 'cancelled')",
    "DELETE": "OLD.stage IN ('issued', 'cancelled')",
    f"UPDATE OF {COUNTED}": (
        "(OLD.stage IN ('issued', 'cancelled') OR NEW.stage IN ('issued', 'cancelled')) AND "
        "(OLD.stage, OLD.office_id, OLD.pickup_office_id, OLD.manager_id) IS DISTINCT FROM "
        "(NEW.stage, NEW.office_id, NEW.pickup_office_id, NEW.manager_id)"
    ),
}


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "closed_orders",
        sa.Column(
            "stage",
            sa.Enum(
                "draft",
                "in-work",
                "ready",
                "issued",
                "cancelled",
                name="stage",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("pickup_office_id", sa.Uuid(), nullable=False),
        sa.Column("manager_id", sa.Uuid(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "stage",
            "office_id",
            "pickup_office_id",
            "manager_id",
            name=op.f("pk_closed_orders"),
        ),
        comment="how many orders are issued or cancelled; kept by a trigger on work_orders",
    )
    op.execute(COUNTING)
    for event, when in WHEN.items():
        name = f"count_closed_order_{event.split()[0].lower()}"
        op.execute(
            f"CREATE TRIGGER {name} AFTER {event} ON work_orders FOR EACH ROW "
            f"WHEN ({when}) EXECUTE FUNCTION count_closed_order()"
        )
    op.execute(CLOSED_BEFORE)
    _indexes()


def _indexes() -> None:
    op.create_index("ix_work_orders_newest", "work_orders", ["placed_at", "id"])
    op.create_index(
        "ix_work_orders_manager", "work_orders", ["manager_id", "stage", "placed_at", "id"]
    )
    op.create_index(
        "ix_questions_open",
        "questions",
        ["order_id"],
        postgresql_where=sa.text("answered_at IS NULL"),
    )
    op.create_index(
        "ix_shop_orders_unseen",
        "shop_orders",
        ["order_id", "revision"],
        postgresql_where=sa.text(
            "unseen_at IS NOT NULL AND seen_at IS NULL AND accepted_at IS NULL"
        ),
    )
