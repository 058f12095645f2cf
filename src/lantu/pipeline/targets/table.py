"""Write targets as CSV and Parquet with a codebook; a file appears whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import yaml

from .corpus import Target

COLUMNS = tuple(field.name for field in fields(Target))
_NUMBERS = ("value", "upper", "stretch")
_WHOLE = ("target_year", "start", "end", "sentence_start", "sentence_end")
_PLACES = Decimal("0.0001")
_BATCH = 256


@cache
def codebook() -> Mapping[str, Mapping[str, str]]:
    """Give for every column its meaning, its unit or values, and what an empty cell says."""
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        files(__package__).joinpath("codebook.yaml").read_text("utf-8")
    )
    return loaded


def target_record(target: Target) -> dict[str, Any]:
    """Give a target as one record, keys in the order of the codebook."""
    return asdict(target) | {"delivered": None if target.delivered is None else target.delivered.isoformat()}


def write_targets(targets: Iterable[Target], folder: Path, forms: Sequence[str]) -> Iterator[Target]:
    """Write ``targets.csv``, ``targets.parquet`` and ``codebook.csv`` into a folder while passing the targets on.

    Parameters
    ----------
    forms:
        ``csv``, ``parquet`` or both. Each file gets its name when it is complete.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheets: list[Sheet] = [_SHEETS[form](folder / f"targets.{form}") for form in forms]
    try:
        for target in targets:
            record = target_record(target)
            for sheet in sheets:
                sheet.add(record)
            yield target
        for sheet in sheets:
            sheet.finish()
    finally:
        for sheet in sheets:
            sheet.close()
            sheet.part.unlink(missing_ok=True)
    _write_codebook(folder / "codebook.csv")


def _write_codebook(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("column", "meaning", "values", "missing"))
        writer.writerows((name, line["meaning"], line["values"], line["missing"]) for name, line in codebook().items())


class Sheet(Protocol):
    """A file that grows by records and is moved to its place when it is finished."""

    part: Path

    def add(self, record: dict[str, Any]) -> None:
        """Add a record."""

    def finish(self) -> None:
        """Write what is left, close the file and give it its name."""

    def close(self) -> None:
        """Close the file as it is; closing twice does no harm."""


class _Csv:
    def __init__(self, path: Path) -> None:
        self.path, self.part = path, path.with_suffix(".csv.part")
        self._file = self.part.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._file, COLUMNS, lineterminator="\n", restval="")
        self._writer.writeheader()

    def add(self, record: dict[str, Any]) -> None:
        self._writer.writerow(record)

    def finish(self) -> None:
        self.close()
        self.part.replace(self.path)

    def close(self) -> None:
        self._file.close()


class _Parquet:
    def __init__(self, path: Path) -> None:
        import pyarrow  # noqa: PLC0415 - an extra, loaded where it is used
        from pyarrow import parquet  # noqa: PLC0415

        self.path, self.part = path, path.with_suffix(".parquet.part")
        self._arrow, self._records = pyarrow, list[dict[str, Any]]()
        self._schema = pyarrow.schema(
            [pyarrow.field(name, self._type(name), metadata=_about(name)) for name in COLUMNS]
        )
        self._writer = parquet.ParquetWriter(self.part, self._schema)

    def _type(self, name: str) -> Any:
        if name in _NUMBERS:
            return self._arrow.decimal128(18, 4)
        if name in _WHOLE:
            return self._arrow.int64()
        return {"delivered": self._arrow.date32(), "confidence": self._arrow.float64()}.get(name, self._arrow.string())

    def add(self, record: dict[str, Any]) -> None:
        typed = {name: None if record[name] is None else Decimal(record[name]).quantize(_PLACES) for name in _NUMBERS}
        day = None if record["delivered"] is None else date.fromisoformat(record["delivered"])
        self._records.append(record | typed | {"delivered": day})
        if len(self._records) == _BATCH:
            self._flush()

    def finish(self) -> None:
        self._flush()
        self.close()
        self.part.replace(self.path)

    def close(self) -> None:
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(self._arrow.Table.from_pylist(self._records, schema=self._schema))
        self._records.clear()


_SHEETS: dict[str, type[_Csv] | type[_Parquet]] = {"csv": _Csv, "parquet": _Parquet}


def _about(name: str) -> dict[str, str]:
    return {"description": codebook()[name]["meaning"], "missing": codebook()[name]["missing"]}
