"""CSV on the Web metadata of the CSV tables (W3C Recommendation, Metadata Vocabulary for Tabular Data)."""

from __future__ import annotations

from typing import Any

from .release import Release
from .tables import Column, Kind, Table, tables

_DATATYPES: dict[Kind, str] = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "date": "date",
    "array": "json",
}


def metadata(release: Release) -> dict[str, Any]:
    """Describe the tables as one group."""
    titles: dict[str, str] = {"zh": release.title}
    if release.title_en is not None:
        titles["en"] = release.title_en
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": [{"@value": title, "@language": code} for code, title in titles.items()],
        "dc:issued": {"@value": release.book.on, "@type": "xsd:date"},
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "tables": [_table(table) for table in tables()],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.en,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "columnReference": column,
                    "reference": {"resource": f"{target}.csv", "columnReference": there},
                }
                for column, target, there in table.links
            ],
        },
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": [{"@value": column.en, "@language": "en"}, {"@value": column.zh, "@language": "zh"}],
        "datatype": _DATATYPES[column.type],
        "null": "",
    }
