"""IATI 2.03 activity XML: the plan as one activity, its themes as results, each commitment an indicator.

The standard has no place for a unit, a bound or a verdict. They stand in the comments for people, and exactly in
elements of our own namespace, which the standard allows at the end of an indicator. What nobody reported has no
``actual``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from lantu.model import InputError

from .. import figures
from ..book import Book, Entry, Record, Theme
from ..language import languages
from ..press import printable
from .comma import texts
from .release import Files, Release
from .tables import tables

OURS = "urn:lantu:ledger"
"""The namespace of our own elements."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_OWN_VOCABULARY = "99"  # IndicatorVocabulary and LocationType: the reporting organisation's own
_OURS = ("commitments", "verdicts")  # the tables whose rows stand in elements of our own
_MEASURES = {"%": "2", "‰": "2", "百分点": "2"}  # IndicatorMeasure: percentage; 1 unit, 4 ordinal, 5 qualitative

Node = Any
"""An element of lxml, which carries no types."""


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The book, with the rows of our own elements as texts by id."""

    book: Book
    rows: Mapping[str, Mapping[str, Mapping[str, str]]]

    @classmethod
    def of(cls, book: Book) -> _Ledger:
        return cls(book, {table.name: texts(table, book) for table in tables() if table.name in _OURS})


def files(release: Release) -> Files:
    """Give the activity file.

    Raises
    ------
    InputError
        Where the plan states no days: an activity needs them, and none are invented.
    """
    root = etree.Element("iati-activities", {"version": "2.03"}, nsmap={"lantu": OURS})
    root.append(_activity(release))
    etree.indent(root)
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    yield "iati.xml", written + b"\n"


def identifier(release: Release) -> str:
    """Give the identifier of the activity: of our own making, from the GB/T 2260 code of the place."""
    return release.name


def _activity(release: Release) -> Node:
    book, plan = release.book, release.book.plan
    if not (plan.get("horizon_start") and plan.get("horizon_end")):
        raise InputError(
            "the plan states no first and last day", "an IATI activity needs them: add horizon to plan.yaml"
        )
    activity = etree.Element("iati-activity", {_LANG: "zh"})
    _put(activity, "iati-identifier").text = identifier(release)
    _reporting(activity, release)
    _told(_put(activity, "title"), zh=release.title, en=release.title_en)
    _told(_put(activity, "description", type="1"), zh=f"{release.title}：截至{book.on}的承诺、依据与判定。")
    for name in sorted({source.publisher for source in book.sources.values() if source.publisher}):
        _told(_put(activity, "participating-org", role="2"), zh=name)  # 2: accountable
    if activity.find("participating-org") is None:
        _told(_put(activity, "participating-org", role="2"), zh=plan.get("place") or release.title)
    _put(activity, "activity-status", code=_status(plan, book.on))
    _put(activity, "activity-date", {"type": "1", "iso-date": plan["horizon_start"]})  # 1: planned start
    _put(activity, "activity-date", {"type": "3", "iso-date": plan["horizon_end"]})  # 3: planned end
    ledger = _Ledger.of(book)
    for theme in book.themes:
        if theme.entries:
            activity.append(_result(theme, ledger))
    return activity


def _reporting(activity: Node, release: Release) -> None:
    """Say who reports: the publisher of the site, or that nobody was named; type 90 is *other*."""
    who = release.book.plan.get("publisher")
    node = _put(activity, "reporting-org", {"ref": release.name, "type": "90", "secondary-reporter": "true"})
    _told(node, zh=who or "未注明发布者", en=None if who else "publisher not stated")


def _status(plan: Record, on: str) -> str:
    """Give the status by the days alone: 1 pipeline, 2 implementation, 3 finalisation (over, still being settled)."""
    if on < plan["horizon_start"]:
        return "1"
    return "2" if on <= plan["horizon_end"] else "3"


def _result(theme: Theme, ledger: _Ledger) -> Node:
    result = etree.Element("result", {"type": "9"})  # 9: other; nobody said output or outcome
    chinese, english = (theme.label(language) for language in languages())
    _told(_put(result, "title"), zh=chinese, en=english if english != chinese else None)
    for entry in theme.entries:
        result.append(_indicator(entry, ledger))
    return result


def _indicator(entry: Entry, ledger: _Ledger) -> Node:
    record, verdict = entry.commitment, entry.verdict
    indicator = etree.Element("indicator", {"measure": _measure(record)})
    if verdict.get("falling") is not None:
        indicator.set("ascending", "false" if verdict["falling"] else "true")
    _told(_put(indicator, "title"), zh=record["indicator"])
    _told(_put(indicator, "description"), zh=ledger.book.excerpt(record).clause)
    _put(indicator, "reference", vocabulary=_OWN_VOCABULARY, code=entry.id)
    if record["period_end"] is not None:
        indicator.append(_period(entry, ledger.book))
    for name in _OURS:
        indicator.append(_ours(name, ledger.rows[name][entry.id]))
    return indicator


def _measure(record: Record) -> str:
    if record["value"] is None:
        return "5"
    return "4" if record["basis"] == "rank" else _MEASURES.get(record["unit"], "1")


def _period(entry: Entry, book: Book) -> Node:
    record = entry.commitment
    period = etree.Element("period")
    _put(period, "period-start", {"iso-date": _start(record, book)})
    _put(period, "period-end", {"iso-date": record["period_end"]})
    if record["value"] is not None:
        _comment(_put(period, "target", value=record["value"]), entry, target=True)
        for node in _actuals(period, entry):
            _comment(node, entry, target=False)
    return period


def _start(record: Record, book: Book) -> str:
    """Give the first day: of the value, else of the plan, else (a deadline before the plan) the deadline itself."""
    return str(record["period_start"] or min(book.plan["horizon_start"], record["period_end"]))


def _actuals(period: Node, entry: Entry) -> Iterator[Node]:
    """Give one ``actual`` for a value, two with a dimension for an interval, none where nothing was reported."""
    low, high = entry.verdict.get("actual") or (None, None)
    if low is not None and low == high:
        yield _put(period, "actual", value=low)
        return
    for bound, value in (("low", low), ("high", high)):
        if value is not None and (bound, value) != ("low", "0"):  # "0 or more" was not reported by anybody
            node = _put(period, "actual", value=value)
            _put(node, "dimension", name="bound", value=bound)
            yield node


def _comment(node: Node, entry: Entry, *, target: bool) -> None:
    chinese, english = languages()
    record = entry.commitment
    bound = f"；界限：{record['comparator']}" if target else f"；截至{entry.verdict['as_of']}"
    bound_en = f"; comparator: {record['comparator']}" if target else f"; as of {entry.verdict['as_of']}"
    shown = f"；{figures.bounded(record, chinese)}" if target else ""
    shown_en = f"; {figures.bounded(record, english)}" if target else ""
    zh, en = f"单位：{record['unit']}{bound}{shown}", f"unit: {record['unit']}{bound_en}{shown_en}"
    _told(_put(node, "comment"), zh=zh, en=en)


def _ours(table: str, row: Mapping[str, str]) -> Node:
    """Give a row of a table as an element with an attribute for every value that is not missing."""
    node = etree.Element(f"{{{OURS}}}{table.removesuffix('s')}")
    for name, text in row.items():
        if text:
            node.set(name, printable(text))
    return node


def _put(parent: Node, tag: str, attributes: dict[str, str] | None = None, **more: str) -> Node:
    return etree.SubElement(parent, tag, {**(attributes or {}), **more})


def _told(node: Node, *, zh: str | None = None, en: str | None = None) -> None:
    for code, text in (("zh", zh), ("en", en)):
        if text:
            narrative = etree.SubElement(node, "narrative", {_LANG: code})
            narrative.text = printable(text)
