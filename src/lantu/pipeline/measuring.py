"""Measure the computed indicators of a plan folder, and hold each against the commitments that it serves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from lantu.engines import reach
from lantu.ledger import Appended, Ledger, issue_entry, measurement_entry
from lantu.model import InputError, Issue, Level
from lantu.model.records import Record
from lantu.plans import indicator_files, read_indicator

if TYPE_CHECKING:
    from lantu.engines.reach import Definition, Runner


def engines() -> Mapping[str, type[Any]]:
    """Give for each engine the shape of its definitions."""
    return {"reach": reach.Definition}


@dataclass(frozen=True, slots=True)
class Measured:
    """Measured values as records, in the order of their files, and what was found on the way."""

    records: tuple[Record, ...]
    issues: tuple[Issue, ...]


def measure_definition(
    definition: Definition, base: Path, *, runner: Runner | None = None, out: Path | None = None
) -> tuple[Record, tuple[Issue, ...]]:
    """Measure one definition whose files lie beside ``base``; the record serves no commitment yet.

    Parameters
    ----------
    runner:
        Measure in tiles on it: on processes, or on a cluster.
    out:
        Also write readings, places and maps into this folder.

    Raises
    ------
    InputError
        Where its files cannot be read or do not fit.
    """
    measured, network = reach.measure_files(definition, base, runner)
    record = reach.measurement_record(measured, software=f"lantu {version('lantu')}", network=network)
    told = [_issue_record(each) for each in measured.issues]
    if out is not None:
        reach.write_measurement(out, measured, record)
    return {**record, "issues": told}, measured.issues


@contextmanager
def running(processes: int, scheduler: str | None) -> Iterator[Runner | None]:
    """Give what tiles run on: local processes, a Dask cluster at an address, or nothing (undivided) for one process.

    Raises
    ------
    InputError
        Where there is no such cluster, or the extra ``cluster`` is not installed.
    """
    if scheduler is None:
        yield None if processes == 1 else reach.on_processes(processes)
        return
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise InputError("a cluster needs distributed, which is not installed", "./lantu install cluster") from error
    try:
        client = distributed.Client(scheduler, timeout="10s")
    except OSError as error:
        raise InputError(
            f"{scheduler}: no scheduler answers", "start one with 'dask scheduler', or correct it"
        ) from error
    with client:
        yield reach.on_dask(client)


def measure_folder(folder: Path, commitments: Sequence[tuple[str, str]] = (), known: Iterable[Record] = ()) -> Measured:
    """Measure every computed indicator of a plan folder.

    One that cannot be measured is an issue, the others go on. One that was measured before, with the same
    words, the same files and the same program, is taken from ``known``.

    Parameters
    ----------
    folder:
        The plan folder.
    commitments:
        Id and indicator of each, for ``serves``.
    known:
        Records of an earlier ledger.
    """
    earlier = {record["id"]: record for record in known}
    records: list[Record] = []
    issues: list[Issue] = []
    for path in indicator_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            definition: Definition = read_indicator(path, engines())
            before = earlier.get(definition.id)
            if before is not None and _same(before, definition, path.parent):
                record = before
            else:
                record, _ = measure_definition(definition, path.parent)
        except InputError as error:
            issues.append(Issue("not_measured", str(error), Level.ERROR, name))
            continue
        served = serving(definition.serves, commitments)
        if definition.serves is not None and commitments and not served:
            issues.append(
                Issue.worded(
                    "serves_nothing",
                    "serves '%(indicator)s', which no commitment is about",
                    Level.WARNING,
                    name,
                    indicator=definition.serves,
                )
            )
        records.append({**record, "file": name, "commitments": list(served)})
        issues += _issues(record)
    return Measured(tuple(records), tuple(issues))


def measure_plan(folder: Path, *, on: date, ledger: Path | None = None) -> tuple[Measured, Appended]:
    """Measure a plan folder and add the measured values to its ledger, which nothing else of it changes.

    Parameters
    ----------
    folder, ledger:
        The plan folder, and its ledger where that is not ``ledger.sqlite`` in it.
    on:
        The day that is recorded.

    Raises
    ------
    InputError
        Where the plan folder has no computed indicator or there is no ledger.
    """
    if not indicator_files(folder):
        raise InputError(
            f"{folder}: no computed indicator", "write indicators/NAME.yaml (docs/how-to/measure-reach.md)"
        )
    book = folder / "ledger.sqlite" if ledger is None else ledger
    with Ledger.open(book) as earlier:
        promised = [(record["id"], record["indicator"]) for record in earlier.commitments()]
        measured = measure_folder(folder, promised, earlier.measurements())
    with Ledger.create_or_open(book) as opened:
        entries = [*map(issue_entry, measured.issues), *map(measurement_entry, measured.records)]
        return measured, opened.append(entries, on=on, whole=False)


def serving(serves: str | None, commitments: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Give the ids of the commitments that a measure serves: the one with this id, or those about these words."""
    if serves is None:
        return ()
    return tuple(name for name, indicator in commitments if serves == name or serves in indicator)


def _same(before: Mapping[str, object], definition: Definition, base: Path) -> bool:
    """Tell whether an earlier record is whole and of this definition, these files and this program."""
    files = {definition.demand.layer, definition.facilities.layer}
    files |= {
        rule.layer for rule in (definition.network, definition.siting, definition.demand.districts) if rule is not None
    }
    inputs = before.get("inputs")
    if "cells" not in before or not isinstance(inputs, list) or before.get("software") != f"lantu {version('lantu')}":
        return False
    hashes = {each["name"]: each["sha256"] for each in inputs}
    return (
        before.get("definition") == reach.definition_id(definition)
        and set(hashes) == files
        and all((base / name).is_file() and _hash(base / name) == digest for name, digest in hashes.items())
    )


def _issues(record: Record) -> list[Issue]:
    return [
        Issue(
            each["code"],
            each["message"],
            Level(each["level"]),
            each["source"],
            None,
            each.get("pattern", ""),
            tuple(each.get("facts", {}).items()),
        )
        for each in record["issues"]
    ]


def _issue_record(issue: Issue) -> Record:
    return {
        "code": issue.code,
        "level": issue.level,
        "message": issue.message,
        "source": issue.source,
        "pattern": issue.pattern,
        "facts": dict(issue.facts),
    }


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_definition(path: Path) -> Definition:
    """Read a definition that stands alone.

    Raises
    ------
    InputError
        Where it says something that there is no room for.
    """
    definition: Definition = read_indicator(path, engines())
    return definition


def typed_definition(said: Mapping[str, object]) -> Definition:
    """Give a definition from plain values.

    Raises
    ------
    InputError
        Where they say something that there is no room for.
    """
    try:
        return msgspec.convert(said, reach.Definition)
    except msgspec.ValidationError as error:
        raise InputError(f"no definition: {error}", "see lantu reach --help") from error
