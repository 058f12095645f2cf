"""Which formats there are: what each is called, for whom it is good, and where its reader begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..language import mark


@dataclass(frozen=True, slots=True)
class Format:
    """One format of the data.

    Parameters
    ----------
    title, use:
        What it is called, and for whom it is good: messages of the catalogue.
    start:
        The file to open first, below the folder of the data.
    others:
        Further files that a reader may want one by one.
    extra:
        The optional part of the program that it needs, or None.
    """

    title: str
    use: str
    start: str
    others: tuple[str, ...] = ()
    extra: str | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that a page links to, the first one first."""
        return (self.start, *self.others)


FORMATS: Mapping[str, Format] = {
    "csv": Format(
        mark("CSV tables"),
        mark("For any program: tables with a Frictionless Data Package and CSVW metadata."),
        "csv/datapackage.json",
        (
            *("csv/commitments.csv", "csv/verdicts.csv", "csv/evidence.csv", "csv/observations.csv", "csv/claims.csv"),
            *("csv/measurements.csv", "csv/documents.csv", "csv/csv-metadata.json"),
        ),
    ),
    "xlsx": Format(
        mark("Workbook (XLSX)"),
        mark("For offices: the ledger as they lay it out, printable, then every table."),
        "ledger.xlsx",
    ),
    "jsonld": Format(
        mark("Linked data (JSON-LD)"),
        mark("For search engines and data portals: ClaimReview of what was claimed, and a DCAT-AP catalogue."),
        "catalogue.jsonld",
        ("reviews.jsonld",),
    ),
    "sdmx": Format(
        mark("SDMX 3.1 (CSV and JSON 2.1)"),
        mark("For statistical offices: seven values a commitment, missing ones marked, with the data structure."),
        "sdmx/structure.xml",
        ("sdmx/data.csv", "sdmx/data.json"),
    ),
    "iati": Format(
        mark("IATI 2.03 activity"),
        mark("For aid and results systems: the plan as an activity, its commitments as indicators."),
        "iati.xml",
    ),
    "opensdg": Format(
        mark("Open SDG"),
        mark("For an Open SDG site: a file of data and a file of metadata an indicator."),
        "open-sdg/indicators.csv",
    ),
    "atom": Format(
        mark("News feed (Atom)"),
        mark("For a feed reader: verdicts that changed."),
        "changes.atom",
    ),
    "parquet": Format(
        mark("Parquet"),
        mark("For analysis of many plans: the same tables, typed."),
        "parquet/commitments.parquet",
        extra="data",
    ),
    "report": Format(
        mark("Printable report (PDF)"),
        mark("For people who brief a mayor: a few pages to print."),
        "report.pdf",
        extra="report",
    ),
}
"""Every format, by the name that ``lantu export`` knows it by."""

PLAIN = tuple(name for name, form in FORMATS.items() if form.extra is None)
"""The formats that every installation can write; ``lantu build`` writes these beside the site."""


def writable(plan: Mapping[str, Any]) -> tuple[str, ...]:
    """Give those of `PLAIN` that can be written for a plan: an IATI activity needs the first and last day of it."""
    dated = plan.get("horizon_start") and plan.get("horizon_end")
    return tuple(name for name in PLAIN if dated or name != "iati")
