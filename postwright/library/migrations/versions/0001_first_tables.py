"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make posting, revision, waiver and export_record."""
    op.create_table(
        "posting",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("brief", sa.JSON, nullable=False),
        sa.Column("unsaved", sa.JSON, nullable=False),
        sa.Column("brief_version", sa.Integer, nullable=False),
        sa.Column("base", sa.JSON, nullable=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("text_version", sa.Integer, nullable=False),
        sa.Column("conflicts", sa.JSON, nullable=False),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.Column("levels", sa.JSON, nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
        sa.Column("created", _moment, nullable=False),
        sa.Column("changed", _moment, nullable=False),
        sa.Column("deleted_at", _moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_posting"),
    )
    op.create_index("ix_posting_changed", "posting", ["deleted_at", "changed"])
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        _of_posting("revision"),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=True),
        sa.Column("text_version", sa.Integer, nullable=False),
        sa.Column("brief", sa.JSON, nullable=True),
        sa.Column("at", _moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_index("ix_revision_posting_id", "revision", ["posting_id", "id"])
    op.create_table(
        "waiver",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        _of_posting("waiver"),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("context", sa.String(64), nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("expires", sa.Date, nullable=True),
        sa.Column("created", _moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_waiver"),
    )
    op.create_index("ix_waiver_posting_id", "waiver", ["posting_id"])
    op.create_table(
        "export_record",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        _of_posting("export_record"),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("brief", sa.JSON, nullable=False),
        sa.Column("findings", sa.JSON, nullable=False),
        sa.Column("waived", sa.JSON, nullable=False),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.Column("ruleset", sa.String(128), nullable=False),
        sa.Column("law_as_of", sa.Date, nullable=False),
        sa.Column("at", _moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_export_record"),
    )
    op.create_index("ix_export_record_posting_id", "export_record", ["posting_id"])


def _of_posting(table: str) -> sa.Column[str]:
    return sa.Column(
        "posting_id",
        sa.String(32),
        sa.ForeignKey("posting.id", ondelete="CASCADE", name=f"fk_{table}_posting_id"),
        nullable=False,
    )
