"""``lantu targets``: the growth target of every report of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import options
from .progress import counted
from .rows import note, print_rows

if TYPE_CHECKING:
    from lantu.pipeline.targets import Corpus, Coverage, Target

COLUMNS = {
    "place": "place",
    "code": "code",
    "target_year": "year",
    "value": "value",
    "upper": "to",
    "hedge": "hedge",
    "comparator": "comparator",
    "quote": "quote",
    "rule": "rule",
    "reason": "why none",
}
FORMS = ("csv", "parquet", "table", "jsonl")


@click.command(name="targets", short_help="Print the growth target of every report of a corpus.")
@click.argument("corpus", type=options.FILE, metavar="CORPUS.parquet")
@click.option(
    "--indicator",
    default="地区生产总值",
    show_default=True,
    help="The indicator whose growth is promised; wordings that mean the same are known.",
)
@click.option(
    "--out", type=options.FILE, metavar="DIR", help="Write targets.csv, targets.parquet and codebook.csv here."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="With --out only this file (csv or parquet); else how rows are printed: table on a terminal, else jsonl.",
)
def command(corpus: Path, indicator: str, out: Path | None, form: str | None) -> int:
    """Print each report's headline growth target: one row a report, in the order of the corpus.

    CORPUS.parquet holds one report a row, with the columns place, target_year and text, and where known level,
    delivered and source_path. A report without a target has a reason instead; the coverage by tier of government and
    decade goes to standard error. Needs pyarrow (the extra 'data').

    \b
    Examples:
      lantu targets reports.parquet --out growth
      lantu targets reports.parquet --indicator 固定资产投资 --format csv > investment.csv
    """  # noqa: D301 - \b is click's
    from lantu.pipeline.targets import Corpus, Coverage, named_indicator, read_targets, target_record, write_targets

    _check(out, form)
    reports, coverage = Corpus(corpus), Coverage()
    found = _counted(read_targets(_watched(reports), named_indicator(indicator)), coverage)
    if out is None:
        print_rows((target_record(target) for target in found), form, COLUMNS)
    else:
        for _ in write_targets(found, out, [form] if form else ["csv", "parquet"]):
            pass
    _tell(coverage)
    return 0


def _check(out: Path | None, form: str | None) -> None:
    if out is None and form == "parquet":
        raise click.UsageError("--format parquet needs --out DIR")
    if out is not None and form in {"table", "jsonl"}:
        raise click.UsageError(f"--format {form} prints rows; with --out give csv or parquet, or neither for both")


def _watched(reports: Corpus) -> Iterable[Mapping[str, Any]]:
    return counted(reports.rows(), len(reports), "reading")


def _counted(targets: Iterable[Target], coverage: Coverage) -> Iterator[Target]:
    for target in targets:
        coverage.add(target)
        yield target


def _tell(coverage: Coverage) -> None:
    note(f"{'level':<10}{'decade':<8}{'reports':>8}{'target':>8}{'share':>7}  without")
    for row in coverage.records():
        note(
            f"{row['level']:<10}{row['decade']:<8}{row['reports']:>8}{row['with_target']:>8}{row['share']:>7}"
            f"  {row['without']}" + (f": {row['why']}" if row["why"] else "")
        )
    if coverage.uncoded:
        note(f"{len(coverage.uncoded)} places without a GB/T 2260 code: {', '.join(sorted(coverage.uncoded))}")
