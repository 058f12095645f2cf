"""``lantu chain``: the promises of a place from year to year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lantu.model import InputError

from . import options
from .progress import tracked
from .rows import note, print_rows

if TYPE_CHECKING:
    from lantu.pipeline import Link, YearlyReport

COLUMNS = {
    "year": "year",
    "indicator": "indicator",
    "quote": "promised",
    "verdict": "verdict",
    "report_quote": "reported",
    "again_quantity": "again",
    "again_change": "change",
    "carried_over": "carried over",
    "since": "since",
}


@click.command(name="chain", short_help="Follow a place's promises over many yearly reports.")
@click.argument("paths", type=options.FILE, nargs=-1, required=True, metavar="CORPUS.parquet | REPORT...")
@click.option("--place", metavar="NAME", help="With a corpus: whose reports; with files: the place they speak of.")
@click.option("--from", "first", type=int, metavar="YEAR", help="The first year whose promises are followed.")
@click.option("--to", "last", type=int, metavar="YEAR", help="The last one.")
@options.form
def command(paths: tuple[Path, ...], place: str | None, first: int | None, last: int | None, form: str | None) -> int:
    """Print one row a promise: the next year's verdict on it, and where the next plan promises it again.

    Each report of a place is read as the plan of its year and as the review of the year before. A promise is settled
    against the next year's report alone. Promises of the same thing in successive years share a chain; one that was
    not shown to be kept and is promised again with the same number is carried over.

    \b
    Examples:
      lantu chain reports.parquet --place 泉州市 --format csv > quanzhou.csv
      lantu chain 2021.txt 2022.txt 2023.txt
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import follow

    reports = [one for one in _reports(paths, place) if _within(one.year, first, last)]
    if len(reports) < 2:
        raise InputError(f"{len(reports)} yearly reports to follow", "give the reports of two successive years or more")
    counted = _Counted()
    print_rows((link.record() for link in counted.watch(follow(reports, place=place))), form, COLUMNS)
    counted.tell(len(reports))
    return 0


def _reports(paths: tuple[Path, ...], place: str | None) -> Iterable[YearlyReport]:
    from lantu.pipeline.yearly import reports_of, reports_of_corpus

    if len(paths) == 1 and paths[0].suffix == ".parquet":
        if place is None:
            raise InputError(f"{paths[0]}: holds the reports of many places", "name one with --place")
        return reports_of_corpus(paths[0], place)
    return reports_of(paths, tracked)


def _within(year: int, first: int | None, last: int | None) -> bool:
    """The last followed year still needs the report of the year after it."""
    return (first is None or year >= first) and (last is None or year <= last + 1)


class _Counted:
    """Counts what passes."""

    def __init__(self) -> None:
        self.links = self.again = self.carried = 0

    def watch(self, links: Iterable[Link]) -> Iterator[Link]:
        for link in links:
            self.links += 1
            self.again += link.again is not None
            self.carried += link.carried_over
            yield link

    def tell(self, reports: int) -> None:
        told = f"{self.again} promised again, {self.carried} carried over"
        note(f"{reports} reports, {self.links} promises followed, {told}")
