"""Rewritings by item: which lines they are about, the model of each wording, the sections of each problem."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_rewriting = sa.table(
    "rewriting",
    sa.column("id", sa.Integer),
    sa.column("model", sa.Text),
    sa.column("results", sa.JSON),
    sa.column("problems", sa.JSON),
    sa.column("asking", sa.JSON),
    sa.column("items", sa.JSON),
)


def upgrade() -> None:
    """Put the items in the place of their number; of older wordings only the models that were asked are known."""
    op.add_column("rewriting", sa.Column("items", sa.JSON, nullable=False, server_default="[]"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(_rewriting)).all():
        results = [
            {
                **result,
                "attempts": [
                    {**attempt, "model": row.model if attempt["written"] else ""} for attempt in result["attempts"]
                ],
            }
            for result in row.results
        ]
        values = {
            "results": results,
            "items": [result["item_id"] for result in results],
            "problems": [{**problem, "headings": []} for problem in row.problems],
            "asking": {},
        }
        connection.execute(sa.update(_rewriting).where(_rewriting.c.id == row.id).values(**values))
    with op.batch_alter_table("rewriting") as table:
        table.alter_column("items", server_default=None)
        table.drop_column("lines")
