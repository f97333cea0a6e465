"""How Alembic reaches the journal: over the connection it is handed, inside that one transaction."""

from alembic import context

from wentwell.journal._schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
)
context.run_migrations()
