"""The DCAT-AP catalogue of the data: one catalogue, one data set, a distribution a format.

DCAT-AP asks for a publisher; it is written where ``plan.yaml`` names one, and left out where nobody did.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from ..language import languages
from .listing import FORMATS, writable
from .release import Release

Node = dict[str, Any]

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_IANA = "https://www.iana.org/assignments/media-types/"
_MEDIA = {
    ".atom": "application/atom+xml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
_LANGUAGES = ("ZHO", "ENG")
_AUTHORITY = "http://publications.europa.eu/resource/authority/language/"


def graph(release: Release) -> Node:
    """Give the catalogue."""
    context = CONTEXT if release.base is None else {"@base": release.base, **CONTEXT}
    return {
        "@context": context,
        "@id": "catalogue.jsonld",
        "@type": "dcat:Catalog",
        **_described(release),
        "dct:language": [{"@id": f"{_AUTHORITY}{code}"} for code in _LANGUAGES],
        "dcat:dataset": _dataset(release),
    }


def _described(release: Release) -> Node:
    titles = [_text(release.title, "zh")] + ([_text(release.title_en, "en")] if release.title_en else [])
    told: Node = {
        "dct:title": titles,
        "dct:description": [
            _text(f"{release.title}：截至{release.book.on}的承诺、依据与判定。", "zh"),
            _text(f"Promises, evidence and verdicts as known on {release.book.on}.", "en"),
        ],
        "dct:modified": _day(release.book.on),
    }
    publisher = release.book.plan.get("publisher")
    if publisher:
        told["dct:publisher"] = {"@type": "foaf:Agent", "foaf:name": publisher}
    return told


def _dataset(release: Release) -> Node:
    plan = release.book.plan
    told: Node = {
        "@id": f"urn:lantu:ledger:dataset:{release.name}",
        "@type": "dcat:Dataset",
        **_described(release),
        "dct:identifier": release.name,
        "dcat:distribution": [_distribution(name) for name in writable(plan)],
    }
    if plan.get("place"):
        told["dct:spatial"] = {
            "@type": "dct:Location",
            "skos:prefLabel": _text(plan["place"], "zh"),
            "dct:identifier": plan.get("place_code"),
        }
    if plan.get("horizon_start") and plan.get("horizon_end"):
        told["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(plan["horizon_start"]),
            "dcat:endDate": _day(plan["horizon_end"]),
        }
    sources = [source.url for source in release.book.sources.values() if source.url]
    if sources:
        told["dct:source"] = [{"@id": url} for url in sources]
    return told


def _distribution(name: str) -> Node:
    form = FORMATS[name]
    titles = [_text(language.say(form.title), language.code) for language in languages()]
    media = _MEDIA[PurePosixPath(form.start).suffix]
    return {
        "@id": f"urn:lantu:ledger:distribution:{name}",
        "@type": "dcat:Distribution",
        "dct:title": titles,
        "dcat:accessURL": {"@id": form.start},
        "dcat:downloadURL": {"@id": form.start},
        "dcat:mediaType": {"@id": f"{_IANA}{media}"},
    }


def _text(text: str, code: str) -> Node:
    return {"@value": text, "@language": code}


def _day(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}
