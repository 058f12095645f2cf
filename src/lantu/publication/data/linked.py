"""Linked data (JSON-LD 1.1): what was claimed and how it was judged, and the catalogue of the data."""

from __future__ import annotations

from . import claims, dcat
from .comma import json_bytes
from .release import Files, Release


def files(release: Release) -> Files:
    """Give the reviews with the commitments they are about, then the catalogue."""
    yield "reviews.jsonld", json_bytes(claims.graph(release))
    yield "catalogue.jsonld", json_bytes(dcat.graph(release))
