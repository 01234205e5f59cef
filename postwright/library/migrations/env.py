"""Alembic's entry: runs the migrations on the connection that `migrate` opened, inside its transaction."""

from alembic import context

from postwright.library.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a column by making the table anew
)
with context.begin_transaction():
    context.run_migrations()
