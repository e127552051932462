"""Run by Alembic: hands it the connection that ``run_pending`` was given, inside the transaction already begun."""

from alembic import context

from console.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
