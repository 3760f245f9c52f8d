"""Run by Alembic: migrates over the connection, and in the transaction, that the ledger hands in."""

from alembic import context

from counterclaim.ledger.migrating import VERSION_TABLE
from counterclaim.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
