"""The tables of a ledger (SQLAlchemy Core), as the newest migration leaves them.

Two tables are the book: ``event`` (append-only, hash-chained) and ``entry`` (which event is current). All
others are projections of the current events, plain columns for people and SQL, and can be rebuilt from them.
Decimals are canonical text (16300, 0.41), days are ISO text, lists are JSON text with Chinese unescaped.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _text(name: str, *, nullable: bool = True, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable and not key, primary_key=key)


def _number(name: str, *, nullable: bool = True, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable and not key, primary_key=key, autoincrement=False)


def _share(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float(), nullable=False)


def _flag(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(create_constraint=True, name=name), nullable=nullable)


def _reference(name: str, target: str, *, nullable: bool = False, key: bool = False) -> sa.Column[Any]:
    # Checked at commit: a build may state a verdict before its evidence, and replaces rows one by one.
    link = sa.ForeignKey(target, deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.Text(), link, nullable=nullable, primary_key=key, index=not key)


event = sa.Table(
    "event",
    metadata,
    sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
    _text("recorded", nullable=False),
    _text("kind", nullable=False),
    _text("key", nullable=False),
    _text("action", nullable=False),
    _text("record"),
    _text("previous", nullable=False),
    _text("hash", nullable=False),
    sa.CheckConstraint("action IN ('stated', 'retired')", name="action"),
    sa.CheckConstraint("(record IS NULL) = (action = 'retired')", name="record"),
    sa.Index("ix_event_kind_key", "kind", "key"),
)

entry = sa.Table(
    "entry",
    metadata,
    _text("kind", key=True),
    _text("key", key=True),
    sa.Column("event", sa.Integer(), sa.ForeignKey("event.number"), nullable=False),
    _text("fingerprint", nullable=False),
    _text("confirmed", nullable=False),
)

plan = sa.Table(
    "plan",
    metadata,
    _text("id", key=True),
    _text("title"),
    _text("title_en"),
    _text("place"),
    _text("place_code"),
    _text("horizon_start"),
    _text("horizon_end"),
    _text("issued"),
    _text("pace"),
    _text("record", nullable=False),
)

theme = sa.Table(
    "theme",
    metadata,
    _number("position", key=True),
    _text("name", nullable=False),
    _text("short_name"),
    _text("name_en"),
    _number("items"),
    _number("tasks"),
)

theme_word = sa.Table(
    "theme_word",
    metadata,
    _text("word", key=True),
    sa.Column("position", sa.Integer(), sa.ForeignKey("theme.position"), nullable=False),
)

document = sa.Table(
    "document",
    metadata,
    _text("id", key=True),
    _text("name", nullable=False),
    _text("title", nullable=False),
    _text("roles", nullable=False),
    _text("published"),
    _text("covers_start"),
    _text("covers_end"),
    _text("publisher"),
    _text("licence", nullable=False),
    _text("url"),
    _text("sha256"),
    sa.CheckConstraint("licence IN ('open', 'quote')", name="licence"),
)

passage = sa.Table(
    "passage",
    metadata,
    _reference("document", "document.id", key=True),
    _number("ordinal", key=True),
    _text("kind", nullable=False),
    _number("level", nullable=False),
    _number("article", nullable=False),
    _text("text", nullable=False),
    _text("pieces", nullable=False),
)


def _statement_columns() -> list[sa.Column[Any]]:
    return [
        _text("id", key=True),
        _reference("document", "document.id"),
        _text("document_name", nullable=False),
        _number("starts", nullable=False),
        _number("ends", nullable=False),
        _text("quote", nullable=False),
        _text("indicator", nullable=False),
        _text("comparator"),
        _text("value"),
        _text("upper"),
        _text("unit"),
        _text("grain"),
        _text("basis"),
        _text("accumulation"),
        _text("direction"),
        _text("period_start"),
        _text("period_end"),
        _text("period_rule"),
        _text("recurrence"),
        _text("theme"),
        _text("place"),
        _number("sentence_starts", nullable=False),
        _number("sentence_ends", nullable=False),
        _number("page"),
        _text("box"),
        _share("confidence"),
    ]


commitment = sa.Table("commitment", metadata, *_statement_columns(), _text("strength"), _flag("binding", nullable=True))

observation = sa.Table("observation", metadata, *_statement_columns(), _text("status"), _text("other_places"))

claim = sa.Table(
    "claim",
    metadata,
    _text("id", key=True),
    _reference("document", "document.id"),
    _text("document_name", nullable=False),
    _number("starts", nullable=False),
    _number("ends", nullable=False),
    _text("quote", nullable=False),
    _text("says", nullable=False),
    _text("indicator", nullable=False),
    _text("period_start"),
    _text("period_end"),
    _text("theme"),
    _text("place"),
    _text("about", nullable=False),
    _number("sentence_starts", nullable=False),
    _number("sentence_ends", nullable=False),
    _share("confidence"),
)

issue = sa.Table(
    "issue",
    metadata,
    _text("id", key=True),
    _text("code", nullable=False),
    _text("level", nullable=False),
    _text("message", nullable=False),
    _text("document_name"),
    _text("document"),
    _number("starts"),
    _number("ends"),
    sa.CheckConstraint("level IN ('info', 'warning', 'error')", name="level"),
)

measurement = sa.Table(
    "measurement",
    metadata,
    _text("id", key=True),
    _text("engine", nullable=False),
    _text("title", nullable=False),
    _text("title_en"),
    _text("value", nullable=False),
    _text("low", nullable=False),
    _text("high", nullable=False),
    _text("unit", nullable=False),
    _text("grain", nullable=False),
    _text("target"),
    _text("finding"),
    _text("words", nullable=False),
    _text("words_en", nullable=False),
    _text("readings", nullable=False),
    _text("groups", nullable=False),
    _text("commitments", nullable=False),
    _text("file"),
    _text("definition", nullable=False),
    _text("inputs", nullable=False),
    _text("software", nullable=False),
)

verdict = sa.Table(
    "verdict",
    metadata,
    _reference("commitment", "commitment.id", key=True),
    _text("verdict", nullable=False),
    _text("computed", nullable=False),
    _flag("secured"),
    _text("attainment_low"),
    _text("attainment_high"),
    _text("expected"),
    _text("settled_on", nullable=False),
    _text("as_of"),
    _text("reviewability", nullable=False),
    _text("evidence_grade", nullable=False),
    _text("comparability"),
    _text("reason"),
    _text("claim"),
    _flag("needs_review"),
    _text("override_by"),
    _text("override_reason"),
    _text("flags", nullable=False),
    _text("rules", nullable=False),
    _text("searched", nullable=False),
    _text("working", nullable=False),
    _text("working_zh", nullable=False),
)

evidence = sa.Table(
    "evidence",
    metadata,
    _reference("commitment", "verdict.commitment", key=True),
    _number("position", key=True),
    _reference("observation", "observation.id"),
    _text("comparability", nullable=False),
    _text("reason"),
    _share("confidence"),
    _text("grade", nullable=False),
    _text("note", nullable=False),
)

judgement = sa.Table(
    "judgement",
    metadata,
    _text("id", key=True),
    _text("decision", nullable=False),
    _text("commitment", nullable=False),
    _text("observation"),
    _text("verdict"),
    _text("decided_by", nullable=False),
    _text("decided_when", nullable=False),
    _text("reason", nullable=False),
    _text("quote"),
)

build = sa.Table(
    "build",
    metadata,
    _text("id", key=True),
    _text("built_on"),
    _text("version"),
    _text("record", nullable=False),
)

readme = sa.Table(
    "readme",
    metadata,
    _text("name", key=True),
    _text("kind", nullable=False),
    _text("english", nullable=False),
    _text("chinese", nullable=False),
)

seen = sa.Table(
    "seen",
    sa.MetaData(),
    _text("kind", key=True),
    _text("key", key=True),
    _text("fingerprint", nullable=False),
    prefixes=["TEMPORARY"],
)
"""Working list of one append: what it stated. Lives in the connection's own scratch file, not in the ledger."""
