"""Rewritings by a model."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make rewriting."""
    op.create_table(
        "rewriting",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        sa.Column(
            "posting_id",
            sa.String(32),
            sa.ForeignKey("posting.id", ondelete="CASCADE", name="fk_rewriting_posting_id"),
            nullable=False,
        ),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("stop_asked", sa.Boolean, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("wish", sa.String(16), nullable=False),
        sa.Column("headings", sa.JSON, nullable=False),
        sa.Column("lines", sa.Integer, nullable=False),
        sa.Column("results", sa.JSON, nullable=False),
        sa.Column("problems", sa.JSON, nullable=False),
        sa.Column("prompts", sa.JSON, nullable=False),
        sa.Column("asking", sa.JSON, nullable=False),
        sa.Column("input_tokens", sa.Integer, nullable=False),
        sa.Column("output_tokens", sa.Integer, nullable=False),
        sa.Column("started", _moment, nullable=False),
        sa.Column("changed", _moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rewriting"),
    )
    op.create_index("ix_rewriting_posting_id", "rewriting", ["posting_id", "id"])
