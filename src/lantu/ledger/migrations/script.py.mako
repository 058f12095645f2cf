"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Tables only: views, triggers, readme and projections are renewed after every migration."""
    ${upgrades if upgrades else "pass"}
