"""The Open SDG layout: data/indicator_ID.csv and meta/ID.yml for every commitment, and a list of them.

``direction`` is always written: a platform that assumes "more is better" would call a rising unemployment rate a
success. The platform's own progress calculation is switched off, for the verdict stands in the metadata.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .. import wording
from ..book import Book, Entry, Record
from ..language import languages
from ..press import printable
from .comma import json_text, texts
from .release import Files, Release
from .tables import tables

_SERIES = {"target": "目标值", "actual_low": "实际值（下限）", "actual_high": "实际值（上限）", "actual": "实际值"}
_HEADING = ("Year", "Series", "Units", "Value")
_COMPLETE, _NOT_STARTED, _NOT_STATISTICAL = "complete", "notstarted", "notapplicable"


def files(release: Release) -> Files:
    """Give the data and the metadata of every commitment, then the list of them."""
    book = release.book
    rows = {table.name: texts(table, book) for table in tables() if table.name in ("commitments", "verdicts")}
    listed = [("indicator", "theme", "id", "name")]
    for number, name, entry in _numbered(book):
        yield f"open-sdg/data/indicator_{number}.csv", _table(_HEADING, _data(entry))
        own = {table: rows[table][entry.id] for table in rows}
        yield f"open-sdg/meta/{number}.yml", _yaml(_meta(number, name, entry, own))
        listed.append((number, name, entry.id, entry.commitment["indicator"]))
    yield "open-sdg/indicators.csv", _table(listed[0], listed[1:])


def _numbered(book: Book) -> Iterator[tuple[str, str, Entry]]:
    """Number the commitments as the platform numbers indicators: theme, then place in the theme."""
    for goal, theme in enumerate(book.themes, start=1):
        for place, entry in enumerate(theme.entries, start=1):
            yield f"{goal}-1-{place}", theme.label(languages()[0]), entry


def _data(entry: Entry) -> Iterator[Sequence[str]]:
    """Give a row a figure; what nobody reported, and what has no number or no year, has none."""
    record, verdict = entry.commitment, entry.verdict
    unit = record["unit"] or ""
    if record["value"] is not None and record["period_end"] is not None:
        yield record["period_end"][:4], _SERIES["target"], unit, record["value"]
    year = (verdict["as_of"] or "")[:4]
    low, high = verdict.get("actual") or (None, None)
    if year and low is not None and low == high:
        yield year, _SERIES["actual"], unit, low
    elif year:
        ends = (("actual_low", low), ("actual_high", high))
        yield from ((year, _SERIES[name], unit, end) for name, end in ends if end is not None)


def _meta(number: str, theme: str, entry: Entry, rows: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    record, chinese = entry.commitment, languages()[0]
    goal = number.partition("-")[0]
    numeric = record["value"] is not None
    return {
        "indicator_number": number.replace("-", "."),
        "indicator_name": record["indicator"],
        "graph_title": record["indicator"],
        "graph_type": "line",
        "sdg_goal": goal,
        "target_number": f"{goal}.1",
        "target_name": theme,
        "reporting_status": _status(entry),
        "data_non_statistical": not numeric,
        "auto_progress_calculation": False,
        "progress_calculation_options": [_direction(entry)],
        "verdict_label": chinese.say(wording.VERDICTS[entry.kind].label),
        "commitment": {name: text for name, text in rows["commitments"].items() if text},
        "settled": {name: text for name, text in rows["verdicts"].items() if text},
    }


def _status(entry: Entry) -> str:
    if entry.commitment["value"] is None:
        return _NOT_STATISTICAL
    return _COMPLETE if entry.verdict.get("actual") else _NOT_STARTED


def _direction(entry: Entry) -> Record:
    """Give which way is better, always, and the target with its year where they are known."""
    record = entry.commitment
    told: dict[str, Any] = {"direction": "negative" if entry.verdict.get("falling") else "positive"}
    if record["value"] is not None:
        told["target"] = _number(record["value"])
    if record["period_end"] is not None:
        told["target_year"] = int(record["period_end"][:4])
    return told


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _table(heading: Sequence[str], rows: Any) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return text.getvalue().encode()


def _yaml(value: Mapping[str, Any]) -> bytes:
    """Write YAML with every scalar as JSON, which YAML reads: quick, and the same bytes everywhere."""
    return printable("".join(_lines(value, ""))).encode()


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, item in value.items():
        if isinstance(item, Mapping):
            yield f"{indent}{name}:\n"
            quoted = {json_text(key): each for key, each in item.items()}  # on is no key in YAML 1.1
            yield from _lines(quoted, indent + "  ")
        elif isinstance(item, list):
            yield f"{indent}{name}:\n"
            yield from (f"{indent}- {json_text(each)}\n" for each in item)
        else:
            yield f"{indent}{name}: {json_text(item)}\n"
