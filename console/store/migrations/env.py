"""Run by Alembic inside the transaction that ``run_pending``, which hands it everything, has begun.

A packed program finds this file as data, so it imports nothing that the program itself might not have packed.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    transactional_ddl=True,
)
context.run_migrations()
