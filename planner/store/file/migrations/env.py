"""Where Alembic begins: it works in the transaction it is handed, so that a migration happens whole or not at all."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
