"""The feed: the rules of RFC 4287 that it keeps, and which changes it tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from lantu.ledger import Ledger
from lantu.publication.book import read_book
from lantu.publication.changes import changes_between
from lantu.publication.data import Release, export

from ..sample import ON, Sample, sample

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start>
    <element name="feed">
      <ref name="attributes"/>
      <interleave>
        <element name="title"><text/></element>
        <element name="id"><data type="anyURI"/></element>
        <element name="updated"><data type="dateTime"/></element>
        <oneOrMore><element name="author"><element name="name"><text/></element></element></oneOrMore>
        <optional><element name="generator"><text/></element></optional>
        <zeroOrMore><ref name="link"/></zeroOrMore>
        <zeroOrMore><ref name="entry"/></zeroOrMore>
      </interleave>
    </element>
  </start>
  <define name="attributes">
    <optional><attribute name="xml:lang"/></optional>
    <optional><attribute name="xml:base"><data type="anyURI"/></attribute></optional>
  </define>
  <define name="link">
    <element name="link">
      <attribute name="href"><data type="anyURI"/></attribute>
      <optional><attribute name="rel"/></optional>
      <optional><attribute name="type"/></optional>
    </element>
  </define>
  <define name="entry">
    <element name="entry">
      <interleave>
        <element name="title"><text/></element>
        <element name="id"><data type="anyURI"/></element>
        <element name="updated"><data type="dateTime"/></element>
        <oneOrMore><ref name="link"/></oneOrMore>
        <element name="summary"><text/></element>
        <zeroOrMore><element name="category"><attribute name="term"/><attribute name="label"/></element></zeroOrMore>
      </interleave>
    </element>
  </define>
</grammar>
"""
"""What RFC 4287 asks of the elements that we write (our transcription of its appendix B)."""


def feed(release: Release, folder: Path) -> Any:
    [path] = export("atom", release, folder)
    return etree.parse(str(path)).getroot()


def entries(root: Any) -> list[tuple[str, str]]:
    return [(each.findtext(f"{ATOM}title"), each.findtext(f"{ATOM}updated")) for each in root.iter(f"{ATOM}entry")]


def changed(made: Sample, kind: str) -> Sample:
    """Settle the first commitment again, a month later, as ``kind``."""
    from dataclasses import replace

    from lantu.model import VerdictKind

    first, *others = made.verdicts
    again = (first[0], replace(first[1], kind=VerdictKind(kind), attainment=None))
    return replace(made, verdicts=[again, *others], on=date(2025, 6, 20))


def test_the_feed_keeps_the_rules_of_atom(release: Release, named: Release, tmp_path: Path) -> None:
    grammar = etree.RelaxNG(etree.fromstring(FEED))

    for one in (release, named):
        grammar.assertValid(feed(one, tmp_path).getroottree())


def test_a_ledger_without_changes_tells_how_it_stands(release: Release, tmp_path: Path) -> None:
    [(title, updated)] = entries(feed(release, tmp_path))

    assert title == f"截至2025-05-20：{len(release.book.entries)}项承诺"
    assert updated == "2025-05-20T00:00:00Z"


def test_a_changed_verdict_in_the_history_is_told(tmp_path: Path) -> None:
    made = sample()
    path = made.write(tmp_path / "ledger.sqlite")
    changed(made, "missed").write(path)

    with Ledger.open(path) as opened:
        told = entries(feed(Release(read_book(opened)), tmp_path))

    assert ("新开发社区岗位1.63万个以上：超额完成 → 未完成", "2025-06-20T00:00:00Z") in told
    assert len(told) == 2


def test_a_change_since_another_ledger_is_told_once(tmp_path: Path) -> None:
    made = sample()
    earlier, later = made.write(tmp_path / "old.sqlite"), changed(made, "missed").write(tmp_path / "new.sqlite")

    with Ledger.open(earlier) as before, Ledger.open(later) as after:
        book = read_book(after)
        told = entries(feed(Release(book, changes_between(read_book(before), book)), tmp_path))

    assert [title for title, _ in told[1:]] == ["新开发社区岗位1.63万个以上：超额完成 → 未完成"]


def test_the_ids_stay_the_same_and_differ_from_one_another(release: Release, tmp_path: Path) -> None:
    one, two = (feed(release, tmp_path / name) for name in ("one", "two"))
    ids = [each.text for each in one.iter(f"{ATOM}id")]

    assert ids == [each.text for each in two.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) >= 2


def test_the_day_of_the_sample_is_the_day_of_the_feed(release: Release, tmp_path: Path) -> None:
    assert feed(release, tmp_path).findtext(f"{ATOM}updated") == f"{ON}T00:00:00Z"
