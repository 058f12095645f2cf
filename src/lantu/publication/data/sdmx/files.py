"""The files of the SDMX format."""

from __future__ import annotations

import csv
import io

from ..comma import json_bytes
from ..release import Files, Release
from .cube import area, components, series
from .message import message
from .structure import AGENCY, VERSION, attribute_words, structure_bytes


def files(release: Release) -> Files:
    """Give the structure, then the data in both forms."""
    yield "sdmx/structure.xml", structure_bytes(release)
    yield "sdmx/data.csv", _csv(release)
    yield "sdmx/data.json", json_bytes(message(release))


def _csv(release: Release) -> bytes:
    """Write SDMX-CSV 2.1: a line an observation; a missing value is empty, with OBS_STATUS M."""
    attributes = list(attribute_words())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    dimensions = list(components()["dimensions"])
    writer.writerow(
        ["STRUCTURE", "STRUCTURE_ID", "ACTION", *dimensions, "OBS_VALUE", "OBS_STATUS", "UNIT", *attributes]
    )
    start = ["dataflow", f"{AGENCY}:DF_LANTU({VERSION})", "I", area(release)]
    for each in series(release.book):
        told = [" ".join(each.attributes[name].split()) for name in attributes]
        for value in each.values:
            key = [*start, each.id, value.kind, release.book.on]
            writer.writerow([*key, value.value or "", value.status, value.unit, *told])
    return text.getvalue().encode()
