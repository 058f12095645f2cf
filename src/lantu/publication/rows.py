"""The table of commitments as a script: file:// allows no fetch, so the filter loads its rows as a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from . import figures, wording
from .book import Book, Entry, Record
from .language import Language
from .offices import Duties
from .press import looks, printable
from .tally import waits


def rows_script(book: Book, duties: Sequence[Duties], language: Language) -> bytes:
    """Give the script that hands every commitment to the filter and to the search, one array each."""
    themes = {entry.id: number for number, theme in enumerate(book.themes) for entry in theme.entries}
    answering: dict[str, list[int]] = {}
    for number, office in enumerate(duties):
        for entry in office.leads:
            answering.setdefault(entry.id, []).append(number)
    table = {
        "verdicts": {
            kind: [language.say(wording.VERDICTS[kind].label), look.family, look.icon] for kind, look in looks().items()
        },
        "themes": [theme.id for theme in book.themes],
        "names": [theme.label(language) for theme in book.themes],
        "offices": [office.id for office in duties],
        "officeNames": [office.label(language) for office in duties],
        "rows": [
            [*_row(book, entry, themes[entry.id], language), answering.get(entry.id, [])] for entry in book.entries
        ],
    }
    return printable(f"window.lantuTable = {msgspec.json.encode(table).decode()};\n").encode()


def _row(book: Book, entry: Entry, theme: int, language: Language) -> list[Any]:
    record, verdict, words = entry.commitment, entry.verdict, book.excerpt(entry.commitment).brief
    ends = verdict["attainment"]
    return [
        entry.id,
        words.lead,
        words.quote,
        words.rest,
        theme,
        entry.kind,
        figures.bounded(record, language),
        record["period_end"],
        _period(record, language),
        None if ends is None else _first(ends),
        "" if ends is None else figures.attained(figures.ends(ends), language),
        int(waits(verdict)),
        verdict["evidence_grade"],
    ]


def _first(ends: Iterable[str | None]) -> float | None:
    return next((float(end) for end in ends if end is not None), None)


def _period(record: Record, language: Language) -> str:
    start, end = record["period_start"], record["period_end"]
    if end is None:
        return ""
    return figures.period(None if start is None else date.fromisoformat(start), date.fromisoformat(end), language)
