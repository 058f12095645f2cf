"""The news feed (Atom, RFC 4287): verdicts that changed, the newest first, and the day the ledger stands at.

A feed needs moments; the ledger knows days. A day is written as its midnight in UTC.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from lxml import etree

from .. import wording
from ..book import Book, Entry
from ..language import Language, languages
from ..press import printable
from .release import Files, Release

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 200  # entries of one feed: readers fetch it whole
Node = Any
"""An element of lxml, which carries no types."""


class News(NamedTuple):
    """A verdict that changed: on which day, on which commitment, from what to what."""

    day: str
    entry: Entry
    before: str
    after: str


def files(release: Release) -> Files:
    """Give the feed."""
    book = release.book
    feed = etree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh"}, nsmap={None: _ATOM})
    if release.base is not None:
        feed.set("{http://www.w3.org/XML/1998/namespace}base", release.base)
    _put(feed, "title", f"{release.title}：判定变化")
    _put(feed, "id", _name(release.name))
    news = sorted(changed(release), key=lambda each: (each.day, each.entry.id), reverse=True)[:_MOST]
    _put(feed, "updated", _moment(book.on))
    _put(_put(feed, "author"), "name", book.plan.get("publisher") or "lantu")
    _put(feed, "generator", "lantu")
    _put(feed, "link", rel="alternate", type="text/html", href="../zh/index.html")
    if release.base is not None:
        _put(feed, "link", rel="self", type="application/atom+xml", href="changes.atom")
    _standing(feed, release)
    for each in news:
        _entry(feed, each, book)
    etree.indent(feed)
    yield "changes.atom", bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8")) + b"\n"


def changed(release: Release) -> Iterator[News]:
    """Give every change of a verdict that counts: those in the ledger's history, and those since another ledger."""
    told = {(one.entry.id, one.before, one.after): one for one in _since(release)}
    told |= {(one.entry.id, one.before, one.after): one for one in _history(release.book)}
    yield from told.values()


def _history(book: Book) -> Iterator[News]:
    for entry in book.entries:
        for before, after in pairwise(book.turns[entry.id]):
            if before.kind != after.kind:
                yield News(after.recorded.isoformat(), entry, before.kind, after.kind)


def _since(release: Release) -> Iterator[News]:
    for entry, before in () if release.changes is None else release.changes.changed:
        yield News(release.book.on, entry, before, entry.kind)


def _standing(feed: Node, release: Release) -> None:
    """Write the entry that says how the ledger stands."""
    book, chinese = release.book, languages()[0]
    counts = Counter(entry.kind for entry in book.entries)
    told = "，".join(f"{_label(kind, chinese)}{counts[kind]}项" for kind in wording.VERDICTS if counts[kind])
    entry = _put(feed, "entry")
    _put(entry, "title", f"截至{book.on}：{len(book.entries)}项承诺")
    _put(entry, "id", _name(release.name, book.on))
    _put(entry, "updated", _moment(book.on))
    _put(entry, "link", rel="alternate", type="text/html", href="../zh/index.html")
    _put(entry, "summary", f"{told}。")


def _entry(feed: Node, news: News, book: Book) -> None:
    chinese, english = languages()
    record = news.entry.commitment
    entry = _put(feed, "entry")
    before, after = _label(news.before, chinese), _label(news.after, chinese)
    _put(entry, "title", f"{record['indicator']}：{before} → {after}")
    _put(entry, "id", _name(news.entry.id, news.day, news.before, news.after))
    _put(entry, "updated", _moment(news.day))
    _put(entry, "link", rel="alternate", type="text/html", href=f"../zh/commitments/{news.entry.id}.html")
    _put(entry, "category", term=news.after, label=after)
    summary = f"{book.excerpt(record).brief.clause}（{_label(news.before, english)} → {_label(news.after, english)}）"
    _put(entry, "summary", summary)


def _label(kind: str, language: Language) -> str:
    return language.say(wording.VERDICTS[kind].label)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _name(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ':'.join(('urn:lantu:ledger', *parts)))}"


def _put(parent: Node, tag: str, text: str | None = None, **attributes: str) -> Node:
    node = etree.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    node.text = None if text is None else printable(text)
    return node
