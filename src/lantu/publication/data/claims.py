"""schema.org ClaimReview: each achievement that a document reports or claims, judged by the verdict it serves.

An achievement claim is a figure or act that was held against a commitment, or a document's own verdict on one
(超额完成). One that belongs to no commitment has no review: there is nothing to judge it by. No rating number is
given, because the seventeen verdicts are no scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import wording
from ..book import Book, Entry, Record
from ..language import languages
from .comma import texts
from .release import Release
from .tables import tables

Node = dict[str, Any]

CONTEXT = {
    "@vocab": "https://schema.org/",
    "lantu": "urn:lantu:ledger:",
    "url": {"@type": "@id"},
    "datePublished": {"@type": "https://schema.org/Date"},
}
"""Inline, so that nothing has to be fetched to read the file."""


def graph(release: Release) -> Node:
    """Give the commitments, each with its verdict, and the reviews of what was reported on them."""
    book = release.book
    context = CONTEXT if release.base is None else {"@base": release.base, **CONTEXT}
    return {"@context": context, "@graph": [*_commitments(book), *_reviews(release)]}


def _commitments(book: Book) -> Iterator[Node]:
    """Give every commitment with its verdict, a property a column; missing values have none."""
    rows = {table.name: texts(table, book) for table in tables() if table.name in ("commitments", "verdicts")}
    for entry in book.entries:
        verdict = _told(rows["verdicts"][entry.id])
        yield {
            "@id": _name("commitment", entry.id),
            "@type": "lantu:Commitment",
            **_told(rows["commitments"][entry.id]),
            "lantu:settled": {"@id": _name("verdict", entry.id), "@type": "lantu:Verdict", **verdict},
        }


def _told(row: Mapping[str, str]) -> Node:
    return {f"lantu:{name}": text for name, text in row.items() if text}


def _reviews(release: Release) -> Iterator[Node]:
    book = release.book
    entries = {entry.id: entry for entry in book.entries}
    for entry in book.entries:
        for each in entry.verdict["evidence"]:
            yield _review(release, each, entry)
    for claim in book.claims:
        for entry in _judged(claim, entries, book):
            yield _review(release, claim, entry)


def _judged(claim: Record, entries: Mapping[str, Entry], book: Book) -> Iterator[Entry]:
    """Give the commitments that a document's own verdict speaks of, itself or through its figures."""
    found = [entries[each] for each in claim["about"] if each in entries]
    found += [entry for each in claim["about"] for entry in book.serves.get(each, ())]
    yield from {entry.id: entry for entry in found}.values()


def _review(release: Release, claim: Record, entry: Entry) -> Node:
    book, chinese = release.book, languages()[0]
    text = book.excerpt(claim).clause
    review = {
        "@id": _name("review", f"{claim['id']}:{entry.id}"),
        "@type": "ClaimReview",
        "url": f"../zh/commitments/{entry.id}.html",
        "datePublished": book.on,
        "inLanguage": "zh",
        "claimReviewed": text,
        "itemReviewed": _claim(book, claim, text),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": chinese.say(wording.VERDICTS[entry.kind].label),
            "name": entry.kind,
        },
        "about": {"@id": _name("commitment", entry.id)},
    }
    publisher = book.plan.get("publisher")
    return review if not publisher else {**review, "author": {"@type": "Organization", "name": publisher}}


def _claim(book: Book, claim: Record, text: str) -> Node:
    source = book.sources[claim["document_id"]]
    work: Node = {"@type": "CreativeWork", "name": source.title}
    if source.url is not None:
        work["url"] = source.url
    if source.published is not None:
        work["datePublished"] = source.published.isoformat()
    told: Node = {"@id": _name(claim["kind"], claim["id"]), "@type": "Claim", "text": text, "appearance": work}
    return told if source.publisher is None else {**told, "author": {"@type": "Organization", "name": source.publisher}}


def _name(kind: str, key: str) -> str:
    return f"urn:lantu:ledger:{kind}:{key}"
