"""Read the growth target of every report of a corpus, one report in memory after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lantu.documents import Document, read_text
from lantu.model import Commitment, InputError, Role
from lantu.model.quantity import plain
from lantu.statements import Setting, read_statements

from .choice import Choice, Told, choose, hedge
from .codes import place_code
from .indicators import Indicator

NEEDED = ("place", "target_year", "text")
OPTIONAL = ("level", "delivered", "source_path")
_ROLES = frozenset({Role.REPORT, Role.PLAN})
_BATCH = 16
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The headline growth target of one report; the codebook (``codebook.yaml``) explains every field."""

    place: str
    level: str | None
    code: str | None
    target_year: int
    delivered: date | None
    value: str | None = None
    upper: str | None = None
    stretch: str | None = None
    unit: str | None = None
    comparator: str | None = None
    hedge: str | None = None
    strength: str | None = None
    indicator: str | None = None
    quote: str | None = None
    sentence: str | None = None
    start: int | None = None
    end: int | None = None
    sentence_start: int | None = None
    sentence_end: int | None = None
    text_sha256: str | None = None
    confidence: float | None = None
    rule: str | None = None
    reason: str | None = None
    source: str | None = None


class Corpus:
    """A Parquet file of reports with the columns ``place``, ``target_year`` and ``text``.

    ``level``, ``delivered`` (ISO date) and ``source_path`` are used where they are there.

    Raises
    ------
    InputError
        Where the file cannot be read, or a needed column is missing, or the extra ``data`` is not installed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _open(path)
        names = set(self._file.schema_arrow.names)
        missing = [name for name in NEEDED if name not in names]
        if missing:
            raise InputError(
                f"{path}: has no column {', '.join(missing)}",
                f"give a Parquet file with {', '.join(NEEDED)}, one report a row",
            )
        self._columns = [name for name in (*NEEDED, *OPTIONAL) if name in names]

    def __len__(self) -> int:
        return int(self._file.metadata.num_rows)

    def rows(self) -> Iterator[Row]:
        """Give the reports one after another; only a few are in memory at a time."""
        for batch in self._file.iter_batches(batch_size=_BATCH, columns=self._columns):
            yield from batch.to_pylist()


def read_targets(rows: Iterable[Row], indicator: Indicator) -> Iterator[Target]:
    """Read the growth target of each report, in the order of the rows.

    A report that cannot be read, or whose row is incomplete, gives a target without value and the reason
    ``unreadable``.
    """
    for row in rows:
        yield _target(row, indicator)


def _target(row: Row, indicator: Indicator) -> Target:
    place, year = row.get("place") or "", row.get("target_year") or 0
    delivered = _day(row.get("delivered"))
    known: dict[str, Any] = {
        "place": place,
        "level": row.get("level"),
        "code": place_code(place, year),
        "target_year": year,
        "delivered": delivered,
        "source": row.get("source_path"),
    }
    try:
        document = read_text(row.get("text") or "", name=f"{place} {year}")
    except InputError:
        return Target(**known, reason="unreadable")
    known["text_sha256"] = document.id
    if delivered is None and _speaks_of_next_year(document.text, year):
        return Target(**known, reason="year_doubtful")
    # A report without a day is taken to be given at the beginning of the year that it plans for.
    setting = Setting(published=delivered or date(max(year, 1), 1, 1), place=place, roles=_ROLES)
    reading = read_statements(document, setting)
    choice = choose(document.text, (*reading.commitments, *reading.observations), indicator, place, year)
    if choice.statement is None:
        return Target(**known, reason=choice.reason)
    return Target(**known, **_told(document, choice.statement, choice))


def _told(document: Document, one: Told, choice: Choice) -> dict[str, Any]:
    quantity, text = one.quantity, document.text
    if quantity is None:
        return {"reason": choice.reason}
    return {
        "value": plain(quantity.value),
        "upper": None if quantity.upper is None else plain(quantity.upper),
        "stretch": None if choice.stretch is None else plain(choice.stretch.value),
        "unit": quantity.unit,
        "comparator": None if one.comparator is None else str(one.comparator),
        "hedge": hedge(text, one),
        "strength": str(one.strength) if isinstance(one, Commitment) else None,
        "indicator": one.indicator,
        "quote": one.span.quote(text),
        "sentence": one.sentence.quote(text).strip(),
        "start": one.span.start,
        "end": one.span.end,
        "sentence_start": one.sentence.start,
        "sentence_end": one.sentence.end,
        "confidence": round(one.confidence, 3),
        "rule": choice.rule,
    }


def _speaks_of_next_year(text: str, year: int) -> bool:
    """Tell whether an undated report names the year after its own more often: then it is next year's, misfiled."""
    return text.count(f"{year + 1}年") > text.count(f"{year}年")


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _open(path: Path) -> Any:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra, loaded where it is used
    except ImportError:
        raise InputError(
            "reading a Parquet corpus needs pyarrow", "install the extra: pip install 'lantu[data]'"
        ) from None
    try:
        return parquet.ParquetFile(path)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", "check the path") from None
    except (ArrowException, OSError) as error:
        raise InputError(f"{path}: no Parquet file ({str(error).splitlines()[0]})", "give a Parquet file") from None
