"""The Frictionless Data Package of the CSV tables (https://specs.frictionlessdata.io, Tabular Data Package)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from .release import Release
from .tables import Table, tables

Descriptor = dict[str, Any]


def descriptor(release: Release, files: Mapping[str, bytes]) -> Descriptor:
    """Describe the tables; ``files`` holds the bytes of each by its name.

    The days of the ledger stand as ``version``; no licence is stated, because nobody stated one for the whole.
    """
    described = f"{release.title} – " if release.title_en is None else f"{release.title_en} – "
    return {
        "profile": "tabular-data-package",
        "name": release.name,
        "title": release.title,
        "description": f"{described}promises, evidence and verdicts as known on {release.book.on}.",
        "version": release.book.on,
        "sources": [_source(source.title, source.url) for source in release.book.sources.values()],
        "resources": [_resource(table, files[table.name]) for table in tables()],
    }


def _source(title: str, url: str | None) -> Descriptor:
    return {"title": title} if url is None else {"title": title, "path": url}


def _resource(table: Table, content: bytes) -> Descriptor:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.zh,
        "description": table.en,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": _schema(table),
    }


def _schema(table: Table) -> Descriptor:
    return {
        "fields": [
            {"name": column.name, "type": column.type, "title": column.zh, "description": column.en}
            for column in table.columns
        ],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [_link(*link) for link in table.links],
    }


def _link(column: str, target: str, there: str) -> Descriptor:
    return {"fields": [column], "reference": {"resource": target, "fields": [there]}}
