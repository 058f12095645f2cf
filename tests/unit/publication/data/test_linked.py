"""Linked data, read by rdflib and held to shapes by pyshacl."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lantu.publication.data import PLAIN, Release, export

from .reread import assert_same_statements, assert_same_verdicts, cells

pytestmark = [
    pytest.mark.extra("pyshacl"),
    pytest.mark.extra("rdflib"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),  # inside rdflib itself
]

SHAPES = Path(__file__).parent / "shapes.ttl"
BASE = "https://data.chengwan.example/plan/data/"
LANTU = "urn:lantu:ledger:"
SCHEMA = "https://schema.org/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def graph(release: Release, folder: Path, name: str) -> Any:
    from rdflib import Graph

    export("jsonld", release, folder)
    return Graph().parse(folder / name, format="json-ld", publicID=BASE)


def violations(found: Any) -> set[tuple[str, str]]:
    """Give the broken rules as (class of the node, property)."""
    import pyshacl
    from rdflib import Graph, URIRef

    _, report, _ = pyshacl.validate(found, shacl_graph=Graph().parse(SHAPES))
    shacl = "http://www.w3.org/ns/shacl#"
    broken = set()
    for result, path in report.subject_objects(URIRef(f"{shacl}resultPath")):
        node = report.value(result, URIRef(f"{shacl}focusNode"))
        broken.add((str(found.value(node, URIRef(TYPE))), str(path)))
    return broken


def count(found: Any, kind: str) -> int:
    from rdflib import URIRef

    return len(list(found.subjects(URIRef(TYPE), URIRef(kind))))


def rows(found: Any, kind: str, table: str) -> list[dict[str, Any]]:
    from rdflib import URIRef

    nodes = found.subjects(URIRef(TYPE), URIRef(f"{LANTU}{kind}"))
    told = (
        {str(name).removeprefix(LANTU): str(value) for name, value in found.predicate_objects(node)} for node in nodes
    )
    return [cells(table, one) for one in told]


def assert_same_book(found: Any, release: Release) -> None:
    book = release.book
    assert_same_statements(rows(found, "Commitment", "commitments"), [entry.commitment for entry in book.entries])
    assert_same_verdicts(rows(found, "Verdict", "verdicts"), None, book)


def test_the_catalogue_keeps_the_rules_of_dcat_ap(named: Release, tmp_path: Path) -> None:
    found = graph(named, tmp_path, "catalogue.jsonld")

    assert violations(found) == set()
    assert count(found, "http://www.w3.org/ns/dcat#Distribution") == len(PLAIN)


def test_without_a_publisher_the_catalogue_lacks_nothing_but_the_publisher(release: Release, tmp_path: Path) -> None:
    found = graph(release, tmp_path, "catalogue.jsonld")

    assert violations(found) == {("http://www.w3.org/ns/dcat#Catalog", "http://purl.org/dc/terms/publisher")}


def test_every_distribution_leads_to_a_file(named: Release, tmp_path: Path) -> None:
    from rdflib import URIRef

    found = graph(named, tmp_path, "catalogue.jsonld")
    for name in PLAIN:
        export(name, named, tmp_path)
    links = [str(each) for each in found.objects(None, URIRef("http://www.w3.org/ns/dcat#accessURL"))]

    assert len(links) == len(PLAIN)
    assert [link for link in links if not (tmp_path / link.removeprefix(BASE)).is_file()] == []


def test_the_reviews_keep_the_rules_of_claim_review(named: Release, tmp_path: Path) -> None:
    found = graph(named, tmp_path, "reviews.jsonld")
    cited = sum(len(entry.verdict["evidence"]) for entry in named.book.entries)

    assert violations(found) == set()
    assert count(found, f"{SCHEMA}ClaimReview") == cited + 1


def test_a_review_tells_claim_verdict_and_source(named: Release, tmp_path: Path) -> None:
    from rdflib import URIRef

    found = graph(named, tmp_path, "reviews.jsonld")
    [review] = [
        node
        for node, text in found.subject_objects(URIRef(f"{SCHEMA}claimReviewed"))
        if "超额完成目标任务" in str(text) and ":review:" in str(node) and str(node).count(":") == 5
        if any(
            "超额完成" in str(name) for name in found.objects(found.value(node, URIRef(f"{SCHEMA}reviewRating")), None)
        )
    ][:1]
    claim = found.value(review, URIRef(f"{SCHEMA}itemReviewed"))
    rating = found.value(review, URIRef(f"{SCHEMA}reviewRating"))

    assert str(found.value(rating, URIRef(f"{SCHEMA}alternateName"))) == "超额完成"
    assert found.value(rating, URIRef(f"{SCHEMA}ratingValue")) is None
    work = found.value(claim, URIRef(f"{SCHEMA}appearance"))
    assert str(found.value(work, URIRef(f"{SCHEMA}name"))) == "民生计划实施情况发布会"


def test_every_commitment_and_verdict_comes_back(release: Release, tmp_path: Path) -> None:
    assert_same_book(graph(release, tmp_path, "reviews.jsonld"), release)


@pytest.mark.shared
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    found = graph(zibo, tmp_path, "reviews.jsonld")

    assert count(found, f"{SCHEMA}ClaimReview") > 40
    assert_same_book(found, zibo)


def test_the_files_name_no_context_that_must_be_fetched(release: Release, tmp_path: Path) -> None:
    told = "".join(path.read_text("utf-8") for path in export("jsonld", release, tmp_path))

    assert '"@context": "' not in told
