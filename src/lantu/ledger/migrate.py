"""The version of a ledger's tables: tell it, and bring an older ledger up to date (alembic)."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import sqlalchemy as sa

from lantu.model import InputError

from .sqlite import dangling, foreign_keys, set_application, writing
from .views import drop_views, renew

REVISIONS = ("0001", "0002", "0003")
"""Every version of the tables, oldest first; each has its migration under ``migrations/versions``."""
NEWEST = REVISIONS[-1]
_TABLE = sa.table("alembic_version", sa.column("version_num"))


def version(connection: sa.Connection, path: Path) -> str | None:
    """Give the version of the tables, None where there are none yet.

    Raises
    ------
    InputError
        Where the file is no ledger, or was written by a newer program.
    """
    with connection.begin():
        return _version(connection, path)


def _version(connection: sa.Connection, path: Path) -> str | None:
    tables = sa.inspect(connection).get_table_names()
    if not tables:
        return None
    if not {_TABLE.name, "event"} <= set(tables):
        raise InputError(f"{path}: is a database but no ledger", "name another file for the ledger")
    found: str | None = connection.scalar(sa.select(_TABLE.c.version_num))
    if found not in REVISIONS:
        remedy = "upgrade lantu, or build into a new file"
        raise InputError(f"{path}: is of version {found}, newer than {NEWEST} that this lantu knows", remedy)
    return found


def migrate(connection: sa.Connection, path: Path) -> None:
    """Bring the tables up to date in one transaction: a failure or a kill leaves the file as it was."""
    foreign_keys(connection, on=False)
    with writing(connection):
        # Another program may have done it between the look and the lock.
        if _version(connection, path) != NEWEST:
            drop_views(connection)
            _upgrade(connection)
            set_application(connection)
            renew(connection)
            if broken := dangling(connection):
                raise ValueError(f"{path}: migration left references without a row: {', '.join(broken)}")
    foreign_keys(connection, on=True)


def _upgrade(connection: sa.Connection) -> None:
    # Imported here because only a new or an older ledger needs it: every other start is quicker.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("lantu.ledger") / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
