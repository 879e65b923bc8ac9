"""words: beginnings are read in order, and what was mistyped is looked up among all words."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# The name alone: phones are digits, the e-mail stands last.
_WORDS = r"""
INSERT INTO client_words
SELECT DISTINCT word
FROM clients, regexp_split_to_table(
    CASE WHEN email IS NULL THEN search_text ELSE left(
        search_text,
        length(search_text) - length(btrim(regexp_replace(email, '[^a-z0-9]+', ' ', 'g')))
    ) END, ' '
) AS word
WHERE word <> '' AND word !~ '^[0-9]+$'
"""


def upgrade() -> None:
    """Go forward."""
    op.drop_index("ix_clients_beginning", "clients")
    op.create_index("ix_clients_beginning", "clients", [sa.text('search_text COLLATE "C"'), "id"])
    op.create_table(
        "client_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_client_words")),
    )
    op.execute(_WORDS)
    op.create_index(
        "ix_client_words_word",
        "client_words",
        ["word"],
        postgresql_using="gin",
        postgresql_ops={"word": "gin_trgm_ops"},
        postgresql_with={"fastupdate": "off"},
    )
