"""Alembic, opened only when a store is made or an older one is brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from planner.store.errors import DamagedStoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection


def config() -> Config:
    """Return what Alembic asks for: where the migrations lie, in the package itself."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return found


def migrate(connection: Connection) -> None:
    """Run every migration that is due, in the transaction of this connection.

    Raises:
        DamagedStoreError: the store tells of a migration that there never was.
    """
    found = config()
    found.attributes["connection"] = connection
    try:
        command.upgrade(found, "head")
    except CommandError as unknown:
        raise DamagedStoreError from unknown


def newest() -> str | None:
    """Return the name of the newest migration."""
    return ScriptDirectory.from_config(config()).get_current_head()
