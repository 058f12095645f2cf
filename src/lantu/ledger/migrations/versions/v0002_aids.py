"""Aids for people who open the file: what each table holds, and the plan's themes in its own order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables; their rows are made anew after every migration."""
    op.create_table(
        "readme",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("english", sa.Text(), nullable=False),
        sa.Column("chinese", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_readme")),
    )
    op.create_table(
        "theme",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=True),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("items", sa.Integer(), nullable=True),
        sa.Column("tasks", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_theme")),
    )
    op.create_table(
        "theme_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["position"], ["theme.position"], name=op.f("fk_theme_word_position")),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_theme_word")),
    )
