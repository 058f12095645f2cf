"""The documents in the order of their days, each with what it added: promises, results, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from lantu.model import Source

from .book import Book, Record


class Moment(NamedTuple):
    """A document on the timeline: what it states, and for how many commitments it gave evidence."""

    source: Source
    counts: Mapping[str, int]
    answered: int


def timeline(book: Book) -> dict[str, Any]:
    """Give the documents by year (None where no day is known, last), and the years that the plan is for."""
    moments = [Moment(source, _counts(book, key), _answered(book, key)) for key, source in book.sources.items()]
    years = [(year, list(group)) for year, group in groupby(moments, key=_year)]
    horizon = book.plan.get("horizon_start"), book.plan.get("horizon_end")
    return {"years": years, "horizon": horizon if all(horizon) else None}


def _year(moment: Moment) -> int | None:
    return None if moment.source.published is None else moment.source.published.year


def _counts(book: Book, document: str) -> Counter[str]:
    records: Iterable[Record] = book.statements(document)
    return Counter(str(record["kind"]) for record in records)


def _answered(book: Book, document: str) -> int:
    told = (record["id"] for record in book.statements(document) if record["kind"] == "observation")
    return len({entry.id for each in told for entry in book.serves.get(each, ())})
